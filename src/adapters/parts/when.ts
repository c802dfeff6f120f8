import type { Stop } from '../../contracts'

/** Looks now, whenever the page or one of its scripts has loaded, and three times later, for what sets itself up then. */
export function looks(window: Window & typeof globalThis, look: () => void): Stop {
  let live = true
  const safely = () => {
    try {
      if (live) look()
    } catch {} // a getter of the page's, or something frozen: there is nothing to hear
  }
  // A script's load comes to the document, in the capture phase; the window hears only of the page's own.
  const targets = [window, window.document]
  for (const target of targets) target?.addEventListener('load', safely, true)
  for (let ms = 1000; ms < 20_000; ms *= 4) window.setTimeout(safely, ms)
  safely()
  return () => {
    live = false
    for (const target of targets) target?.removeEventListener('load', safely, true)
  }
}

/**
 * Calls `use` once `find` has something: at once, or when the page or one of its scripts has loaded, with three looks
 * after that for what sets itself up later. It goes on noticing when a page puts another in its place: `use` is then
 * called with that, after what it returned has stopped the first. Nothing polls.
 */
export function when<T extends object>(
  window: Window & typeof globalThis,
  find: () => T | null | undefined | false,
  use: (found: T) => Stop | undefined,
): Stop {
  let current: T | undefined
  let stopUsing: Stop | undefined
  const stop = looks(window, () => {
    const found = find()
    if (!found || found === current) return
    current = found
    stopUsing?.()
    stopUsing = use(found)
  })
  return () => {
    stop()
    stopUsing?.()
  }
}
