import type { Stop } from '../../contracts'

/**
 * Calls `use` once `find` has something: at once, or when the page, one of its scripts or pictures has loaded, with three
 * looks besides for what sets itself up without one. It goes on noticing when a page puts another in its place: `use` is then
 * called with that, after what it returned has stopped the first. Nothing polls.
 */
export function when<T extends object>(
  window: Window & typeof globalThis,
  find: () => T | null | undefined | false,
  use: (found: T) => Stop | undefined,
): Stop {
  let live = true
  let current: T | undefined
  let stopUsing: Stop | undefined
  const look = () => {
    try {
      const found = live && find()
      if (!found || found === current) return
      current = found
      stopUsing?.()
      stopUsing = use(found)
    } catch {} // a getter of the page's, or something frozen: there is nothing to hear
  }
  // In the capture phase the document hears of each script, and the window of the page alone: https://dom.spec.whatwg.org/#interface-document
  for (const target of [window, window.document]) target.addEventListener('load', look, true)
  look()
  for (const ms of [1e3, 4e3, 16e3]) window.setTimeout(look, ms)
  return () => {
    live = false
    stopUsing?.()
  }
}
