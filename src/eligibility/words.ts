import type { Gate, Look } from '../contracts'

type Words = (pass: boolean, facts: unknown[], now: number) => string

const counted =
  (what: string): Words =>
  (_, [count, most]) =>
    most === Infinity
      ? `${what} ${count} times, and may be any number of times.`
      : `${what} ${count} of at most ${most} times.`
const rested =
  (what: string): Words =>
  (pass, [since, until], now) =>
    since
      ? `${what} on ${date(since)}; ${pass ? ((since as number) > now ? 'the clock has been put back since, so that does not count' : 'the rest after that is over') : `it rests until ${date(until)}`}.`
      : `${what.replace(' was ', ' was never ')}.`

/** What each gate says, passed or not. */
const words: Record<string, Words> = {
  cancelOn: pass => (pass ? 'Nothing has called it off.' : 'An event of "cancelOn" has called it off.'),
  optOut: pass =>
    pass ? 'The visitor has not asked to be left alone.' : 'The visitor does not want to be asked again.',
  enabled: pass => (pass ? 'It is switched on.' : 'It is switched off: "enabled" is false.'),
  consent: (_, [consent]) =>
    consent === 'denied' ? 'The visitor has refused.' : `Consent is ${consent}, which does not forbid to ask.`,
  schedule: (pass, [zone]) =>
    `The schedule ${pass ? 'allows' : 'does not allow'} for it now${zone ? `, by the clocks of ${zone}` : ''}.`,
  audience: pass => `The visitor ${pass ? 'is' : 'is not'} one of the audience.`,
  sample: (pass, [share, sample]) =>
    `The visitor stands at ${(share as number).toFixed(2)}, ${pass ? 'within' : 'outside'} the sample of ${sample}.`,
  asked: (pass, [id, since]) =>
    `"${id}" was ${since ? `last asked on ${date(since)}` : 'never asked'}, which ${pass ? 'fits' : 'does not fit'} "asked".`,
  elsewhere: pass => (pass ? 'No other tab shows a survey.' : 'Another tab shows a survey.'),
  busy: pass => (pass ? 'Its place on this page is free.' : 'A survey has its place on this page already.'),
  dialog: pass =>
    pass ? 'No dialog of the page is open.' : 'A dialog of the page is open: the survey waits until it is closed.',
  place: (pass, [selector]) => `${pass ? 'An' : 'No'} element matches "${selector}".`,
  max: counted('It was shown'),
  shown: rested('It was shown'),
  dismissed: rested('It was closed unanswered'),
  answered: rested('It was answered'),
  'survey max': counted('The survey was shown'),
  'survey shown': rested('The survey was shown'),
  'survey dismissed': rested('The survey was closed unanswered'),
  'survey answered': rested('The survey was answered'),
  perSession: counted('Surveys were shown in this session'),
  perPage: counted('Surveys were shown on this page'),
  betweenSurveys: rested('A survey was shown'),
  subject: (pass, [subject]) =>
    subject
      ? `It has ${pass ? 'not ' : ''}been asked about order or conversation ${subject}.`
      : 'It is about no order or conversation.',
}

/** A gate's word in a sentence, as it is said now. */
export const inWords = ({ gate, pass, facts }: Look, now: number): Gate => ({
  gate,
  pass,
  reason: (words[gate] ?? rested(`A survey with the ${gate} was shown`))(pass, facts, now),
})

/**
 * By the visitor's clock, as Swedes write it: `2026-11-28 13:25:00`. Beyond what a date can be, such as after a rest of
 * a billion days, it is for good.
 */
const date = (time: unknown) =>
  Math.abs(time as number) <= 864e13 ? new Date(time as number).toLocaleString('sv') : 'a day that never comes'
