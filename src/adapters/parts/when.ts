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
  let current: T | undefined
  let stopUsing: Stop | undefined
  const look = () => {
    try {
      const found = find()
      if (found && found !== current) {
        current = found
        stopUsing?.()
        stopUsing = use(found)
      }
    } catch {} // a getter of the page's, or something frozen: there is nothing to hear
  }
  // In the capture phase the document hears of each script, and the window of the page alone: https://dom.spec.whatwg.org/#interface-document
  const targets = [window, window.document]
  for (const target of targets) target.addEventListener('load', look, true)
  for (let ms = 1e3; ms < 2e4; ms *= 4) window.setTimeout(look, ms)
  look()
  return () => {
    for (const target of targets) target.removeEventListener('load', look, true)
    find = () => current
    stopUsing?.()
  }
}
