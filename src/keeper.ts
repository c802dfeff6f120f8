import type { Settings } from './config'
import type { Consent, Delivery, DeliveryEvents, Env, ExposureEvents, Load, Response, Stop } from './contracts'
import { stringify } from './stringify'

/** The name of the database, and what the name of every storage key of ours begins with. */
export const ourName = 'pulso'

const refusalKey = `${ourName}:consent`
const heldKey = `${ourName}:held:`
const lookEveryMs = 300_000

/** Stands between the visitor's consent and delivery: what may not be stored yet waits here, in memory. */
export interface Keeper extends Pick<Delivery, 'pending' | 'refused' | 'retry' | 'flush'> {
  consent(): Consent
  setConsent(consent: Consent): void
  /** Keeps a revision as far as consent allows; it resolves when that is done. */
  save: ExposureEvents['save']
  stop: Stop
}

/** Starts with the consent of the configuration, unless the visitor has refused before. */
export function createKeeper(
  env: Env,
  { destinations, consent: configured }: Settings,
  load: Pick<Load, 'delivery' | 'formats'>,
  notify: DeliveryEvents,
): Keeper {
  const { local, session, window } = env
  const held = new Map<string, Response>()
  let wanted = configured
  /** A refusal in another tab counts here, too. */
  const consent = (): Consent => (local.get(refusalKey) ? 'denied' : wanted)
  let arriving: Promise<Delivery> | undefined
  let delivery: Delivery | undefined

  const arrive = async () => {
    try {
      const isPlain = destinations.every(({ format = 'json' }) => format === 'json' || typeof format === 'function')
      const [{ createDelivery }, formats] = await Promise.all([load.delivery(), isPlain ? {} : load.formats()])
      if (consent() !== 'granted') throw 'no consent'
      delivery ??= createDelivery(env, ourName, destinations, notify, formats)
      return delivery
    } catch (cause) {
      arriving = undefined // the next use tries again
      notify('error', { code: 'no-delivery', message: `${cause}` })
      throw cause
    }
  }
  const open = () => {
    arriving ??= arrive()
    return arriving
  }
  /** Hands on what is held; settles when it is kept, or when that is not possible for now. */
  const handOn = async () => {
    if (consent() !== 'granted') return
    try {
      const { keep } = await open()
      const responses = [...held.values()]
      held.clear()
      await Promise.all(responses.map(response => keep(response).then(() => local.remove(heldKey + response.id))))
    } catch {} // it is reported, and held
  }

  /** Earlier pages and other tabs may have left something to deliver. */
  const look = async () => {
    stopLooking()
    if (delivery) return
    if (consent() === 'granted' && (readHeld() || (await mayHaveRecords()))) await handOn()
    stopLooking = env.after(lookEveryMs, look)
  }
  const mayHaveRecords = async () => {
    // A sandboxed frame keeps nothing, and Chromium reports the question itself to the page.
    if (window.origin === 'null' || env.storageFree) return false
    if (local.keys().some(key => key.startsWith(`${ourName}:journal`))) return true
    try {
      return (await window.indexedDB.databases()).some(({ name }) => name?.startsWith(ourName))
    } catch {
      return true // the browser does not say
    }
  }
  /** For a page that goes before delivery has come. The next page reads it. */
  const writeHeld = () => {
    // What a destination may still change or drop is not written down before it has.
    if (consent() === 'granted' && !destinations.some(({ beforeSend }) => beforeSend))
      for (const response of held.values()) local.set(heldKey + response.id, stringify(response))
  }
  const readHeld = () => {
    for (const key of local.keys().filter(key => key.startsWith(heldKey))) {
      try {
        const response: Response = JSON.parse(local.get(key)!)
        const { revision = 0 } = held.get(response.id) ?? {}
        if (response.revision > revision) held.set(response.id, response)
      } catch {} // nothing of ours
    }
    return held.size
  }
  let stopLooking: Stop = env.after(0, () => look())
  const stopLeaving = env.listen(window, 'pagehide', writeHeld)

  const rest = () => {
    stopLooking()
    delivery?.stop()
    delivery = arriving = undefined
  }
  /** Leaves no trace but the refusal itself. */
  const forget = () => {
    held.clear()
    for (const storage of [local, session])
      for (const key of storage.keys()) if (key.startsWith(`${ourName}:`)) storage.remove(key)
    local.set(refusalKey, 'denied')
    try {
      for (const { key } of destinations) window.indexedDB.deleteDatabase(ourName + key)
    } catch {} // storage is refused: there is none
  }

  return {
    consent,
    setConsent(state) {
      wanted = state
      if (state !== 'granted') rest()
      if (state === 'denied') forget()
      if (state === 'granted') {
        local.remove(refusalKey)
        look()
      }
    },
    async save(response, previous, leaving) {
      const state = consent()
      const mayKeep = state === 'granted'
      // Delivery is fetched when a survey is shown, so that it is there when the answer comes.
      if (mayKeep) open().catch(() => {})
      if (state === 'denied' || !destinations.some(({ statuses }) => statuses.includes(response.status))) return
      if (delivery && mayKeep) return delivery.keep(response, previous, leaving)
      const { id, revision } = response
      held.set(id, response)
      writeHeld()
      if (leaving || !mayKeep) return
      // A connection that stalls keeps nobody from the next question.
      await Promise.race([handOn(), new Promise<void>(resolve => env.after(3000, resolve))])
      if (held.has(id) && !local.get(heldKey + id)) notify('memory', { id: `${id}.${revision}` })
    },
    async pending() {
      await handOn()
      return held.size + ((await delivery?.pending()) ?? 0)
    },
    async refused() {
      await handOn()
      return (await delivery?.refused()) ?? []
    },
    async retry(id) {
      await handOn()
      return (await delivery?.retry(id)) ?? false
    },
    async flush() {
      await handOn()
      await delivery?.flush()
    },
    stop() {
      writeHeld()
      wanted = 'pending'
      stopLeaving()
      rest()
    },
  }
}
