import type { Adapter } from '../contracts'
import { flat, type Payload } from './parts/flat'
import { ga4 } from './parts/ga4'

/** When a layer may have come, or another have taken its place. */
const types = ['load', 'click']

/**
 * Listens to data layers of Google's tags, in every form in use: pushed objects, the arguments of `gtag('event', …)`,
 * and the purchase of the older enhanced e-commerce. It listens to `global` alone; where that is not given, to
 * `dataLayer` and what tags on the page name their own. What was pushed earlier is told, too, once. The page's own push
 * runs first and its result is returned; nothing pushed is changed. A layer that comes later, or takes the place of
 * another, is noticed as the page and its scripts load and as it is clicked; none is ever made.
 */
export const dataLayer: Adapter = (pulso, { global, window: page = window } = {}) => {
  let live = true
  /** Layers that are listened to, and what was in them: a layer may be copied into the one that takes its place. */
  const known = new WeakSet<object>()
  const see = (entry: object) => {
    try {
      known.add(entry)
      if (live) read(entry, pulso)
    } catch {} // not an object, or one with a getter that throws
  }
  const look = () => {
    if (!live) return
    const named = () => Array.from(page.document.scripts, ({ src }) => /\/gt(?:m|ag).*[?&]l=(\w+)/.exec(src)?.[1])
    for (const name of [global ?? ['dataLayer', ...named()]].flat()) {
      try {
        const layer = page[name as never] as Payload as object[]
        if (known.has(layer)) continue
        for (const entry of layer) if (!known.has(entry)) see(entry)
        const { push } = layer
        layer.push = function (...entries) {
          const result = push.apply(this, entries)
          entries.forEach(entry => void known.add(Object(entry)))
          page.setTimeout(() => entries.forEach(see)) // later, so that the page's own call costs it nothing
          return result
        }
        known.add(layer)
      } catch {} // none yet, or frozen: there is nothing to hear
    }
  }
  // In the capture phase the document hears of each script, too; the window does not.
  for (const type of types) page.document.addEventListener(type, look, true)
  look()
  page.setTimeout(look, 2e3)
  return () => {
    for (const type of types) page.document.removeEventListener(type, look, true)
    live = false // others may have wrapped our push: it stays, and passes through
  }
}

function read(entry: Payload, pulso: Parameters<Adapter>[0]) {
  const { id, revenue } = entry.ecommerce?.purchase?.actionField ?? {}
  const current = id ? { event: 'purchase', ecommerce: { transaction_id: id, value: revenue } } : entry
  ga4(current, (name, said) => {
    said.value = +said.value || said.value
    pulso.track(name, flat(said))
  })
}
