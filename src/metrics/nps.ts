import { distribution, type ScalePoint } from './distribution'
import { type Interval, normalInterval } from './interval'

/** The scale of the question "How likely are you to recommend …?". */
export const npsScale = [0, 10] as const

/** Which group an answer belongs to: promoters say 9 or 10, passives 7 or 8, detractors 0 to 6. */
export type NpsGroup = 'promoter' | 'passive' | 'detractor'

/** A Net Promoter Score with the numbers it was made from. */
export interface Nps {
  /** −100 to 100, unrounded; null without answers. */
  score: number | null
  promoters: number
  passives: number
  detractors: number
  count: number
  /** The 95 % interval of the score; null without answers. When all answers fall in one group it has no width. */
  interval: Interval | null
}

/** The group of one answer. */
export function npsGroup(answer: number): NpsGroup {
  return answer >= 9 ? 'promoter' : answer >= 7 ? 'passive' : 'detractor'
}

/**
 * The Net Promoter Score of answers from 0 to 10: `100·(p − d)`, with p and d the shares of promoters and detractors.
 * Its 95 % interval is `score ± 1.96·100·SE`, `SE = √(Var/n)`, `Var = p + d − (p − d)²`: the variance of answers that
 * count +1, 0 and −1. What is not a whole number from 0 to 10 is left out.
 * Source: F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003.
 */
export function nps(answers: Iterable<number>): Nps {
  return npsOfDistribution(distribution(answers, npsScale))
}

/** The same score from answers that were counted already, for example by a database. */
export function npsOfDistribution(points: Iterable<ScalePoint>): Nps {
  const groups = { promoter: 0, passive: 0, detractor: 0 }
  for (const { value, count } of points) groups[npsGroup(value)] += count
  const { promoter: promoters, passive: passives, detractor: detractors } = groups
  const count = promoters + passives + detractors
  if (count === 0) return { score: null, promoters, passives, detractors, count, interval: null }
  const difference = (promoters - detractors) / count
  const variance = Math.max(0, (promoters + detractors) / count - difference ** 2)
  const score = 100 * difference
  const interval = normalInterval(score, 100 * Math.sqrt(variance / count), [-100, 100])
  return { score, promoters, passives, detractors, count, interval }
}
