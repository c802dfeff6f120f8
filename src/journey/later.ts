import type { Everything, Stop } from '../contracts'
import type { VisitorRecord } from '../eligibility/visitor'

/** Events come in handfuls, and each write of the record costs the page time. */
const WRITE_MS = 500

/** Alters the visitor's record a moment later, once for all that came meanwhile, and before the page goes. */
export interface Later {
  /** The newest alteration of that key counts. */
  put(key: string, alter: (record: VisitorRecord) => unknown): void
  /** One of that key is not yet written. */
  has(key: string): boolean
  /** Writes what there is now. */
  write(): void
  start(): Stop
}

export function createLater({ env, visitor }: Pick<Everything, 'env' | 'visitor'>): Later {
  const waiting = new Map<string, (record: VisitorRecord) => unknown>()
  let stopWaiting: Stop = () => {}
  const write = () => {
    stopWaiting()
    if (!waiting.size) return
    const alterations = [...waiting.values()]
    waiting.clear()
    visitor.change(record => {
      for (const alter of alterations) alter(record)
    })
  }
  return {
    put(key, alter) {
      if (!waiting.size) stopWaiting = env.after(WRITE_MS, write)
      waiting.set(key, alter)
    },
    has: key => waiting.has(key),
    write,
    start() {
      const { forget } = visitor
      // What is not yet written is of the visitor who is to be forgotten.
      visitor.forget = () => {
        waiting.clear()
        forget()
      }
      const stops = [
        env.listen(env.window, 'pagehide', write),
        env.listen(env.window.document, 'visibilitychange', write),
      ]
      return () => {
        write()
        visitor.forget = forget
        for (const stop of stops) stop()
      }
    },
  }
}
