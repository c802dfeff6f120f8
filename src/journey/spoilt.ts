import type { VisitorRecord } from '../eligibility/visitor'

const lists = ['trail', 'due', 'counted'] as const
const maps = ['surveys', 'tags', 'counts', 'steps', 'campaign', 'user'] as const

/** The parts of a visitor's record that another script has spoilt: each is as good as none, and the others stay. */
export function spoiltOf(record: VisitorRecord): (keyof VisitorRecord)[] {
  return [
    ...lists.filter(name => !isList(record[name] ?? [])),
    ...maps.filter(name => record[name] !== undefined && Object(record[name]) !== record[name]),
    ...(typeof (record.visits ?? 0) === 'number' ? [] : (['visits'] as const)),
  ]
}

const isList = (list: unknown) => Array.isArray(list) && list.every(one => one != null)
