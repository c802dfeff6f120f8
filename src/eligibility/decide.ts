import type { Settings, TouchpointSettings } from '../config'
import type { JourneyEvent, Look, Verdict } from '../contracts'
import type { Consent } from '../schema'
import { type Seen, subjectOf, type VisitorRecord } from './visitor'

/** What a decision depends on besides the touchpoint, the visitor and the time. */
export interface Context {
  consent: Consent
  optedOut: boolean
  governor: Settings['governor']
  /** Surveys shown in this session. */
  inSession: number
  /** A survey is there already where this one would be: one that floats, or, of what stands in the page, the same. */
  busy: boolean
  event: JourneyEvent | undefined
  /** It stands in the page and interrupts nobody, so it leaves room for others and they for it. */
  stands: boolean
}

/** The three forms of a gate. */
export interface Gates {
  gate(name: string, pass: boolean, ...facts: unknown[]): unknown
  below(name: string, count: number, most: number): unknown
  /** So long since a time, if there was one. */
  rest(name: string, since: number | undefined, ms: number): unknown
}

/**
 * May this visitor be asked now? Every gate answers, in order, with what it looked at; the visitor is asked when all
 * of them pass. Pure, and used on every path to a survey. `more` adds the gates that a richer configuration asks for.
 */
export function decide(
  { id, max, restMs }: TouchpointSettings,
  visitor: VisitorRecord,
  { consent, optedOut, busy, stands, governor, inSession, event }: Context,
  now: number,
  more?: (gates: Gates) => unknown,
): Verdict {
  const seen: Seen = { count: 0, ...visitor.seen[id] }
  const looks: Look[] = []
  const gate: Gates['gate'] = (name, pass, ...facts) => looks.push({ gate: name, pass, facts })
  const below: Gates['below'] = (name, count, most) => gate(name, !(count >= most), count, most)
  // A time ahead of the clock was written by a clock that has since been put back: it holds nobody off. Nor does what is
  // no number: a record may be spoilt.
  const rest: Gates['rest'] = (name, since, ms) => gate(name, !(now >= since! && now < since! + ms), since, since! + ms)

  gate('consent', consent !== 'denied', consent)
  gate('optOut', !optedOut)
  more?.({ gate, below, rest })
  gate('busy', !busy)
  below('max', seen.count, max)
  for (const what in restMs) rest(what, seen[what as 'shown'], restMs[what as 'shown'])
  if (!stands) {
    below('perSession', inSession, governor.perSession)
    rest('betweenSurveys', visitor.shown, governor.betweenMs)
  }
  const subject = event && subjectOf(event)
  gate('subject', !subject || !visitor.asked.includes(`${id} ${subject}`), subject)
  return looks
}
