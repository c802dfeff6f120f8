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
