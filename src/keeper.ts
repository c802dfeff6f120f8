import type { Settings } from './config'
import type { Consent, Delivery, DeliveryEvents, Env, ExposureEvents, Load, Stop } from './contracts'

/** The name of the database, and what the name of every storage key of ours begins with. */
export const ourName = 'pulso'

const refusalKey = `${ourName}:consent`
const lookEveryMs = 300_000

/** Stands between the visitor's consent and delivery: what may not be stored yet waits here, in memory. */
export interface Keeper extends Pick<Delivery, 'pending' | 'refused' | 'flush'> {
  consent(): Consent
  setConsent(consent: Consent): void
  /** Keeps a revision as far as consent allows; it resolves when that is done. */
  save: ExposureEvents['save']
  /** Settles once answers can be kept. */
  ready(): Promise<unknown>
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
  const held = new Map<string, Parameters<Delivery['keep']>[0]>()
  let consent: Consent = local.get(refusalKey) ? 'denied' : configured
  let arriving: Promise<Delivery> | undefined
  let delivery: Delivery | undefined

  const arrive = async () => {
    const { createDelivery } = await load()
    delivery ??= createDelivery(env, ourName, destination, notify)
    return delivery
  }
  const open = () => {
    arriving ??= arrive()
    arriving.catch(() => {
      arriving = undefined // the next use tries again
    })
    return arriving
  }
  const ready = async () => {
    if (consent !== 'granted') return
    const { keep } = await open()
    for (const response of held.values()) keep(response)
    held.clear()
  }

  /** Earlier pages and other tabs may have left something to deliver. */
  const look = async () => {
    if (delivery) return
    if (consent === 'granted' && (await mayHaveRecords())) await ready().catch(() => {})
    stop = env.after(lookEveryMs, look)
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
  let stop = env.after(0, look)

  /** Leaves no trace but the refusal itself. */
  const forget = () => {
    held.clear()
    delivery?.stop()
    delivery = arriving = undefined
    for (const storage of [local, session])
      for (const key of storage.keys()) if (key.startsWith(`${ourName}:`)) storage.remove(key)
    local.set(refusalKey, consent)
    window.indexedDB.deleteDatabase(ourName)
  }

  return {
    consent: () => consent,
    ready,
    setConsent(state) {
      consent = state
      if (state === 'denied') env.after(0, forget)
      else local.remove(refusalKey)
      ready().catch(() => {}) // what is held stays held
    },
    async save(response, previous, leaving) {
      if (consent === 'denied' || !destination.statuses.includes(response.status)) return
      if (delivery && consent === 'granted') return delivery.keep(response, previous, leaving)
      held.set(response.id, response)
    },
    pending: async () => held.size + (consent === 'granted' ? await (await open()).pending() : 0),
    refused: async () => (consent === 'granted' ? (await open()).refused() : []),
    async flush() {
      await ready()
      await delivery?.flush()
    },
    stop() {
      stop()
      delivery?.stop()
    },
  }
}
