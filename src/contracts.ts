/**
 * The words the parts share: types alone, no values. What one part needs of another is written here, and
 * `client.ts` hands it over.
 * @module
 */
import type { Pulso, PulsoError } from './client'
import type { DestinationSettings, Settings, TouchpointSettings, Warn } from './config'
import type { decide } from './eligibility/decide'
import type { Visitor } from './eligibility/visitor'
import type { Presenter } from './presenter'
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
import type { watched } from './triggers/watched'

/** Undoes what the call that returned it has started. Calling it twice is harmless. */
export type Stop = () => void

/** A key–value storage that never throws; a blocked or missing one remembers nothing. */
export interface KeyValue {
  get(key: string): string | null
  /** Whether it was written: a text as it is, anything else as JSON. */
  set(key: string, value: unknown): boolean
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
  /** What a browser's timer cannot count, some 24 days, it takes for now. */
  after(ms: number, task: () => unknown): Stop
  /** Once the page has been looked at for so long at a stretch: nothing of it runs while the tab is hidden. */
  visible(ms: number, task: () => unknown): Stop
  /** The same function, whose failure is an error event and never reaches its caller. */
  calmly<Args extends unknown[], Result>(task: (...args: Args) => Result): (...args: Args) => Result | undefined
  /** A listener whose failure never reaches the page. */
  listen(target: EventTarget, type: string, handler: (event: Event) => unknown, capture?: boolean): Stop
}

/** Something that happened on the customer's journey. */
export interface JourneyEvent {
  name: string
  properties: Record<string, unknown>
  /** What it is when it is no journey event: `scroll`, `exit`, `page` … */
  kind?: string | undefined
  /** Who told of it: the name of a source, or nothing for the page's own `track`. */
  source?: string | undefined
}

/** What an adapter may be told. */
export interface AdapterOptions {
  /** What the page calls the global that is listened to, where it has renamed it; several data layers are several names. */
  global?: string | string[] | undefined
  /** The page's window. Default: the one the adapter runs in. */
  window?: (Window & typeof globalThis) | undefined
}

/**
 * Turns what a data layer, a shop or a chat widget tells into journey events, by their canonical names and with the
 * order's or the conversation's id. It never throws, alters nothing that it observes, keeps no timer that polls, and
 * may be started before or after what it observes.
 */
export type Adapter<Options extends AdapterOptions = AdapterOptions> = (
  pulso: { track(name: string, properties?: Record<string, unknown>): unknown },
  options?: Options,
) => Stop

/** Says that the moment has come. `still`: whether it is still so, asked again once a delay has passed. */
export type Fire = (event: JourneyEvent, still?: () => boolean) => void

/** Watches for its moment and calls `fire` with what happened. */
export type Trigger<Options> = (options: Options, fire: Fire, world: TriggerWorld) => Stop

export interface TriggerWorld {
  env: Env
  /** Journey events from every source, as they come. */
  onEvent(handler: (event: JourneyEvent) => unknown): Stop
  /** The page's address has changed without a load. */
  onNavigate(handler: () => unknown): Stop
  /**
   * Takes a sequence on from where the pages before have left it: a time for each step so far. `advance` says what an
   * event makes of them, or nothing when it was the last step; then `done` is called. What was heard before takes no step.
   */
  steps?(event: JourneyEvent, advance: (times: number[]) => number[] | undefined, done: () => unknown): void
  /** Whether a condition holds. */
  matches?: SurveyInput['matches']
  /** How many visits there were, this one among them. */
  visits?(): number
  /** Runs a task once it is known what earlier visits have written down; never, where that is known already. */
  whenKnown?(task: () => unknown): void
  /** A trigger's own word, the same on every page: of its touchpoint, and which of its triggers it is. */
  key?: string | undefined
  warn?: Warn
}

/**
 * Hands on what the page's own consent tool says. It calls `setConsent` when its verdict changes, and only then: `denied`,
 * which forgets everything, for a visitor's own refusal alone; `pending` while nobody has been asked; nothing while
 * nothing is known.
 */
export type ConsentSource<Options extends AdapterOptions = AdapterOptions> = (
  pulso: { setConsent(consent: Consent): unknown },
  options?: Options,
) => Stop

/** One eligibility gate's word on a touchpoint. */
export interface Gate {
  gate: string
  pass: boolean
  /** What the gate looked at, for a person who asks why. */
  reason: string
}

/** A gate's word before it is put into a sentence. */
export interface Look {
  gate: string
  pass: boolean
  /** What it looked at: a count and its limit, a time, a word. */
  facts: unknown[]
}

/** Every gate's word, in order. The visitor is asked when all of them pass. */
export type Verdict = Look[]

/** What is known of the visitor's way here, as a response carries it. */
export type Way = Pick<Response, 'channel' | 'journey' | 'campaign'>

/** What a configuration needs that says more than boot understands: other triggers, gates, sources and memories. */
export interface Journey {
  /** Starts all that the configuration asks for, with what has happened until now. */
  start(): Stop
  /** As boot's `decide`, with every gate. */
  decide: typeof decide
  /** Every gate's word on a touchpoint, in sentences. */
  explain(touchpointId: string): Promise<Gate[]>
  way(): Partial<Way>
}

/** What the parts know of each other; each takes what it needs. `client.ts` joins it. */
export interface Everything extends TriggerWorld, Pick<ExposureEvents, 'save' | 'emit'> {
  on: Pulso['on']
  settings: Settings
  visitor: Visitor
  load: Load
  matches: SurveyInput['matches']
  decide: typeof decide
  /** Boot's triggers, by their kinds. */
  kinds: Record<string, Trigger<never>>
  /** What has happened until now, for those who come late. */
  past: JourneyEvent[]
  track(name: string, properties?: object, source?: string): void
  /** Settles once everything is there that decides. */
  ready(): unknown
  /** Every gate's word on an asking, now. */
  verdict(asking: Asking): Verdict
  find(id: string, into?: Asking['into']): TouchpointSettings | undefined
  /** Who the page says the visitor is. */
  user(): User | undefined
  way(): Partial<Way> | undefined
  mayStore(): boolean
  newId(): string
  version: string
  presenter: Presenter
  pulso: Pulso
  /** Hears that a survey floats on the page, a new one or one that was carried over. */
  floats?(): void
  /** Hears that a survey has left the page. */
  closed?(): void
  warn: Warn
  fail(code: string, message: string, cause?: unknown): void
}

export type CreateJourney = (parts: Everything) => Journey

/** Something that cannot be used: its code, how to mend it, and the touchpoint that it is of, if it is of one. */
export interface Mistake {
  code: string
  fix: string
  of: string | undefined
}

export type Explain = (parts: Everything, touchpointId: string, mistakes: Mistake[]) => Promise<Gate[]>

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
  /** The disk would not take it, or delivery is not here yet (`no-delivery`): it is in memory alone. */
  memory: { id: string; reason: string }
  /** So many wait that the disk was not tried. */
  full: { id: string; reason: string }
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
   * going, so it is written down and sent at once. `lost`: no text could be made of it, for one destination at least.
   */
  keep(response: Response, previous?: Response, leaving?: boolean): Promise<Kept | 'lost' | undefined>
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

/** Delivery that takes over what was held until it had come. */
export interface Safe extends Delivery {
  adopt(): Promise<void>
}

export type CreateSafe = (
  env: Env,
  name: string,
  heldKey: string,
  destinations: DestinationSettings[],
  load: Load,
  notify: DeliveryEvents,
  warn: Warn,
) => Promise<(held: Map<string, Response>, onRefused: () => void) => Safe>

/** Carries surveys that were begun from page to page. */
export type StartCarrying = (
  parts: Pick<Everything, 'env' | 'settings' | 'mayStore' | 'find' | 'presenter' | 'visitor'> & {
    leftKey: string
    exposures: Set<ExposureHandle>
    /** What the page before was left in the middle of, for the presenter to find. */
    lefts: Left[]
  },
) => Stop

// ── widgets ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The words of a language that the first nps needs, and its thank-you when nothing more can be had. `{brand}` is filled in. */
export interface FirstWords {
  /** BCP 47 tag, as on `lang`. */
  code: string
  dir: 'ltr' | 'rtl'
  /** The region's name for assistive technology. */
  survey: string
  /** What is on the side button. */
  tab: string
  close: string
  thanks: string
  nps: ScaleWords
}

/** The others. They come together with the part that speaks them. */
export interface OtherWords {
  /** The way out for good, where the configuration offers it. */
  optOut: string
  /** Below the thanks, while the answer is in the page's memory alone. */
  unsent: string
  back: string
  next: string
  submit: string
  skip: string
  optional: string
  /** Nothing was chosen. */
  required: string
  csat: ScaleWords
  ces: ScaleWords
  stars: ScaleWords
  /** Five feelings, the worst first; they name the faces. */
  feelings: [string, string, string, string, string]
  thumbs: { title: string; up: string; down: string }
  /** The comment that follows a score. */
  why: string
  /** The one question of the `feedback` preset. */
  feedback: string
  /** The choice that the visitor words. */
  other: string
  /** The fields of a contact, its title, and what a visitor agrees to by giving it. */
  contact: { title: string; name: string; email: string; phone: string; consent: string }
  /** The box of a consent. */
  agree: string
  /** Moves a choice in a ranking. */
  up: string
  down: string
  /** What to do about an entry that is not as it should be; `tick` is for a box, `other` for a choice without its words. */
  invalid: Record<'email' | 'number' | 'url' | 'name' | 'phone' | 'tick' | 'text' | 'other', string>
  /** At least so many characters, at least and at most so many choices, a number of a range. */
  short(count: string): string
  least(count: number): string
  most(count: number): string
  range(from: string, to: string): string
  /** How many characters may still be typed, in the language's own plural. */
  left(count: number): string
}

/** The words of one language. */
export interface Locale extends FirstWords, OtherWords {}

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
  /** Perhaps only the first words; the others are put into it before anything is drawn that speaks them. */
  locale: Locale
  /** The language that was asked for, which may be none of ours. */
  language?: string | undefined
  brand: string
  theme?: Theme | undefined
  nonce?: string | undefined
  /** Where an inline survey goes; others go to the end of the body. */
  into: Element
  /** Where to go on, when it was interrupted. */
  place?: Partial<Place> | undefined
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
  /** The visitor wants to be asked no more; where it is missing, the survey does not offer that. */
  optOut?: (() => void) | undefined
  /** Something in the configuration could not be used. */
  warn(code: string, fix: string): void
}

/** An answer that is nowhere but in the page. */
export interface Unsent {
  sent: Promise<unknown>
}

/** A drawn survey. */
export interface SurveyHandle {
  /** Puts it on the page. */
  appear(): void
  place(): Place
  /** Whether the page has left it where it was put. */
  isThere(): boolean
  /** Takes the survey off the page, its host element included. */
  unmount(): void
}

/** Draws a survey in the shadow root of one host element, which is on no page yet. */
export type Mount = (input: SurveyInput, on: SurveyEvents) => SurveyHandle

/** One asking: which touchpoint, because of what, and where. */
export interface Asking {
  touchpoint: TouchpointSettings
  event?: JourneyEvent | undefined
  /** An element, or its selector, for an inline survey; it overrides the touchpoint's placement. */
  into?: Element | string | undefined
  /** Show it whatever the gates say. */
  force?: boolean | undefined
  /** Whether what it was asked for is still so. */
  still?: (() => boolean) | undefined
  /** What is entered already, by question id: `{ nps: 9 }`. It is no answer until the visitor sends it. */
  answers?: Record<string, unknown> | undefined
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
export interface Exposure extends Asking, Pick<SurveyInput, 'matches' | 'load'> {
  settings: Settings
  locale: FirstWords
  /** The response's id for life. */
  id: string
  anonymousId: string
  user: User | undefined
  /** Whence and how the visitor came here. */
  way: Partial<Way> | undefined
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
  on(
    name: 'queued' | 'delivered' | 'memory',
    handler: (detail: { id: string; result?: Kept; reason?: string }) => unknown,
  ): Stop
  /** Tells the page; false when it said no. */
  emit(name: 'before-show' | 'shown' | 'answered' | 'completed' | 'dismissed', response: Response): boolean
  /** Writes to the visitor's record what has come of it. */
  note(what: 'shown' | 'dismissed' | 'answered'): void
  /** For a visitor who wants to be asked no more, ever. */
  pulso: Pick<Pulso, 'optOut'>
  /** It is off the page. */
  closed(): void
  /** Asks the same once more, as a new response. */
  again(change: Pick<Asking, 'touchpoint'>): void
}

/** An exposure under way. */
export interface ExposureHandle {
  /** Whether it is this touchpoint's, which may be asked `anew` once that is answered to the end. */
  asks(touchpointId: string, anew?: boolean): boolean
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

/** Fetches what the survey's first step needs, and puts all the words there are into the language. */
export type Prepare = (
  asking: Asking,
  settings: Settings,
  load: Load['part'],
  matches: SurveyInput['matches'],
  locale: FirstWords,
) => Promise<unknown>

/** Puts an asking before the visitor if still nothing speaks against it; the only door to the widgets. */
export type Present = (parts: PresentParts, asking: Asking, locale: FirstWords) => Promise<boolean>

/** What boot has, for `present` to go on from. */
export interface PresentParts extends Everything {
  exposures: Set<ExposureHandle>
  lefts: Left[]
  allowed(asking: Asking): Promise<boolean>
  carry(): unknown
}

/**
 * Draws a survey and ties it to its response; throws when the survey or its place cannot be used. What it returns puts
 * the survey on the page, or returns undefined when a `before-show` handler says no.
 */
export type Ask = (exposure: Exposure, on: ExposureEvents) => () => ExposureHandle | undefined

/** What a visitor downloads only when it is needed, by its file. */
export interface Parts {
  /** Parts of the widgets that not every survey needs. */
  more: unknown
  kinds: unknown
  places: unknown
  redact: unknown
  words: unknown
  review: unknown
  /** The other words of a language that did not come whole. */
  [words: `locales/${string}.more`]: unknown
  /** What carries answers to delivery and surveys from page to page: as soon as there may be something to carry. */
  carry: { createSafe: CreateSafe; startCarrying: StartCarrying }
  /** The queue. */
  delivery: { createDelivery: CreateDelivery }
  /** The formats besides JSON, for a destination that asks for one. */
  formats: Record<string, Format>
  /** What knows of the page's own modal dialogs, where the page has one. */
  modal: {
    hasDialog(document: Document, butOurs?: boolean): boolean
    untilClosed(document: Document, butOurs?: boolean): Promise<void>
  }
  /** What a configuration needs that says more than boot understands. */
  journey: { createJourney: CreateJourney }
  /** The triggers that watch what visitors do. */
  watch: { watches: Record<string, Trigger<never>>; watched: typeof watched }
  /** Every gate's word on a touchpoint in sentences, for whoever asks. */
  explain: { explain: Explain; inWords(look: Look, now: number): Gate }
  /** The page's own view of what goes on: `?pulso=debug`. */
  inspector: { inspect: Inspect }
  /** An adapter by its name in `sources`, and a source of consent: the one thing in its file. */
  [source: `adapters/${string}`]: Record<string, Adapter>
  [source: `consent/${string}`]: Record<string, ConsentSource>
}

/** Fetches. */
export interface Load {
  /** The tags of the languages that there are. */
  languages: string[]
  /** The widgets and one language, whole or its first words: when somebody is about to be asked. */
  widgets(language: string): Promise<{ present: Present; locale: FirstWords }>
  part<Name extends keyof Parts>(name: Name): Promise<Parts[Name]>
}

/** An asking, what came of it as `show` says, and the gates at that moment. */
export interface Asked extends Asking {
  shown: boolean | undefined
  looks: Verdict
}

/** What the inspector has from the journey's part: the errors until now, and every asking, those until now among them. */
export interface Telling extends Pick<TriggerWorld, 'onNavigate'> {
  errors: PulsoError[]
  onAsked(handler: (asked: Asked) => unknown): void
}

/** Draws the inspector; returns the way to take it off the page. */
export type Inspect = (parts: Everything, telling: Telling) => Stop

export type { Answer, Condition, Consent, Ending, Placement, Question, Response, Status, Survey, Theme }
