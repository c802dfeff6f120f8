import { nanoid } from 'nanoid'
import type { Env, JourneyEvent, User } from '../contracts'
import type { Response } from '../schema'

/** What this browser remembers of its visitor. Times are in milliseconds. What another version has added stays. */
export interface VisitorRecord {
  /** Of the form. What is added changes none; a form that this one could not be read as would have another. */
  version: 1
  id: string
  /** By touchpoint: how often it was shown, and when it was last shown, dismissed and answered. */
  seen: Record<string, Seen>
  /** When any survey was last shown. */
  shown?: number
  /** The orders and conversations that were asked about, newest last. */
  asked: string[]
  /** The rest is kept for configurations that need it: see src/journey. */
  surveys?: Record<string, Seen>
  tags?: Record<string, Seen>
  /** A survey floats in a tab since then. */
  floating?: number | undefined
  user?: User | undefined
  visits?: number
  /** When the last page of a visit was come to. */
  visited?: number
  trail?: NonNullable<Response['journey']>
  campaign?: NonNullable<Response['campaign']>
  /** Events whose touchpoint is due later. */
  due?: { touchpoint: string; event: JourneyEvent; at: number }[]
  /** How far counts and sequences have come, by touchpoint and trigger. */
  counts?: Record<string, number>
  /** The orders and conversations that were counted. */
  counted?: string[]
  steps?: Record<string, number[]>
}

export interface Seen {
  count: number
  shown?: number
  dismissed?: number
  answered?: number
}

export interface Visitor {
  /** The record as it is now, whichever tab wrote it. */
  read(): VisitorRecord
  /** Surveys shown in this tab's session, and whether the visitor wants to be asked no more. */
  state(): { inSession: number; optedOut: boolean }
  /** Notes an exposure, at once and before anything is drawn; one that stands in the page counts for its touchpoint alone. */
  note(what: 'shown' | 'dismissed' | 'answered', touchpointId: string, event?: JourneyEvent, stands?: boolean): void
  /**
   * Alters the record, and writes it down at once. Where that is not allowed yet, it is altered in memory, and once more,
   * upon what earlier visits have written down, when it is: so what alters looks at nothing but the record that it is given.
   */
  change(alter: (record: VisitorRecord) => unknown): void
  /** Does to what earlier visits have written down what was done only in memory until now. */
  save(): void
  /** Is a stranger from now on, but for a wish not to be asked again. */
  forget(): void
  /** Wants to be asked no more. That is written down like a refusal, whatever else may be. */
  optOut(): void
}

/** Where the record lies. */
export const recordKey = 'pulso:visitor'
const sessionKey = 'pulso:session'
const optOutKey = 'pulso:optout'

/** The order or conversation that an event is about: several events may be, and each may come again on a refresh. */
export function subjectOf({ properties }: JourneyEvent): string | false {
  const id = properties.order_id ?? properties.transaction_id ?? properties.conversation_id
  return /str|num/.test(typeof id) && `${id}`
}

/** A record of another form, or that another script has spoilt, is as good as none. */
function parse(text: string): VisitorRecord | undefined {
  try {
    const record: VisitorRecord = JSON.parse(text)
    if (record.version === 1 && record.id && record.seen && Array.isArray(record.asked)) return record
  } catch {}
  return undefined
}

/** Of whom nothing is known. */
export const stranger = (id: string): VisitorRecord => ({ id, seen: {}, asked: [], version: 1 })

/** Keeps the visitor's record in localStorage, or in memory while `mayStore` says no. */
export function createVisitor(env: Env, mayStore: () => boolean): Visitor {
  let memory: VisitorRecord | undefined
  let inSession = 0
  /** Another page of the session may have shown more, and this one come back since. */
  const counted = () => (inSession = Math.max((env.session.get(sessionKey) as never) | 0, inSession))
  /** What is to be written down once that is allowed, upon what earlier visits have left. */
  const unwritten: ((record: VisitorRecord) => unknown)[] = []
  /** Whether the record is on the device: not known at first, and no more once it would not be written. */
  let isThere: boolean | undefined
  let optedOut: boolean | undefined

  const read = () => {
    const text = mayStore() && isThere !== false && env.local.get(recordKey)
    // What was there and is not any more has been forgotten in another tab.
    if (text) isThere = true
    else if (isThere && text === null) memory = isThere = undefined
    memory = (text && parse(text)) || memory || stranger(nanoid())
    return memory
  }
  const change: Visitor['change'] = alter => {
    const record = read()
    alter(record)
    if (mayStore()) {
      isThere = env.local.set(recordKey, record) // where it is not, memory knows more
      env.session.set(sessionKey, counted())
    } else unwritten.push(alter)
  }
  return {
    state: () => ({ inSession: counted(), optedOut: optedOut || !!env.local.get(optOutKey) }),
    save() {
      if (unwritten[0]) memory = stranger(memory!.id)
      for (const alter of unwritten.splice(0)) change(alter)
    },
    forget() {
      memory = isThere = undefined
      unwritten.splice(0)
      env.local.remove(recordKey)
      env.session.remove(sessionKey)
      inSession = 0
    },
    change,
    optOut() {
      optedOut = true
      env.local.set(optOutKey, '1')
    },
    read,
    note(what, touchpointId, event, stands) {
      const now = env.now()
      if (what === 'shown' && !stands) inSession = counted() + 1
      change(record => {
        const seen: Seen = { count: 0, ...record.seen[touchpointId] }
        record.seen[touchpointId] = seen
        seen[what] = now
        if (what !== 'shown') return
        seen.count++
        if (!stands) record.shown = now
        const subject = event && subjectOf(event)
        if (subject) record.asked = [...record.asked, `${touchpointId} ${subject}`].slice(-50)
      })
    },
  }
}
