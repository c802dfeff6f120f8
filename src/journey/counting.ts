import type { Fire } from '../contracts'
import { subjectOf, type Visitor } from '../eligibility/visitor'
import type { EventTrigger } from '../schema'

const MOST = 50

/** Lets through every so-manieth event, once so many have gone before; counted over all visits, the same order once. */
export function counted(
  { every = 1, after = 0 }: Partial<EventTrigger>,
  key: string,
  visitor: Visitor,
  fire: Fire,
): Fire {
  if (every === 1 && !after) return fire
  return (event, still) => {
    const subject = subjectOf(event)
    const mark = subject && `${key} ${subject}`
    let count = 0
    visitor.change(record => {
      const { counts = {} } = record
      count = counts[key] ?? 0
      if (mark && record.counted?.includes(mark)) {
        count = Number.NaN
        return
      }
      record.counts = { ...counts, [key]: ++count }
      if (mark) record.counted = [...(record.counted ?? []), mark].slice(-MOST)
    })
    if (count > after && (count - after) % every === 0) fire(event, still)
  }
}
