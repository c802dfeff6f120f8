import { describe, expect, it } from 'vitest'
import { matches } from '../../src/conditions'
import { readConfig } from '../../src/config'
import type { Asked } from '../../src/contracts'
import { inWords } from '../../src/eligibility/words'
import { cameOf, withCame } from '../../src/inspector/came'
import { toOwnRow, toRow } from '../../src/inspector/rows'

const { touchpoints } = readConfig(
  {
    endpoint: '/',
    touchpoints: [
      { id: 'a', on: 'order.completed', cancelOn: 'order.completed', survey: 'nps' },
      { id: 'b', on: { event: 'order.completed', every: 3 }, survey: 'nps' },
    ],
  },
  (code, fix) => expect.fail(`${code}: ${fix}`),
)
const asked = (change: Partial<Asked>): Asked => ({ touchpoint: touchpoints[0]!, shown: false, looks: [], ...change })

describe('cameOf', () => {
  const looks = [
    { gate: 'consent', pass: true, facts: ['granted'] },
    { gate: 'subject', pass: false, facts: ['A-1'] },
    { gate: 'max', pass: false, facts: [3, 3] },
  ]
  const came = (change: Partial<Asked>) => cameOf(asked(change), inWords, 0)

  it('is the sentence of the first gate that did not pass', () => {
    expect(came({ looks })).toEqual({ asked: false, words: 'It has been asked about order or conversation A-1.' })
  })

  it('does not look at the gates of somebody who was asked', () => {
    expect(came({ looks, shown: true })).toEqual({ asked: true, words: 'Asked.' })
  })

  it('tells what could not be shown from what was kept off', () => {
    expect(came({ looks, shown: undefined }).words).toBe('It could not be shown: Config says why.')
    expect(came({}).words).toMatch(/^The page has kept it off/)
  })
})

describe('withCame', () => {
  const came = { asked: true, words: 'Asked.' }
  const row = toRow({ name: 'order.completed', properties: {} }, 7, 0, touchpoints, matches)

  it('says so where the event starts the touchpoint or counts for it, and nowhere else', () => {
    const [other, at] = withCame([{ ...row, number: 6 }, row], 7, 'a', came)
    expect(other!.matches.every(match => !match.came)).toBe(true)
    expect(at!.matches).toContainEqual({ touchpoint: 'a', how: 'starts', came })
    expect(at!.matches).toContainEqual({ touchpoint: 'a', how: 'cancels' })
    expect(withCame([row], 7, 'b', came)[0]!.matches).toContainEqual({ touchpoint: 'b', how: 'counts', came })
  })

  it('says so at what is no event of the page as well', () => {
    const own = toOwnRow({ kind: 'scroll', name: '50%', properties: {} }, 8, 0)
    expect(own).toMatchObject({ name: 'scroll 50%', source: 'this page itself' })
    expect(withCame([own], 8, 'a', came)[0]!.matches).toEqual([{ touchpoint: 'a', how: 'starts', came }])
    expect(toOwnRow({ name: 'order.completed', properties: {} }, 9, 0).source).toBe('an earlier page')
  })
})
