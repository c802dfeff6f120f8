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
    if (subject && !isFirst(`${key} ${subject}`, visitor)) return
    let count = 0
    visitor.change(record => {
      count = (record.counts?.[key] ?? 0) + 1
      record.counts = { ...record.counts, [key]: count }
    })
    if (count > after && (count - after) % every === 0) fire(event, still)
  }
}

/** Whether this has not been counted before, on any page; from now on it has. */
export function isFirst(mark: string, visitor: Visitor): boolean {
  const { counted = [] } = visitor.read()
  if (counted.includes(mark)) return false
  visitor.change(record => {
    record.counted = [...counted, mark].slice(-MOST)
  })
  return true
}
