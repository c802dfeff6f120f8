import type { Env, Stop } from '../contracts'
import { whileVisible } from './while-visible'

/**
 * Calls `done` once the page has been looked at for `ms`; hidden time does not count. With a key, what has gone by is
 * kept in the tab's session: it counts on the pages that follow and on those that come back, where `done` is not called
 * a second time. `again` begins from the start, as does, with `minds`, the end of it while the focus is in a frame: what
 * is done there, such as paying, nobody here hears of. A clock that was put back costs the time that was measured by it, no more.
 */
export function countdown(
  env: Env,
  ms: number,
  done: () => unknown,
  key = '',
  minds?: boolean,
): { stop: Stop; again(): void } {
  let gone = 0
  let since = 0
  const passed = () => {
    since = Math.min(since, env.now())
    return gone + env.now() - since
  }
  const again = () => {
    gone = 0
    since = env.now()
  }
  // No number of milliseconds, or more than a browser's timer can count: it rests.
  if (!(ms < 2e9)) return { stop() {}, again }
  const stop = whileVisible(env, () => {
    const kept = key && env.session.get(key)
    if (kept === over) return () => {}
    gone = Number(kept || gone) || 0
    let timer: Stop
    since = env.now()
    // Beginning again moves the start alone, so that a moving mouse sets no timers.
    const wait = () => {
      timer = env.after(ms - passed(), () => {
        if (minds && env.window.document.activeElement?.matches('iframe')) again()
        if (passed() < ms) return wait()
        stop()
        if (key) env.session.set(key, over)
        done()
      })
    }
    wait()
    return () => {
      timer()
      gone = passed()
      if (key) env.session.set(key, `${gone}`)
    }
  })
  return { stop, again }
}

const over = 'over'
