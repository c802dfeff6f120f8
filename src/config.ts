import type { Destination } from './contracts'
import { durationMs } from './duration'
import type { Config, Consent, DelayTrigger, Placement, Privacy, Status, Survey, Touchpoint, Trigger } from './schema'

/** A configuration that the other parts can trust: defaults filled in, durations in milliseconds. */
export interface Settings {
  destinations: DestinationSettings[]
  locale?: string | undefined
  sources: unknown[]
  consent: Consent
  privacy: Privacy
  governor: { perSession: number; betweenMs: number }
  touchpoints: TouchpointSettings[]
  surveys: Record<string, Survey>
  /** What was written. Boot reads the plain part of it, and the journey's part what there is besides. */
  config: Options
  /** There is something besides. */
  isRich: boolean
}

/** A destination with its defaults. */
export interface DestinationSettings extends Destination {
  statuses: Status[]
  /** What tells its queue from those of the others. */
  key: string
}

/** A configuration as code can write it: what the document says, with functions where they help. */
export type Options = Omit<Config, 'destination'> & { destination?: Destination | Destination[] }

export interface TouchpointSettings {
  id: string
  on: Exclude<Trigger, string>[]
  delayMs: number
  /** Most exposures ever. */
  max: number
  /** How long to rest after it was last shown, dismissed and answered. */
  restMs: { shown: number; dismissed: number; answered: number }
  placement: Placement
  /** It stands where visitors come to it, and interrupts nobody. */
  stands: boolean
  /** The word of a preset, or a survey. */
  survey: string | Survey
  /** What was written. */
  raw: Touchpoint
}

/** Names a mistake by its code, and says how to mend it. */
export type Warn = (code: string, fix: string) => void

const presets = 'nps csat ces stars feedback'.split(' ')
/** Of placements, the last four stand where visitors come to them, and need no patience with being asked. */
const placements = 'popover sheet modal bar inline tab page kiosk'.split(' ')
export const consents: unknown[] = 'granted pending denied'.split(' ')
/** What boot leaves to the journey's part: of a configuration, a governor or a touchpoint, and of its triggers. */
const rich = /journey|visitor|enabled|channel|perPage|byTag|cancelOn|schedule|audience|asked|priority|sample/
const plainTrigger = /^((event(,where)?|(not,)?page) |delay \d+[smhd])$/
const minuteMs = 6e4
const hourMs = 36e5

export function isOneOf(known: unknown[], value: unknown, code: string, warn: Warn): boolean {
  const found = known.includes(value)
  if (!found) warn(code, `${shown(value)} is none of ${known}`)
  return found
}

/** One touchpoint with its defaults, or nothing when it cannot be used. */
export function readTouchpoint(
  input: unknown,
  surveys: Settings['surveys'],
  warn: Warn,
): TouchpointSettings | undefined {
  const raw = object<Touchpoint>(input as Touchpoint)
  const { id, on = [] } = raw
  const { max, afterShown, afterDismissed, afterAnswered } = object(raw.frequency)
  const { kind } = object(raw.placement)
  const placement =
    raw.placement && isOneOf(placements, kind, 'bad-placement', warn) ? raw.placement : ({ kind: 'popover' } as const)
  const stands = placements.indexOf(placement.kind) > 3
  const survey = findSurvey(raw.survey, surveys)
  if (!text(id) || !survey) {
    warn('bad-touchpoint', `${shown(id)} needs an id and a survey: ${presets}, or of "surveys"`)
    return
  }
  return {
    id,
    on: [on].flat().map(trigger => (typeof trigger === 'string' ? { event: trigger } : object(trigger))),
    stands,
    max: number(max, stands ? Infinity : 3),
    restMs: {
      shown: ms(afterShown, stands ? '0s' : '7d', warn),
      dismissed: ms(afterDismissed, stands ? '0s' : '30d', warn),
      answered: ms(afterAnswered, stands ? '0s' : '90d', warn),
    },
    survey,
    delayMs: ms(raw.delay, '0s', warn),
    placement,
    raw,
  }
}

function ms(value: unknown, standard: string, warn: Warn): number {
  const given = durationMs(value ?? standard)
  if (given >= 0) return given
  warn('bad-duration', `${shown(value)} is not one like "30d"`)
  return durationMs(standard)
}

/** Reads what the integrator wrote. It takes what it can use and warns of the rest; it never throws. */
export function readConfig(input: Options, warn: Warn): Settings {
  const config = object<Options>(input)
  const { perSession, betweenSurveys } = object(config.governor)
  const { consent = 'granted' } = config
  const isPlainConsent = consents.includes(consent)
  const surveys = object(config.surveys)
  const sources = list(config.sources) ?? ['dataLayer']
  const betweenMs = ms(betweenSurveys, '7d', warn)
  const touchpoints = [config.touchpoints ?? []].flat().flatMap(raw => readTouchpoint(raw, surveys, warn) ?? [])
  return {
    config,
    // Nothing is kept until `setConsent` says otherwise.
    consent: isPlainConsent ? (consent as Consent) : 'pending',
    touchpoints,
    surveys,
    locale: text(config.locale),
    destinations: [config.destination].flat().map((raw, index) => {
      const destination = object<Destination>(raw as Destination)
      const { url } = destination
      const given = text(url) || text(config.endpoint)
      if (!given) warn('no-endpoint', 'set "endpoint" to your URL')
      const statuses = list(destination.statuses) ?? ['complete', 'partial']
      // The first keeps its queue whatever else is added; a queue has the requests of one destination alone.
      return { ...destination, url: given, statuses, key: index ? `:${given}` : '' }
    }),
    governor: { perSession: number(perSession, 1), betweenMs },
    isRich:
      !isPlainConsent ||
      betweenMs < hourMs || // a second tab could ask while the first still does
      sources.some(one => one !== 'dataLayer') ||
      [object(config.governor), config, ...touchpoints.map(({ raw }) => raw)].some(one => rich.test(`${keys(one)}`)) ||
      touchpoints.some(
        ({ on, delayMs }) =>
          delayMs >= minuteMs ||
          !on.every(one => plainTrigger.test(`${keys(one)} ${text((one as DelayTrigger).delay)}`)),
      ) ||
      [...Object.values(surveys), ...touchpoints.map(({ survey }) => survey)].some(
        one => object(one as Survey).frequency,
      ),
    privacy: object(config.privacy),
    sources,
  }
}

/** The survey behind an id, a preset's word or a survey itself. */
function findSurvey(survey: string | Survey, surveys: Settings['surveys']): string | Survey | undefined {
  const found = (typeof survey === 'string' && surveys[survey]) || survey
  return list(object(found as Survey).questions) || presets.includes(found as string) ? found : undefined
}

/** What should be an object and is none counts as an empty one; of the other types, as not given. */
const object = <T extends object>(value: T | undefined): Partial<T> & T =>
  (typeof value === 'object' && value ? value : {}) as T
const keys = (value: object) => Object.keys(value).sort()
/** For a message. What is not a text may have no way of becoming one. */
const shown = (value: unknown) => (typeof value === 'string' ? `"${value}"` : typeof value)
const list = <T>(value: T[] | undefined) => (Array.isArray(value) ? value : undefined)
const text = (value: string | undefined) => (typeof value === 'string' ? value : '')
const number = (value: number | undefined, standard: number) => (typeof value === 'number' ? value : standard)
