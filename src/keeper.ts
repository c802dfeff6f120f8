import type { Settings, Warn } from './config'
import type { Consent, Delivery, DeliveryEvents, Env, ExposureEvents, Load, Response, Safe, Stop } from './contracts'

/** The name of the database, and what the name of every storage key of ours begins with. */
export const ourName = 'pulso'

const refusalKey = `${ourName}:consent`
const heldKey = `${ourName}:held:`
const lookEveryMs = 300_000

/** Stands between the visitor's consent and delivery: what may not be stored yet waits here, in memory. */
export interface Keeper {
  /** What a page may ask about what is kept, and of it. */
  kept: Pick<Delivery, 'pending' | 'refused' | 'retry' | 'flush'>
  consent(): Consent
  setConsent(consent: Consent): void
  /** Keeps a revision as far as consent allows; it resolves when that is done. */
  save: ExposureEvents['save']
  stop: Stop
}

/** Starts with the consent of the configuration, unless the visitor has refused before. */
export function createKeeper(
  env: Env,
  { consent: configured, destinations }: Settings,
  load: Load,
  notify: DeliveryEvents,
  warn: Warn,
): Keeper {
  const { session, local, window } = env
  const held = new Map<string, Response>()
  /** Responses of before a refusal: a consent that comes later does not bring them back. */
  const over = new Set<string>()
  let wanted = configured
  /** A refusal in another tab counts here, too. */
  const consent = (): Consent => (local.get(refusalKey) ? 'denied' : wanted)
  const isGranted = () => consent() === 'granted'
  let arriving: unknown
  let safe: Safe | undefined

  const arrive = async () => {
    try {
      const carry = await load.part('carry')
      const create = await carry.createSafe(env, ourName, heldKey, destinations, load, notify, warn)
      if (isGranted()) safe ??= create(held, rest)
    } catch (cause) {
      notify('error', { code: 'no-delivery', message: `${cause}` })
    }
    arriving = safe // where it has not come, the next use tries again
  }
  const open = () => (arriving ??= arrive())
  /** Hands on what is held; settles when it is kept, or when that is not possible for now. */
  const handOn = async () => {
    if (isGranted()) {
      await open()
      await safe?.adopt()
    }
  }
  const handedOn = async <T>(ask: (safe: Safe) => Promise<T>, otherwise?: T) => {
    await handOn()
    return safe ? ask(safe) : (otherwise as T)
  }

  /** Earlier pages and other tabs may have left something to deliver. */
  const look = async () => {
    stopLooking()
    if (safe) return
    if (isGranted() && (held.size || (await mayHaveRecords()))) await handOn()
    stopLooking = env.after(lookEveryMs, look)
  }
  const mayHaveRecords = async () => {
    // A sandboxed frame keeps nothing, and Chromium reports the question itself to the page.
    if (window.origin === 'null' || env.storageFree) return false
    try {
      return (
        local.keys().some(key => /^pulso:(held|journal)/.test(key)) ||
        (await window.indexedDB.databases()).some(({ name }) => /^pulso(:|$)/.test(name!))
      )
    } catch {
      return true // the browser does not say
    }
  }
  /** For a page that goes before delivery has come. The next page reads it. */
  const writeHeld = () => {
    // What a destination may still change or drop is not written down before it has.
    if (isGranted() && !destinations.some(({ beforeSend }) => beforeSend))
      for (const response of held.values()) local.set(heldKey + response.id, response)
  }
  let stopLooking: Stop = env.after(0, look)
  const stops = [env.listen(window, 'pagehide', writeHeld), env.listen(window, 'online', look)]

  const rest = () => {
    stopLooking()
    safe?.stop()
    safe = arriving = undefined
  }
  /** Leaves no trace but the refusal itself, nor of a destination that the configuration no longer has. */
  const forget = async () => {
    held.clear()
    for (const storage of [local, session])
      for (const key of storage.keys()) if (key.startsWith(`${ourName}:`)) storage.remove(key)
    local.set(refusalKey, 'denied')
    try {
      for (const { key } of destinations) window.indexedDB.deleteDatabase(ourName + key)
      for (const { name } of await window.indexedDB.databases())
        if (!isGranted() && /^pulso(:|$)/.test(name!)) window.indexedDB.deleteDatabase(name!)
    } catch {} // storage is refused: there is none
  }

  return {
    kept: {
      retry: id => handedOn(safe => safe.retry(id), false),
      refused: () => handedOn(safe => safe.refused(), []),
      pending: async () => (await handedOn(safe => safe.pending(), 0)) + held.size,
      flush: () => handedOn(safe => safe.flush()),
    },
    setConsent(state) {
      wanted = state
      if (state === 'granted') {
        local.remove(refusalKey)
        look()
      } else rest()
      if (state === 'denied') forget()
    },
    async save(response, previous, leaving) {
      const mayKeep = isGranted()
      // Delivery is fetched when a survey is shown, so that it is there when the answer comes.
      if (mayKeep) open()
      const { id, revision } = response
      if (consent() === 'denied') over.add(id)
      if (over.has(id) || !destinations.some(({ statuses }) => statuses.includes(response.status))) return
      if (safe) return safe.keep(response, previous, leaving)
      held.set(id, response)
      writeHeld()
      if (leaving || !mayKeep) return
      // A connection that stalls keeps nobody from the next question.
      await Promise.race([handOn(), new Promise<void>(resolve => env.after(3000, resolve))])
      // A browser killed now would lose what it has been told to write down.
      if (held.has(id)) notify('memory', { reason: 'no-delivery', id: `${id}.${revision}` })
    },
    stop() {
      writeHeld()
      wanted = 'pending'
      for (const stop of stops) stop()
      rest()
    },
    consent,
  }
}
