import type { Env, KeyValue, Stop } from './contracts'
import { stringify } from './stringify'

/**
 * The real world of one page. `onError` hears what a timer or listener of ours threw; the page never does. With
 * `storageFree` the device remembers nothing.
 */
export function createEnv(
  window: Window & typeof globalThis,
  onError: (cause: unknown) => void,
  storageFree?: boolean,
): Env {
  const calmly =
    <Args extends unknown[], Result>(task: (...args: Args) => Result) =>
    (...args: Args): Result | undefined => {
      try {
        return task(...args)
      } catch (cause) {
        onError(cause)
      }
    }
  return {
    calmly,
    storageFree,
    window,
    session: keyValue(() => !storageFree && window.sessionStorage),
    // biome-ignore lint/complexity/useDateNow: a page may have replaced that by one that throws, or gives no number
    now: () => +new Date(),
    listen(target, type, handler, capture): Stop {
      const calm = calmly(handler)
      target.addEventListener(type, calm, capture)
      return () => target.removeEventListener(type, calm, capture)
    },
    random: Math.random,
    local: keyValue(() => !storageFree && window.localStorage),
    after(ms, task): Stop {
      const timer = window.setTimeout(calmly(task), ms)
      return () => window.clearTimeout(timer)
    },
    visible(ms, task): Stop {
      let stop: Stop | undefined
      const look = () => {
        stop?.()
        if (!window.document.hidden)
          stop = this.after(ms, () => {
            stopLooking()
            task()
          })
      }
      const stopLooking = this.listen(window.document, 'visibilitychange', look)
      look()
      return () => {
        stop?.()
        stopLooking()
      }
    },
  }
}

/** Reading the property itself throws where storage is blocked, so each use opens it anew. */
function keyValue(open: () => Storage | false): KeyValue {
  const attempt = <T>(use: (storage: Storage) => T, otherwise?: T): T => {
    try {
      return use(open() as Storage) // where there is none, this throws too
    } catch {
      return otherwise as T
    }
  }
  return {
    set: (key, value) =>
      attempt(storage => {
        storage.setItem(key, typeof value === 'string' ? value : stringify(value))
        return true
      }, false),
    keys: () => attempt(storage => Object.keys(storage), []),
    remove: key => attempt(storage => storage.removeItem(key)),
    get: key => attempt(storage => storage.getItem(key), null),
  }
}
