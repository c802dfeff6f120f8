import type { Env, Fire, JourneyEvent } from '../contracts'
import { subjectOf, type Visitor, type VisitorRecord } from '../eligibility/visitor'
import type { EventTrigger } from '../schema'
import type { Later } from './later'

const MOST = 50
/** Sources that tell of one thing do so within this. */
const ECHO_MS = 1000

/** What counting stands on. */
export interface Counting extends Pick<Later, 'whenKnown'> {
  visitor: Visitor
  isEcho: ReturnType<typeof echoes>
}

/** Whether another source has just told of what an event says: one click may be told by several at once. */
export function echoes({ now }: Pick<Env, 'now'>): (event: JourneyEvent) => boolean {
  let last: JourneyEvent | undefined
  let at = 0
  return event => {
    const isEcho = event.name === last?.name && event.source !== last.source && Math.abs(now() - at) < ECHO_MS
    if (!isEcho) {
      last = event
      at = now()
    }
    return isEcho
  }
}

/** Lets through every so-manieth event, once so many have gone before; counted over all visits, the same order once. */
export function counted(
  { every = 1, after = 0 }: Partial<EventTrigger>,
  key: string,
  counting: Counting,
  fire: Fire,
): Fire {
  if (every === 1 && !after) return fire
  return (event, still) => {
    const subject = subjectOf(event)
    if (!subject && counting.isEcho(event)) return
    const add = (record: VisitorRecord) => {
      const count = (Number(record.counts?.[key]) || 0) + 1
      record.counts = { ...record.counts, [key]: count }
      return count > after && (count - after) % every === 0
    }
    tally(subject && `${key} ${subject}`, add, () => fire(event, still), counting)
  }
}

/**
 * Counts what has happened, of the same mark once, on whatever page, and calls `reached` if `add` says that this was the
 * one that was waited for. Where consent comes late, what earlier visits have counted is known only then: it is added to
 * that, and looked at again.
 */
export function tally(
  mark: string | false | undefined,
  add: (record: VisitorRecord) => boolean,
  reached: () => unknown,
  { visitor, whenKnown }: Counting,
) {
  const isKnown = ({ counted }: VisitorRecord) => !!mark && !!counted?.includes(mark)
  if (isKnown(visitor.read())) return
  let isReached = false
  let isTold = false
  const look = () => {
    if (!isReached || isTold) return
    isTold = true
    reached()
  }
  visitor.change(record => {
    isReached = false
    if (isKnown(record)) return
    if (mark) record.counted = [...(record.counted ?? []), mark].slice(-MOST)
    isReached = add(record)
  })
  look()
  whenKnown(look)
}
