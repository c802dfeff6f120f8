/**
 * The words the parts share: types alone, no values. What one part needs of another is written here, and
 * `client.ts` hands it over.
 * @module
 */
import type { Answer, Condition, Ending, Placement, Question, Response, Status, Survey } from './schema'

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

/** The world as the parts see it: clock, timers, randomness, storage, network and the page. */
export interface Env {
  readonly window: Window & typeof globalThis
  readonly local: KeyValue
  readonly session: KeyValue
  /** Milliseconds since 1970, as `Date.now`. */
  now(): number
  /** From 0 up to, not including, 1. */
  random(): number
  after(ms: number, task: () => void): Stop
  /** A listener whose failure never reaches the page. */
  listen(target: EventTarget, type: string, handler: (event: Event) => void): Stop
  fetch(url: string, init: RequestInit): Promise<globalThis.Response>
  /** Undefined or throwing where storage is refused. */
  indexedDB(): IDBFactory | undefined
}

/** Something that happened on the customer's journey. */
export interface JourneyEvent {
  name: string
  properties: Record<string, unknown>
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
  notBefore?: number | 'open'
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
  setAt: number
  closedUntil: number
}

/** One atomic look at the rows. Callbacks run inside the transaction, so no promise may stand between them. */
export interface QueueTransaction {
  get(id: string, then: (row: QueueRow | GateRow | undefined) => void): void
  put(row: QueueRow | GateRow): void
  remove(id: string): void
  /** The first row that is due in the range (from, to], earliest first. */
  first(from: number, to: number, then: (row: QueueRow | undefined) => void): void
  /** Every row whose survey is still open. */
  open(then: (row: QueueRow) => void): void
  /** How many rows still wait for delivery. */
  count(then: (count: number) => void): void
  all(then: (rows: QueueRow[]) => void): void
  clear(): void
}

/** Where rows live. `run` resolves with what `work` handed to `done`, once everything it wrote is safe. */
export interface QueueStore {
  run<T>(work: (rows: QueueTransaction, done: (value: T) => void) => void): Promise<T>
  close(): void
}

/** What became of one transmission. */
export type Outcome =
  | { kind: 'accepted'; status: number }
  /** The record itself is at fault; others may pass. */
  | { kind: 'refused'; status: number }
  /** The endpoint or the way to it is at fault; nobody should try before `afterMs`. Status 0 is the network, −1 a page in place of an answer. */
  | { kind: 'retry'; status: number; afterMs: number; slow: boolean }

/** Turns a response into the request that carries it. Pure; what it returns is stored and sent as it is. */
export type Destination = (response: Response) => { body: string; type: string }

// ── widgets ─────────────────────────────────────────────────────────────────────────────────────────────────────

/** The words of one language. `{brand}` is filled in. */
export interface Locale {
  /** BCP 47 tag, as on `lang`. */
  code: string
  dir: 'ltr' | 'rtl'
  /** The region's name for assistive technology. */
  survey: string
  close: string
  next: string
  submit: string
  skip: string
  optional: string
  required: string
  thanks: string
  nps: { title: string; low: string; high: string }
  /** The comment that follows a score. */
  why: string
}

/** What the widgets need to show one survey. */
export interface SurveyInput {
  /** The word of a preset, or a survey. */
  survey: string | Survey
  placement: Placement
  locale: Locale
  brand: string
  nonce?: string | undefined
  /** Where an inline survey goes; a popover goes to the end of the body. */
  into: Element
  /** Whether a condition holds over the answers so far. */
  matches(condition: Condition, values: Record<string, unknown>): boolean
}

/** What the widgets tell. Each promise settles when the answers are safe, and only then the next step is shown. */
export interface SurveyEvents {
  answer(answers: Answer[]): Promise<unknown>
  complete(answers: Answer[]): Promise<unknown>
  /** The visitor closed it, before or after the end. */
  close(by: 'close' | 'timeout'): void
}

/** A survey on screen. */
export interface SurveyHandle {
  /** Takes the survey off the page, its host element included. */
  unmount(): void
}

/** The only door to the widgets: puts one host element on the page, with the survey in its shadow root. */
export type Mount = (input: SurveyInput, on: SurveyEvents) => SurveyHandle

/** Fetches the widgets and one language. */
export type LoadWidgets = (language: string) => Promise<{ mount: Mount; locale: Locale }>

export type { Answer, Condition, Ending, Placement, Question, Response, Status, Survey }
