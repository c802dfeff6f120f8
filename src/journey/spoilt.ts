import type { VisitorRecord } from '../eligibility/visitor'

const lists = ['trail', 'due', 'counted'] as const
const maps = ['surveys', 'tags', 'counts', 'steps', 'campaign', 'user'] as const

/** The parts of a visitor's record that another script has spoilt: each is as good as none, and the others stay. */
export function spoiltOf(record: VisitorRecord): (keyof VisitorRecord)[] {
  const isThere = (one: unknown) => one === undefined || (typeof one === 'object' && one !== null)
  return [
    ...lists.filter(name => record[name] !== undefined && !isList(record[name])),
    ...maps.filter(name => !isThere(record[name])),
    ...(['undefined', 'number'].includes(typeof record.visits) ? [] : (['visits'] as const)),
  ]
}

const isList = (list: unknown) => Array.isArray(list) && list.every(one => one !== null && one !== undefined)
