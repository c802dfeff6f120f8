import { describe, expect, it } from 'vitest'
import { inWords } from '../../src/eligibility/words'

const since = +new Date(2027, 0, 1, 14, 3, 9)
const now = since + 10 * 864e5
const say = (gate: string, pass: boolean, ...facts: unknown[]) => inWords({ gate, pass, facts }, now).reason

describe('inWords', () => {
  it("says of a rest, by the visitor's clock, when it began and until when it lasts, or that there was none", () => {
    expect(say('shown', true, undefined, Number.NaN)).toBe('It was never shown.')
    expect(say('dismissed', true, undefined, Number.NaN)).toBe('It was never closed unanswered.')
    expect(say('betweenSurveys', true, undefined, Number.NaN)).toBe('A survey was never shown.')
    expect(say('tag nps', true, undefined, Number.NaN)).toBe('A survey with the tag nps was never shown.')
    expect(say('answered', false, since, since + 864e5)).toBe(
      'It was answered on 2027-01-01 14:03:09; it rests until 2027-01-02 14:03:09.',
    )
    expect(say('tag nps', true, since, since + 864e5)).toBe(
      'A survey with the tag nps was shown on 2027-01-01 14:03:09; the rest after that is over.',
    )
    expect(say('shown', true, now + 1, now + 2)).toBe(
      'It was shown on 2027-01-11 14:03:09; the clock has been put back since, so that does not count.',
    )
  })

  it('says of a count how far it has come, and when there is no most', () => {
    expect(say('max', true, 1, 3)).toBe('It was shown 1 of at most 3 times.')
    expect(say('max', true, 4, Infinity)).toBe('It was shown 4 times, and may be any number of times.')
    expect(say('perPage', false, 2, 2)).toBe('Surveys were shown on this page 2 of at most 2 times.')
  })

  it('has words for a rest that no calendar has the end of', () => {
    expect(say('answered', false, since, Infinity)).toContain('it rests until a day that never comes')
    expect(say('answered', false, since, since + 864e5 * 1e9)).toContain('it rests until a day that never comes')
  })

  const counts = ['max', 'survey max', 'perSession', 'perPage']
  const rests = ['shown', 'dismissed', 'answered', 'survey shown', 'survey dismissed', 'survey answered']
  const others: [string, ...unknown[]][] = [
    ['consent', 'pending'],
    ['consent', 'denied'],
    ['optOut'],
    ['enabled'],
    ['cancelOn'],
    ['schedule', undefined],
    ['schedule', 'Europe/Madrid'],
    ['audience'],
    ['sample', 0.123, 0.5],
    ['asked', 'nps', undefined],
    ['asked', 'nps', since],
    ['elsewhere'],
    ['busy'],
    ['dialog'],
    ['place', '#help'],
    ['subject', undefined],
    ['subject', '7'],
    ...counts.map((gate): [string, ...unknown[]] => [gate, 0, 1]),
    ...[...rests, 'betweenSurveys', 'tag nps'].flatMap((gate): [string, ...unknown[]][] => [
      [gate, undefined, Number.NaN],
      [gate, since, since + 1],
    ]),
  ]

  it.each(others)('%s %s reads as a sentence, passed or not', (gate, ...facts) => {
    for (const pass of [true, false]) {
      const reason = say(gate, pass, ...facts)
      expect(reason).toMatch(/^["A-Z].*\.$/)
      expect(reason).not.toMatch(/undefined|NaN|null|\[object| {2}/)
    }
  })

  it('says what differs between passing and not', () => {
    for (const gate of [
      'optOut',
      'enabled',
      'cancelOn',
      'schedule',
      'audience',
      'elsewhere',
      'busy',
      'dialog',
      'place',
    ])
      expect(say(gate, true)).not.toBe(say(gate, false))
  })
})
