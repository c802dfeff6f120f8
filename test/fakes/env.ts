import type { Env, KeyValue, Stop } from '../../src/contracts'
import { stringify } from '../../src/stringify'

/** A world whose clock stands still until a test moves it. */
export interface FakeEnv extends Env {
  /** Moves the clock and runs what falls due, in order; promises settle between. */
  advance(ms: number): Promise<void>
  set(now: number): void
  timers(): number[]
}

export function fakeEnv(window: Partial<Env['window']> = {}): FakeEnv {
  let now = Date.UTC(2026, 0, 15, 12)
  let timers: { at: number; task: () => unknown }[] = []
  return {
    window: { document: new EventTarget(), ...window } as Env['window'],
    local: fakeStorage(),
    session: fakeStorage(),
    calmly: task => task,
    now: () => now,
    random: () => 0.5,
    after(ms, task): Stop {
      const timer = { at: now + ms, task }
      timers.push(timer)
      return () => {
        timers = timers.filter(one => one !== timer)
      }
    },
    visible(ms, task): Stop {
      let waiting: Stop | undefined
      const look = () => {
        waiting?.()
        waiting = this.window.document.hidden ? undefined : this.after(ms, done)
      }
      const done = () => {
        stopLooking()
        task()
      }
      const stopLooking = this.listen(this.window.document, 'visibilitychange', look)
      look()
      return () => {
        stopLooking()
        waiting?.()
      }
    },
    listen(target, type, handler, capture): Stop {
      target.addEventListener(type, handler, capture)
      return () => target.removeEventListener(type, handler, capture)
    },
    set(time) {
      now = time
    },
    timers: () => timers.map(timer => timer.at - now),
    async advance(ms) {
      const end = now + ms
      await settled()
      for (;;) {
        const next = timers.filter(timer => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter(one => one !== next)
        now = Math.max(now, next.at)
        next.task()
        await settled()
      }
      now = end
    },
  }
}

/** Lets everything that waits for a promise or for the fake database go on. */
export const settled = () => new Promise(resolve => setTimeout(resolve, 15))

export function fakeStorage(): KeyValue {
  const map = new Map<string, string>()
  return {
    get: key => map.get(key) ?? null,
    set: (key, value) => !!map.set(key, typeof value === 'string' ? value : stringify(value)),
    remove: key => void map.delete(key),
    keys: () => [...map.keys()],
  }
}
