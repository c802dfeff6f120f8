import type { TouchpointSettings } from '../config'
import type { Env, JourneyEvent, Stop } from '../contracts'
import { subjectOf, type Visitor } from '../eligibility/visitor'

const MOST = 20

/** Keeps an event until its touchpoint is due, over pages and visits. What is kept is the event, never the verdict. */
export function dueLater(
  { id, delayMs }: TouchpointSettings,
  visitor: Visitor,
  env: Env,
  show: (event: JourneyEvent) => Promise<unknown>,
): { keep(event: JourneyEvent): void; cancel(): void; stop: Stop } {
  let stopWaiting: Stop = () => {}
  const isOurs = ({ touchpoint }: { touchpoint: string }) => touchpoint === id

  const drop = (at?: number) =>
    visitor.change(record => {
      record.due = record.due?.filter(one => !isOurs(one) || (at !== undefined && one.at !== at))
    })
  /** Shows what is due, and waits for what is due next. */
  const look = () => {
    stopWaiting()
    const now = env.now()
    const [first] = (visitor.read().due ?? []).filter(isOurs).sort((one, other) => one.at - other.at)
    if (!first) return
    // A clock that was put back since does not put it off for ever.
    const wait = Math.min(first.at - now, delayMs)
    if (wait > 0) stopWaiting = env.after(wait, look)
    else show(first.event).then(() => drop(first.at)) // a page that is left before finds it again
  }
  env.after(0, look)

  return {
    keep(event) {
      const subject = subjectOf(event)
      visitor.change(record => {
        const due = record.due ?? []
        if (subject && due.some(one => isOurs(one) && subjectOf(one.event) === subject)) return
        record.due = [...due, { touchpoint: id, event, at: env.now() + delayMs }].slice(-MOST)
      })
      look()
    },
    cancel() {
      if (visitor.read().due?.some(isOurs)) drop()
      stopWaiting()
    },
    stop: () => stopWaiting(),
  }
}
