import type { Settings } from './config'
import type { Consent, Delivery, DeliveryEvents, Env, ExposureEvents, Load, Response, Stop } from './contracts'

/** The name of the database, and what the name of every storage key of ours begins with. */
export const ourName = 'pulso'

const refusalKey = `${ourName}:consent`
const heldKey = `${ourName}:held:`
const lookEveryMs = 300_000

/** Stands between the visitor's consent and delivery: what may not be stored yet waits here, in memory. */
export interface Keeper extends Pick<Delivery, 'pending' | 'refused' | 'flush'> {
  consent(): Consent
  setConsent(consent: Consent): void
  /** Keeps a revision as far as consent allows; it resolves when that is done. */
  save: ExposureEvents['save']
  stop: Stop
}

/** Starts with the consent of the configuration, unless the visitor has refused before. */
export function createKeeper(
  env: Env,
  { destination, consent: configured }: Settings,
  load: Load['delivery'],
  notify: DeliveryEvents,
): Keeper {
  const { local, session, window } = env
  const held = new Map<string, Response>()
  let consent: Consent = local.get(refusalKey) ? 'denied' : configured
  let arriving: Promise<Delivery> | undefined
  let delivery: Delivery | undefined

  const arrive = async () => {
    try {
      const { createDelivery } = await load()
      delivery ??= createDelivery(env, ourName, destination, notify)
      return delivery
    } catch (cause) {
      arriving = undefined // the next use tries again
      notify('error', { code: 'no-delivery', message: `answers wait in memory: ${cause}` })
      throw cause
    }
  }
  const open = () => {
    arriving ??= arrive()
    return arriving
  }
  /** Hands on what is held; settles when it is kept, or when that is not possible for now. */
  const handOn = async () => {
    if (consent !== 'granted') return
    try {
      const { keep } = await open()
      const responses = [...held.values()]
      held.clear()
      await Promise.all(responses.map(response => keep(response).then(() => local.remove(heldKey + response.id))))
    } catch {} // it is reported, and held
  }

  /** Earlier pages and other tabs may have left something to deliver. */
  const look = async () => {
    if (delivery) return
    if (consent === 'granted' && (readHeld() || (await mayHaveRecords()))) await handOn()
    stopLooking = env.after(lookEveryMs, look)
  }
  const mayHaveRecords = async () => {
    // A sandboxed frame keeps nothing, and Chromium reports the question itself to the page.
    if (window.origin === 'null') return false
    try {
      return (await window.indexedDB.databases()).some(({ name }) => name === ourName)
    } catch {
      return true // the browser does not say
    }
  }
  /** For a page that goes before delivery has come. The next page reads it. */
  const writeHeld = () => {
    if (consent === 'granted')
      for (const response of held.values()) local.set(heldKey + response.id, JSON.stringify(response))
  }
  const readHeld = () => {
    for (const key of local.keys().filter(key => key.startsWith(heldKey))) {
      try {
        const response: Response = JSON.parse(local.get(key)!)
        if (response.id) held.set(response.id, response)
      } catch {} // nothing of ours
    }
    return held.size
  }
  let stopLooking = env.after(0, look)
  const stopLeaving = env.listen(window, 'pagehide', writeHeld)

  /** Leaves no trace but the refusal itself. */
  const forget = () => {
    held.clear()
    delivery?.stop()
    delivery = arriving = undefined
    for (const storage of [local, session])
      for (const key of storage.keys()) if (key.startsWith(`${ourName}:`)) storage.remove(key)
    local.set(refusalKey, 'denied')
    try {
      window.indexedDB.deleteDatabase(ourName)
    } catch {} // storage is refused: there is none
  }

  return {
    consent: () => consent,
    setConsent(state) {
      consent = state
      if (state === 'denied') forget()
      else local.remove(refusalKey)
      handOn()
    },
    async save(response, previous, leaving) {
      if (consent === 'denied') return
      // Delivery is fetched when a survey is shown, so that it is there when the answer comes.
      if (consent === 'granted') open().catch(() => {})
      if (!destination.statuses.includes(response.status)) return
      if (delivery && consent === 'granted') return delivery.keep(response, previous, leaving)
      held.set(response.id, response)
      if (leaving) writeHeld()
      else await handOn()
    },
    pending: async () => held.size + (consent === 'granted' ? await (await open()).pending() : 0),
    refused: async () => (consent === 'granted' ? (await open()).refused() : []),
    async flush() {
      await handOn()
      await delivery?.flush()
    },
    stop() {
      stopLooking()
      stopLeaving()
      delivery?.stop()
    },
  }
}
