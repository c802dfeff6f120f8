import type { Settings, TouchpointSettings } from '../config'
import type { Gate, JourneyEvent } from '../contracts'
import type { Consent } from '../schema'
import { subjectOf, type VisitorRecord } from './visitor'

/** What a decision depends on besides the touchpoint, the visitor and the time. */
export interface Context {
  consent: Consent
  governor: Settings['governor']
  /** Surveys shown in this session. */
  inSession: number
  /** A survey floats on this page already. */
  busy: boolean
  event: JourneyEvent | undefined
  /** It stands in the page and interrupts nobody, so it leaves room for others and they for it. */
  stands: boolean
}

/**
 * May this visitor be asked now? Every gate answers, in order, with what it looked at; the visitor is asked when all
 * of them pass. Pure, and used on every path to a survey.
 */
export function decide(
  { id, max, restMs, sample }: TouchpointSettings,
  visitor: VisitorRecord,
  { consent, governor, inSession, busy, event, stands }: Context,
  now: number,
): Gate[] {
  const seen = visitor.seen[id] ?? { count: 0 }
  const gates: Gate[] = []
  const gate = (name: string, pass: boolean, reason: unknown) => gates.push({ gate: name, pass, reason: `${reason}` })
  const below = (name: string, count: number, most: number) => gate(name, count < most, `${count} of ${most}`)
  // A time ahead of the clock was written by a clock that has since been put back: it holds nobody off.
  const rest = (name: string, since: number | undefined, ms: number) =>
    gate(
      name,
      !since || since > now || now >= since + ms,
      since ? `until ${new Date(since + ms).toISOString()}` : 'never',
    )

  gate('consent', consent !== 'denied', consent)
  gate('busy', stands || !busy, busy)
  below('max', seen.count, max)
  for (const what of ['shown', 'dismissed', 'answered'] as const) rest(what, seen[what], restMs[what])
  if (!stands) {
    below('perSession', inSession, governor.perSession)
    rest('betweenSurveys', visitor.shown, governor.betweenMs)
  }
  const subject = event && subjectOf(event)
  gate('subject', !subject || !visitor.asked.includes(`${id} ${subject}`), subject)
  below('sample', fraction(`${visitor.id} ${id}`), sample)
  return gates
}

/** A fraction in [0, 1) that is always the same for the same text: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
function fraction(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0) / 2 ** 32
}
