import { type Nps, npsOfDistribution, npsScale, type ScalePoint } from '../../../src/metrics'
import { Stage } from '../../../src/schema'
import type { Comment, NpsCount, Store } from '../store'

/** What the report says about one touchpoint. */
export interface TouchpointSummary {
  id: string
  /** The stage that its newest answer names. */
  stage: string | null
  nps: Nps
  points: ScalePoint[]
  lastAt: string
}

/** What the report says. */
export interface Summary {
  /** In the order of the journey, then by name. */
  touchpoints: TouchpointSummary[]
  /** NPS answers at all touchpoints. */
  answers: number
  lastAt: string | null
  /** The newest. */
  comments: Comment[]
  /** There are older ones, which are not among them. */
  hasMore: boolean
  /** How many responses hold a comment, shown or not. */
  commented: number
}

/** Most comments on one page. */
export const maxComments = 100

/** Reads all that the report says. */
export async function readSummary(store: Store): Promise<Summary> {
  const [counts, newest, commented] = await Promise.all([
    store.npsCounts(),
    store.comments(maxComments + 1),
    store.commented(),
  ])
  const touchpoints = summarise(counts)
  const answers = touchpoints.reduce((sum, touchpoint) => sum + touchpoint.nps.count, 0)
  const lastAt =
    touchpoints
      .map(touchpoint => touchpoint.lastAt)
      .sort()
      .at(-1) ?? null
  const comments = newest.slice(0, maxComments)
  return { touchpoints, answers, lastAt, comments, hasMore: newest.length > maxComments, commented }
}

/** The score of each touchpoint from counted answers. Pure. */
export function summarise(counts: readonly NpsCount[]): TouchpointSummary[] {
  const byId = new Map<string, NpsCount[]>()
  for (const count of counts) byId.set(count.touchpoint, [...(byId.get(count.touchpoint) ?? []), count])
  return [...byId].map(([id, own]) => toSummary(id, own)).sort(inJourneyOrder)
}

function toSummary(id: string, counts: NpsCount[]): TouchpointSummary {
  const points: ScalePoint[] = []
  for (let value: number = npsScale[0]; value <= npsScale[1]; value++) {
    const count = counts.filter(item => item.value === value).reduce((sum, item) => sum + item.count, 0)
    points.push({ value, count })
  }
  const newest = counts.reduce((a, b) => (a.lastAt > b.lastAt ? a : b))
  return { id, stage: newest.stage, nps: npsOfDistribution(points), points, lastAt: newest.lastAt }
}

function inJourneyOrder(a: TouchpointSummary, b: TouchpointSummary) {
  return rank(a.stage) - rank(b.stage) || a.id.localeCompare(b.id, 'en')
}

function rank(stage: string | null) {
  const place = (Stage.options as string[]).indexOf(stage ?? '')
  return place === -1 ? Stage.options.length : place
}
