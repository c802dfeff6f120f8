/**
 * The words the parts share: types alone, no values. What one part needs of another is written here, and
 * `client.ts` hands it over.
 * @module
 */
import type { DestinationSettings, Settings, TouchpointSettings } from './config'
import type {
  Answer,
  Condition,
  Consent,
  DestinationOptions,
  Ending,
  Placement,
  Question,
  Response,
  Status,
  Survey,
  Theme,
} from './schema'

/** Undoes what the call that returned it has started. Calling it twice is harmless. */
export type Stop = () => void

/** A key–value storage that never throws; a blocked or missing one remembers nothing. */
export interface KeyValue {
  get(key: string): string | null
  /** Whether it was written. */
  set(key: string, value: string): boolean
  remove(key: string): void
  keys(): string[]
}

/** The world as the parts see it: clock, timers, randomness, storage, and the page with its network. */
export interface Env {
  readonly window: Window & typeof globalThis
  readonly local: KeyValue
  readonly session: KeyValue
  /** Nothing of ours may be on the device: there are no storages, and no database either. */
  readonly storageFree?: boolean
  /** Milliseconds since 1970, as `Date.now`. */
  now(): number
  /** From 0 up to, not including, 1. */
  random(): number
  after(ms: number, task: () => unknown): Stop
  /** A listener whose failure never reaches the page. */
  listen(target: EventTarget, type: string, handler: (event: Event) => unknown): Stop
}

/** Something that happened on the customer's journey. */
export interface JourneyEvent {
  name: string
  properties: Record<string, unknown>
}

/** Watches for its moment and calls `fire` with what happened. */
export type Trigger<Options> = (options: Options, fire: (event: JourneyEvent) => void, world: TriggerWorld) => Stop

export interface TriggerWorld {
  env: Env
  /** Journey events from every source, as they come. */
  onEvent(handler: (event: JourneyEvent) => void): Stop
}

/** One eligibility gate's word on a touchpoint. */
export interface Gate {
  gate: string
  pass: boolean
  /** What the gate looked at, for a person who asks why. */
  reason: string
}

// ── delivery ────────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * A stored record is a frozen request: any version of the SDK can deliver what any other has stored. `notBefore` is
 * lease, backoff and schedule in one; `"open"` belongs to a survey still on screen, and a record without it is kept
 * as refused.
 */
export interface QueueRow {
  /** Response id and revision: `V1StGXR8_Z5jdHi6B-myT.2`. */
  id: string
  body: string
  type: string
  createdAt: number
  notBefore?: number | 'open' | undefined
  /** How often the endpoint has refused this very record. */
  refusals?: number
  /** The status of the last refusal. */
  status?: number
}

/** The row that speaks for the endpoint: while `closedUntil` lies ahead, nobody in this browser profile tries. */
export interface GateRow {
  id: ''
  failures: number
  status: number
  /** When it was closed, or somebody was last let through. */
  setAt: number
  closedUntil: number
}

/** One atomic look at the rows. Callbacks run inside the transaction, so no promise may stand between them. */
export interface QueueTransaction {
  get(id: string, then: (row: QueueRow | GateRow | undefined) => void): void
  put(row: QueueRow | GateRow): unknown
  remove(id: string): unknown
  /** The row that is due first, now or later. */
  next(then: (row: QueueRow | undefined) => void): void
  /** One whose survey is open. */
  open(then: (row: QueueRow | undefined) => void): void
  /** How many rows still wait for delivery. */
  count(then: (count: number) => void): void
  /** Every row, the gate among them. */
  all(then: (rows: QueueRow[]) => void): void
}

/** Where rows live. `run` resolves with what `work` handed to `done`, once everything it wrote is safe. */
export interface QueueStore {
  run<T>(work: (rows: QueueTransaction, done: (value: T) => void) => void): Promise<T>
}

/** What became of one transmission. */
export interface Outcome {
  /** `refused`: the record itself is at fault, others may pass. `retry`: the endpoint is, or the way to it. */
  kind: 'accepted' | 'refused' | 'retry'
  /** The HTTP status; 0 is the network, −1 a page in place of an answer. */
  status: number
  /** The least time the endpoint has asked for. */
  afterMs?: number
  /** A trouble that somebody has to mend, such as a wrong key or address. */
  slow?: boolean
  /** It was sent, and nothing can be known of what became of it. */
  unconfirmed?: boolean
}

/** Turns a response into what carries it. Pure; what it returns is stored and sent as it is. */
export type Format = (
  response: Response,
  destination?: Pick<DestinationOptions, 'writeKey'>,
) => { body: string; type: string }

/** A destination as code can write it: what the document says, or a function in its place. */
export interface Destination extends Omit<DestinationOptions, 'format' | 'headers'> {
  /** The name of a format, or one of your own. */
  format?: DestinationOptions['format'] | Format
  /** Asked whenever something is sent, so that a token is fresh, and is stored nowhere. */
  headers?: DestinationOptions['headers'] | (() => Record<string, string> | Promise<Record<string, string>>)
  /** Whether the endpoint has it, in place of our rule: a 2xx that was not redirected and is no HTML page. */
  ack?(response: globalThis.Response, text: string, key: string): boolean | Promise<boolean>
  /** Changes a response before it is kept, or drops it by returning nothing. `id` and `revision` stay what they are. */
  beforeSend?(response: Response): Response | null | undefined | false
}

/** `stored`: on disk, it survives anything. `memory`: the disk would not take it. `full`: so many wait that only memory was left. */
export type Kept = 'stored' | 'memory' | 'full'

/** What delivery tells of a record. */
export interface DeliveryDetails {
  queued: { id: string; result: Kept }
  delivered: { id: string; unconfirmed?: boolean | undefined }
  /** The disk would not take it, so it is in memory alone; or so many wait that it was not tried. */
  memory: { id: string; reason?: string | undefined }
  full: { id: string }
  /** Refused for the last time: it is kept, and `refused()` lists it. */
  refused: { id: string; status: number }
  /** What became of the record of that id: `not-delivered`, it waits for the next try. */
  error: { code: string; message: string; id?: string }
}

export type DeliveryEvents = <Name extends keyof DeliveryDetails>(name: Name, detail: DeliveryDetails[Name]) => unknown

/** Keeps responses on the visitor's disk until the endpoint has acknowledged them. */
export interface Delivery {
  /**
   * Keeps a revision, and takes back the unsent one that it follows; resolves when it is safe. `leaving`: the page is
   * going, so it is written down and sent at once.
   */
  keep(response: Response, previous?: Response, leaving?: boolean): Promise<Kept | undefined>
  /** Tries now what is due; resolves when nothing more can be done for the moment. */
  flush(): Promise<void>
  /** How many records wait. */
  pending(): Promise<number>
  /** What the endpoint has refused for good, as it was sent. */
  refused(): Promise<{ id: string; status: number; body: string }[]>
  /** Tries again what was refused; resolves with whether there was such a record. */
  retry(id: string): Promise<boolean>
  stop: Stop
}

export type CreateDelivery = (
  env: Env,
  name: string,
  destinations: DestinationSettings[],
  notify: DeliveryEvents,
  formats?: Record<string, Format>,
) => Delivery

// ── widgets ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The words of one language. `{brand}` is filled in. */
export interface Locale {
  /** BCP 47 tag, as on `lang`. */
  code: string
  dir: 'ltr' | 'rtl'
  /** The region's name for assistive technology. */
  survey: string
  close: string
  back: string
  next: string
  submit: string
  skip: string
  optional: string
  required: string
  thanks: string
  /** Below the thanks, while the answer is in the page's memory alone. */
  unsent: string
  nps: ScaleWords
  csat: ScaleWords
  ces: ScaleWords
  stars: ScaleWords
  /** Five feelings, the worst first; they name the faces. */
  feelings: [string, string, string, string, string]
  thumbs: { title: string; up: string; down: string }
  /** The comment that follows a score. */
  why: string
  /** The one question of the `feedback` preset, and what is on the side button. */
  feedback: string
  tab: string
  /** The choice that the visitor words. */
  other: string
  /** The fields of a contact, its title, and what a visitor agrees to by giving it. */
  contact: { title: string; name: string; email: string; phone: string; consent: string }
  /** The box of a consent. */
  agree: string
  /** Moves a choice in a ranking. */
  up: string
  down: string
  invalid: { email: string; number: string; url: string }
  /** At least so many characters, at least and at most so many choices, a number of a range. */
  short(count: number): string
  least(count: number): string
  most(count: number): string
  range(from: string, to: string): string
  /** How many characters may still be typed, in the language's own plural. */
  left(count: number): string
}

/** The wording of a scale question, and what stands at its ends. */
export interface ScaleWords {
  title: string
  low: string
  high: string
}

/** What `{{answers.nps}}`, `{{user.name}}` and `{{event.item}}` are filled from. */
export type Values = Partial<Record<'answers' | 'user' | 'event', Record<string, unknown>>>

/** Where a visitor stands in a survey: enough to go on from. */
export interface Place {
  at: number
  answers: Answer[]
  /** What was entered, by question id, as the question shows it. */
  drafts: Record<string, unknown>
  /** A number from 0 to 1 that shuffles the choices, the same for as long as the response lasts. */
  seed: number
}

/** What the widgets need to draw one survey. */
export interface SurveyInput {
  /** The word of a preset, or a survey. */
  survey: string | Survey
  placement: TouchpointSettings['placement']
  locale: Locale
  brand: string
  theme?: Theme | undefined
  nonce?: string | undefined
  /** Where an inline survey goes; others go to the end of the body. */
  into: Element
  /** Where to go on, when it was interrupted. */
  place?: Place | undefined
  values?: Values
  /** Whether a condition holds over the answers so far. */
  matches(condition: Condition, values: Record<string, unknown>): boolean
  load: Load['part']
}

/** What a drawn survey tells. Each promise settles when the answers are safe, and only then the next step is shown. */
export interface SurveyEvents {
  answer(answers: Answer[]): Promise<undefined>
  /** Resolves with what still has to happen, where nothing but the page could keep them. */
  complete(answers: Answer[]): Promise<Unsent | undefined>
  /** The visitor closed it, before or after the end. */
  close(by: 'close' | 'timeout'): void
  /** Something in the configuration could not be used. */
  warn(code: string, fix: string): void
}

/** An answer that is nowhere but in the page. */
export interface Unsent {
  sent: Promise<unknown>
}

/** A survey on screen. */
export interface SurveyHandle {
  place(): Place
  /** Whether the page has left it where it was put. */
  isThere(): boolean
  /** Takes the survey off the page, its host element included. */
  unmount(): void
}

/** Puts one host element on the page, with the survey in its shadow root. */
export type Mount = (input: SurveyInput, on: SurveyEvents) => SurveyHandle

/** One asking: which touchpoint, because of what, and where. */
export interface Asking {
  touchpoint: TouchpointSettings
  event?: JourneyEvent | undefined
  /** An element, or its selector, for an inline survey; it overrides the touchpoint's placement. */
  into?: Element | string | undefined
  /** Show it whatever the gates say. */
  force?: boolean | undefined
  /** What an interrupted survey left. */
  left?: Left | undefined
}

/** An interrupted survey, as the next page of this session finds it. */
export interface Left extends Place {
  event: JourneyEvent | undefined
  response: Response
  /** It was no part of its page, so it comes along to the next. */
  floats: boolean
}

/** What the widgets need to turn an asking into a survey on the page and its answers into a response. */
export interface Exposure extends Asking, Pick<SurveyInput, 'locale' | 'matches' | 'load'> {
  settings: Settings
  /** The response's id for life. */
  id: string
  anonymousId: string
  user: User | undefined
  version: string
  now(): number
}

/** Who the page says the visitor is. */
export interface User {
  id: string
  traits: Record<string, unknown>
}

/** What an exposure tells. */
export interface ExposureEvents extends Pick<SurveyEvents, 'warn'> {
  /** Keeps a revision in place of the one before; settles when it is safe. `leaving`: the page is going. */
  save(response: Response, previous?: Response, leaving?: boolean): Promise<unknown>
  /** Hears what becomes of what was saved. */
  on(name: 'memory' | 'full' | 'delivered', handler: (detail: { id: string }) => unknown): Stop
  /** Tells the page; false when it said no. */
  emit(name: 'before-show' | 'shown' | 'answered' | 'completed' | 'dismissed', response: Response): boolean
  /** Writes to the visitor's record what has come of it. */
  note(what: 'shown' | 'dismissed' | 'answered'): void
  /** It is off the page. */
  closed(): void
  /** Asks the same once more, as a new response. */
  again(change: Pick<Asking, 'touchpoint'>): void
}

/** An exposure under way. */
export interface ExposureHandle {
  /** One survey floats at a time; any number stand inline. */
  floats: boolean
  /** Whether the page has left the survey where it was put. */
  isThere(): boolean
  /** Ends it and takes the survey off the page. */
  close(by: 'close' | 'leave' | 'timeout'): void
  /**
   * The page is going: what was answered is sent as it stands. The survey stays, for the page may come back. Returns
   * what the next page needs to go on, if there is anything.
   */
  leave(): Left | undefined
  /** Takes the survey off the page and says nothing: another page has gone on with it. */
  drop(): void
}

/** Fetches what the survey's first step needs. */
export type Prepare = (
  asking: Asking,
  settings: Settings,
  load: Load['part'],
  matches: SurveyInput['matches'],
) => Promise<unknown>

/** The only door to the widgets. Undefined when a `before-show` handler said no; throws when the survey or its place cannot be used. */
export type Ask = (exposure: Exposure, on: ExposureEvents) => ExposureHandle | undefined

/** Fetches what a visitor downloads only when it is needed. */
export interface Load {
  /** The tags of the languages that there are. */
  languages: string[]
  /** The widgets and one language: when somebody is about to be asked. */
  widgets(language: string): Promise<{ ask: Ask; prepare: Prepare; locale: Locale }>
  /** A part of the widgets that not every survey needs. */
  part(name: 'more' | 'kinds' | 'places'): Promise<unknown>
  /** The queue: as soon as there may be something to keep or to deliver. */
  delivery(): Promise<{ createDelivery: CreateDelivery }>
  /** The formats besides JSON, for a destination that asks for one. */
  formats(): Promise<Record<string, Format>>
}

export type { Answer, Condition, Consent, Ending, Placement, Question, Response, Status, Survey, Theme }
