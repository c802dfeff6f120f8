import { ga4 } from './adapters/parts/ga4'
import type { Env, Stop } from './contracts'

/**
 * Listens to the data layer that goes by its own name; renamed ones and several are the adapter's. What was pushed
 * earlier is told, too. The page has the result of its own push, and nothing pushed is changed. Where there is no data
 * layer yet, or another takes its place, that is noticed as the page's scripts load; none is ever made.
 */
export function dataLayer(env: Env, track: (name: string, properties: object) => unknown): Stop {
  let live = true
  /** Layers that are listened to, and what was in them: a layer may be copied into the one that takes its place. */
  const known = new WeakSet<object>()
  const waiting: object[] = []
  const see = (entry: object) => {
    try {
      known.add(entry)
      if (live) ga4(entry, track)
    } catch {} // not an object, or one with a getter that throws
  }
  const look = () => {
    const layer = (env.window as { dataLayer?: object[] }).dataLayer
    if (!Array.isArray(layer) || known.has(layer)) return
    known.add(layer)
    for (const entry of layer) if (!waiting.includes(entry) && !known.has(entry)) see(entry)
    const { push } = layer
    layer.push = (...entries) => {
      // Later, so that the page's own call costs it nothing; once for all that come in one task.
      if (!waiting[0]) env.after(0, () => waiting.splice(0).forEach(see))
      waiting.push(...entries)
      return push.apply(layer, entries)
    }
  }
  // A script's load comes to the document, in the capture phase; the window hears only of the page's own.
  const stop = env.listen(env.window.document, 'load', look, true)
  try {
    look()
  } catch {} // frozen: there is nothing to hear
  return () => {
    live = false // others may have wrapped our push: it stays, and passes through
    stop()
  }
}
