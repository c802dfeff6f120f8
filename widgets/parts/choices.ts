import type { Choice, Wording } from '../../src/schema'

/** One of several to choose. */
export interface Option {
  id: string
  label: Wording
  pinned?: boolean | undefined
}

/** The id of the choice in the visitor's own words. */
export const OTHER = 'other'

/** The choices that can be used: each with a label and an id of its own, which is not that of an `other` besides. */
export function optionsOf(choices: Choice[] | undefined, other?: unknown): Option[] {
  const all = (Array.isArray(choices) ? choices : []).map(one =>
    typeof one === 'string' ? { id: one, label: one } : one,
  )
  return all.filter(
    (one, at) =>
      one &&
      typeof one.id === 'string' &&
      one.label &&
      !(other && one.id === OTHER) &&
      all.findIndex(same => same?.id === one.id) === at,
  )
}

/**
 * In random order, each order as likely as any other (Fisher and Yates); what is pinned stays where it is. The same
 * seed gives the same order.
 */
export function shuffle(options: Option[], seed: number): Option[] {
  const random = mulberry32(seed * 2 ** 32)
  const free = options.filter(option => !option.pinned)
  for (let last = free.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[free[last], free[other]] = [free[other]!, free[last]!]
  }
  return options.map(option => (option.pinned ? option : free.shift()!))
}

/** Numbers in [0, 1) from a seed: Mulberry32 by Tommy Ettinger, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
