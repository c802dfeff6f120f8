import type { Options, Settings, TouchpointSettings } from '../config'
import type { SurveyInput, Way } from '../contracts'
import { durationMs } from '../duration'
import type { Frequency, Survey } from '../schema'
import { surveyIdOf } from '../survey-id'
import type { Context, Gates } from './decide'
import { isOpen } from './schedule'
import type { Seen, VisitorRecord } from './visitor'

export { surveyIdOf }

/** What an audience's condition may name. */
export interface Facts extends Partial<Pick<Way, 'campaign'>> {
  user: Record<string, unknown>
  device: string
  /** The language of ours, and the visitor's own. */
  locale: string
  language: string
  page: { url: string; path: string; title: string }
  referrer: string
  channel: string
  visits: number
  /** The names of the last events, the latest last. */
  journey: string[]
}

/** What the further gates look at besides the touchpoint, the visitor and the time. */
export interface Surroundings {
  config: Options
  facts: Facts
  matches: SurveyInput['matches']
  /** Surveys shown on this page. */
  onPage: number
  /** A survey floats in another tab since then. */
  elsewhere: number | undefined
}

/** So long a survey may float in another tab; after that the tab has crashed. */
const FLOATS_MS = 30 * 6e4

/** The tags of a touchpoint's survey: without any, its name is one. */
export const tagsOf = (touchpoint: TouchpointSettings): string[] => {
  const { tags } = touchpoint.survey as Survey
  return Array.isArray(tags) ? tags : [surveyIdOf(touchpoint)]
}

/** The gates of a richer configuration. A gate that nothing is said of is left out. */
export function furtherGates(
  touchpoint: TouchpointSettings,
  visitor: VisitorRecord,
  { event, stands }: Context,
  now: number,
  { config, facts, matches, onPage, elsewhere }: Surroundings,
) {
  const { raw, id, survey } = touchpoint
  return ({ gate, below, rest }: Gates) => {
    gate('enabled', config.enabled !== false && raw.enabled !== false)
    if (raw.schedule) gate('schedule', isOpenNow(raw.schedule, now), raw.schedule.timeZone)
    if (raw.audience) gate('audience', matches(raw.audience, { ...facts, event: event?.properties ?? {} }))
    if (typeof raw.sample === 'number') below('sample', fraction(`${visitor.id} ${id}`), raw.sample)
    for (const { id, atLeast, atMost } of [raw.asked ?? []].flat().filter(Boolean)) {
      const since = lastAsked(visitor, id)
      const age = now - since!
      // What is no length of time is none of the two, and who was never asked has no age.
      gate('asked', age >= 0 && !(age < durationMs(atLeast)) && !(age > durationMs(atMost)), id, since)
    }
    const { frequency } = survey as Survey
    if (frequency) frequencyGates(frequency, visitor.surveys?.[surveyIdOf(touchpoint)], { gate, below, rest })
    if (stands) return
    gate('elsewhere', !(now >= elsewhere! && now < elsewhere! + FLOATS_MS))
    const { perPage, byTag } = config.governor ?? {}
    if (perPage) below('perPage', onPage, perPage)
    for (const tag of tagsOf(touchpoint))
      if (byTag && Object.hasOwn(byTag, tag)) restFor(rest, `tag ${tag}`, visitor.tags?.[tag]?.shown, byTag[tag])
  }
}

function frequencyGates(
  { afterAnswered, afterShown, afterDismissed, max }: Frequency,
  seen: Seen | undefined,
  { below, rest }: Gates,
) {
  if (max) below('survey max', seen?.count ?? 0, max)
  restFor(rest, 'survey shown', seen?.shown, afterShown)
  restFor(rest, 'survey dismissed', seen?.dismissed, afterDismissed)
  restFor(rest, 'survey answered', seen?.answered, afterAnswered)
}

/** A rest that is no length of time is none; a warning has said so. */
function restFor(rest: Gates['rest'], name: string, since: number | undefined, duration: string | undefined) {
  const ms = durationMs(duration)
  if (ms >= 0) rest(name, since, ms)
}

/** When a touchpoint, a survey or a tag was last put before the visitor. */
function lastAsked({ seen, surveys, tags }: VisitorRecord, id: string): number | undefined {
  const times = [seen, surveys, tags].flatMap(map => {
    const { shown, answered } = (map && Object.hasOwn(map, id) && map[id]) || {}
    return [shown, answered].filter(time => time !== undefined)
  })
  return times.length ? Math.max(...times) : undefined
}

/** A server's clock may be ahead of the visitor's by so much. */
const AHEAD_MS = 864e5

/** Adds what a server knows of the visitor. A time that lies further ahead than clocks differ is none. */
export function withHistory(
  visitor: VisitorRecord,
  { config: { visitor: known }, touchpoints }: Pick<Settings, 'config' | 'touchpoints'>,
  now: number,
): VisitorRecord {
  if (!Array.isArray(known?.history)) return visitor
  const toldOf = ({ at }: { at: string | number }) => (typeof at === 'number' ? at : Date.parse(at))
  const history = known.history.filter(one => one && toldOf(one) >= 0 && toldOf(one) <= now + AHEAD_MS)
  const merged = { ...visitor, seen: { ...visitor.seen }, surveys: { ...visitor.surveys }, tags: { ...visitor.tags } }
  /** What is known by an entry's name: a touchpoint's tells of its survey and of that one's tags. */
  const namesOf = (id: string) => {
    const own = touchpoints.filter(one => one.id === id)
    return { seen: [id], surveys: [id, ...own.map(surveyIdOf)], tags: [id, ...own.flatMap(tagsOf)] }
  }
  const told = new Map<string, number>()
  for (const one of history) {
    const { id, what = 'answered' } = one
    const time = Math.min(toldOf(one), now)
    // What a clock wrote that was put back since does not stand above what the server knows.
    const latest = (before = 0) => Math.max(before > now ? 0 : before, time)
    for (const [kind, names] of Object.entries(namesOf(id)))
      for (const name of new Set(names)) {
        const map = merged[kind as 'seen']
        const seen = (Object.hasOwn(map, name) && map[name]) || { count: 0 }
        const key = `${kind} ${name}`
        const times = (told.get(key) ?? 0) + 1
        told.set(key, times)
        map[name] = { ...seen, count: Math.max(seen.count, times), [what]: latest(seen[what]) }
        map[name].shown = latest(map[name].shown)
      }
    merged.shown = latest(merged.shown)
  }
  return merged
}

/** Whether a schedule that may be spoilt is open. */
export function isOpenNow(schedule: NonNullable<TouchpointSettings['raw']['schedule']>, now: number) {
  try {
    return isOpen(schedule, now)
  } catch {
    return false // a time zone that there is not; a warning has said so
  }
}

/**
 * A fraction in [0, 1) that is always the same for the same text: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
 * Its last letters hardly spread, so it is stirred as MurmurHash ends: https://github.com/aappleby/smhasher
 */
function fraction(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
