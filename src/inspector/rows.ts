import type { TouchpointSettings } from '../config'
import type { Everything, JourneyEvent } from '../contracts'
import type { EventTrigger } from '../schema'
import type { Came } from './came'

/** What a touchpoint makes of an event. */
export interface Match {
  touchpoint: string
  /**
   * `starts`: it is its trigger. `counts`: that counts it, by `every` or `after`. `step`: one of its sequence. `where`: its
   * trigger, but for the condition. `cancels`: it calls it off.
   */
  how: 'starts' | 'counts' | 'step' | 'where' | 'cancels'
  /** What came of it, where somebody was to be asked. */
  came?: Came
}

/** One event, as the inspector lists it. */
export interface Row {
  number: number
  name: string
  source: string
  /** When it came; undefined when that was before the inspector looked. */
  at: number | undefined
  properties: [path: string, value: string][]
  matches: Match[]
}

type Told = string | Partial<Pick<EventTrigger, 'event' | 'where'>>

const MOST_PROPERTIES = 100
const LONGEST = 200

/** How an event is listed, with the touchpoints that listen to it. */
export const toRow = (
  { name, source, properties }: JourneyEvent,
  number: number,
  at: number | undefined,
  touchpoints: TouchpointSettings[],
  matches: Everything['matches'],
): Row => ({
  number,
  name,
  source: source ?? 'track()',
  at,
  properties: flatten(properties),
  matches: touchpoints.flatMap(({ id, on, raw }) => {
    const fits = (told: Told) => {
      const { event = [], where } = typeof told === 'string' ? { event: told } : (Object(told) as Partial<EventTrigger>)
      if (![event].flat().includes(name)) return undefined
      return where && !matches(where, properties) ? 'where' : 'starts'
    }
    const steps = on.flatMap(options => ('sequence' in options ? [options.sequence].flat() : []))
    const starts = on.map(options => {
      if (!('event' in options)) return undefined
      const { every = 1, after = 0 } = options
      const how = fits(options)
      return how === 'starts' && (every > 1 || after) ? 'counts' : how
    })
    const how: (Match['how'] | false | undefined)[] = [
      (['starts', 'counts', 'where'] as const).find(how => starts.includes(how)),
      steps.some(step => fits(step) === 'starts') && 'step',
      [raw.cancelOn ?? []].flat().some(told => fits(told) === 'starts') && 'cancels',
    ]
    return how.flatMap(how => (how ? { touchpoint: id, how } : []))
  }),
})

/** How what started a touchpoint is listed when it is no event of this page: a scroll, a link, an event of an earlier page. */
export const toOwnRow = ({ name, kind, properties }: JourneyEvent, number: number, at: number): Row => ({
  number,
  name: kind ? `${kind} ${name}` : name,
  source: kind ? 'this page itself' : 'an earlier page',
  at,
  properties: flatten(properties),
  matches: [],
})

/** Every event name that the configuration listens to, for whoever wants to try one. */
export function namesOf(touchpoints: TouchpointSettings[]): string[] {
  const told = touchpoints.flatMap(({ on, raw }): Told[] => [
    ...on.flatMap((options): Told[] =>
      'event' in options ? [options] : 'sequence' in options ? [options.sequence].flat() : [],
    ),
    ...[raw.cancelOn ?? []].flat(),
  ])
  return [...new Set(told.flatMap(one => (typeof one === 'string' ? one : (one?.event ?? []))))].sort()
}

/** Properties as lines: `ecommerce.value` and `50`. */
export function flatten(properties: Record<string, unknown>): [string, string][] {
  const lines: [string, string][] = []
  const add = (value: unknown, path: string) => {
    if (lines.length >= MOST_PROPERTIES) return
    const entries = typeof value === 'object' && value ? Object.entries(value) : []
    if (entries.length) for (const [key, one] of entries) add(one, path ? `${path}.${key}` : key)
    else if (path) lines.push([path, textOf(value)])
  }
  add(properties, '')
  return lines
}

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** The words of triggers; of several that one has, the first counts. */
const kinds = 'event scroll exit click visible idle form error rage delay sequence visit page'.split(' ')

const orOf = (names: unknown) => [names].flat().join(' or ')

/** What starts a touchpoint, in a few words. */
export function whenOf({ on, raw, stands }: TouchpointSettings): string {
  const starts = on.map((options: Record<string, unknown>) => {
    const kind = kinds.find(kind => kind in options) ?? 'nothing'
    const { [kind]: value, ...rest } = options
    const steps = [value as Told[]].flat().map(step => (typeof step === 'string' ? step : orOf(step?.event)))
    const words: Record<string, string> = {
      event: orOf(value),
      sequence: steps.join(' → '),
      scroll: `${value} % scrolled`,
    }
    const what = words[kind] ?? (value === true || value === undefined ? kind : `${kind} ${orOf(value)}`)
    const more = Object.entries(rest).map(([name, value]) => ` ${name} ${textOf(value)}`)
    return `${what}${more.join(',')}`
  })
  const when = starts.join(', or ') || (stands ? 'always: it stands in the page' : 'only show()')
  return raw.delay ? `${when}, then ${raw.delay}` : when
}
