/**
 * What outlives a moment: answers that were given before delivery had come are carried to it, and a survey that was
 * begun is carried over to the next page. It is fetched as soon as a survey is shown, or when a page has left something.
 * @module
 */
import type { CreateSafe, Env, ExposureHandle, Response, StartCarrying, Stop } from './contracts'

/** Delivery, once it has come, with what was held until then. */
export const createSafe: CreateSafe = async (env, name, heldKey, destinations, load, notify, warn) => {
  const named = destinations
    .map(({ format = 'json' }) => format)
    .filter(format => typeof format !== 'function' && format !== 'json')
  const [{ createDelivery }, formats] = await Promise.all([
    load.part('delivery'),
    named.length ? load.part('formats') : {},
    beginLog(env, `${name}::`),
  ])
  for (const name of named)
    if (!Object.hasOwn(formats, name as string)) warn('bad-format', `"${name}" is none of json,${Object.keys(formats)}`)
  return (held, onRefused) => {
    const delivery = createDelivery(env, name, destinations, notify, formats)
    const stopListening = hearRefusal(env, () => {
      onRefused()
      // What was written down at that moment goes, too.
      for (const one of env.local.keys()) if (/:journal:/.test(one)) env.local.remove(one)
    })
    return {
      ...delivery,
      stop() {
        stopListening()
        delivery.stop()
      },
      async adopt() {
        const own = new Set(held.keys())
        readHeld(env, heldKey, held)
        const responses = [...held.values()]
        held.clear()
        await Promise.all(
          responses.map(response =>
            // What another page has left behind goes at once; a survey of this one may go on.
            delivery.keep(response, own.has(response.id) ? before(response) : undefined).then(
              kept => kept === 'lost' || env.local.remove(heldKey + response.id),
              () => {}, // what is written down stays so
            ),
          ),
        )
      },
    }
  }
}

/**
 * Has the browser begin a new log before anything is written, as it does when a database is deleted. Chromium writes a
 * record of its log in two steps. Killed between them it leaves half a record, goes on behind it at the next start, and
 * at the start after that takes the log for spoilt, and deletes every database of the site.
 */
const beginLog = ({ window, storageFree, after }: Env, name: string) =>
  new Promise<unknown>(resolve => {
    if (storageFree) return resolve(0)
    const { indexedDB } = window // to read it throws where storage is refused
    for (const request of [indexedDB.open(name), indexedDB.deleteDatabase(name)]) {
      request.onsuccess = () => (request.result ? request.result.close() : resolve(0))
      request.onerror = event => resolve(event.preventDefault()) // Firefox would report it to the page
    }
    after(500, () => resolve(0)) // a browser that is slow at it does it all the same
  }).catch(() => {}) // storage is refused: there is nothing to save

/** Where a refusal is written down. */
const consentKey = 'pulso:consent'

/** Hears that the visitor has refused in another tab. */
const hearRefusal = ({ listen, window }: Env, handler: () => unknown) =>
  listen(window, 'storage', event => {
    const { key, newValue } = event as StorageEvent
    if (newValue && key === consentKey) handler()
  })

/** The revision before one. */
const before = (response: Response): Response => ({ ...response, revision: response.revision - 1 })

/** Adds what pages that went too soon have written down. */
function readHeld({ local }: Env, heldKey: string, held: Map<string, Response>) {
  for (const key of local.keys().filter(key => key.startsWith(heldKey))) {
    try {
      const response: Response = JSON.parse(local.get(key)!)
      const { revision = 0 } = held.get(response.id) ?? {}
      if (response.revision > revision) held.set(response.id, response)
    } catch {} // nothing of ours
  }
}

/** Goes on with the surveys that the page before was left in the middle of, and leaves those of this page to the next. */
export const startCarrying: StartCarrying = ({
  env,
  settings,
  leftKey,
  exposures,
  lefts,
  mayStore,
  find,
  presenter,
  visitor,
}) => {
  /** Surveys that go on with the page after this one, if it stays away. */
  let departed: ExposureHandle[] = []
  const leave = () => {
    // What has found no place on this page may have one on the next.
    const left = [...lefts]
    const begun = [...exposures].filter(exposure => {
      const one = exposure.leave()
      return one && left.push(one)
    })
    departed = left[0] && mayStore() && env.session.set(leftKey, left) ? begun : []
  }
  const resume = () => {
    const text = env.session.get(leftKey)
    env.session.remove(leftKey)
    lefts.length = 0
    if (env.local.get(consentKey)) return
    try {
      for (const left of JSON.parse(text!) ?? []) {
        const id = left?.response?.touchpoint?.id
        const touchpoint = id && find(id)
        // What has been switched off since is not gone on with.
        if (!id || settings.config.enabled === false || touchpoint?.raw.enabled === false) continue
        lefts.push(left)
        if (left.floats && touchpoint) presenter.show({ touchpoint })
      }
    } catch {} // nothing of ours
  }
  const { forget } = visitor
  // Of a visitor who is to be forgotten nothing is gone on with.
  visitor.forget = () => {
    lefts.length = 0
    forget()
  }
  const stops: Stop[] = [
    () => {
      visitor.forget = forget
    },
    // What was said before goes with the survey, as where the refusal itself was heard. A consent may have followed at once.
    hearRefusal(env, () => {
      presenter.dismiss()
      if (env.local.get(consentKey)) visitor.forget()
    }),
    env.listen(env.window, 'pagehide', leave),
    // Back from the browser's cache: other pages may have gone on with what was left here, so it is taken up anew.
    env.listen(env.window, 'pageshow', event => {
      if (!(event as PageTransitionEvent).persisted) return
      for (const exposure of departed) exposure.drop()
      resume()
    }),
  ]
  resume()
  return () => {
    for (const stop of stops) stop()
  }
}
