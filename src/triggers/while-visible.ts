import type { Env, Stop } from '../contracts'
import { all } from './stops'

/**
 * Runs `start` while the page is looked at, and what it returned when the tab is hidden or the page is left: anew each
 * time it is looked at again. A page that comes back from the back/forward cache says so by `pageshow`.
 */
export function whileVisible({ window, listen }: Env, start: () => Stop): Stop {
  const page = window.document
  let running: Stop | undefined
  const rest = () => {
    running?.()
    running = undefined
  }
  const look = () => {
    if (page.visibilityState === 'hidden') rest()
    else running ??= start()
  }
  const stop = all([
    listen(page, 'visibilitychange', look),
    listen(window, 'pagehide', rest),
    listen(window, 'pageshow', look),
    rest,
  ])
  look()
  return stop
}
