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
  /** Runs a task once the visitor has consented, if that is yet to come: only then it is known what earlier visits have left. */
  whenKnown(task: () => unknown): void
  start(): Stop
}

export function createLater({ env, mayStore, visitor }: Pick<Everything, 'env' | 'visitor' | 'mayStore'>): Later {
  const waiting = new Map<string, (record: VisitorRecord) => unknown>()
  const unknowing: (() => unknown)[] = []
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
    whenKnown(task) {
      if (!mayStore()) unknowing.push(task)
    },
    start() {
      const { forget, save } = visitor
      visitor.save = () => {
        save()
        for (const task of unknowing.splice(0)) task()
      }
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
        Object.assign(visitor, { forget, save })
        for (const stop of stops) stop()
      }
    },
  }
}
