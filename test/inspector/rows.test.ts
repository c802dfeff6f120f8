import { describe, expect, it } from 'vitest'
import { matches } from '../../src/conditions'
import { readConfig } from '../../src/config'
import { flatten, namesOf, toRow, whenOf } from '../../src/inspector/rows'
import type { Touchpoint } from '../../src/schema'

const read = (...touchpoints: Partial<Touchpoint>[]) =>
  readConfig(
    { endpoint: '/', touchpoints: touchpoints.map((one, index) => ({ id: `t${index}`, survey: 'nps', ...one })) },
    (code, fix) => expect.fail(`${code}: ${fix}`),
  ).touchpoints

describe('toRow', () => {
  const touchpoints = read(
    { on: [{ event: ['order.completed', 'order.paid'], where: { value: { $gte: 20 } } }] },
    { on: [{ sequence: ['cart.viewed', { event: 'order.completed' }] }] },
    { on: 'support.ended', cancelOn: ['order.completed', { event: 'order.paid', where: { value: 1 } }] },
    { on: { scroll: 50 } },
  )
  const matched = (name: string, properties = {}) =>
    toRow({ name, properties }, 1, 0, touchpoints, matches).matches.map(({ touchpoint, how }) => `${touchpoint} ${how}`)

  it('says what each touchpoint makes of an event', () => {
    expect(matched('order.completed', { value: 50 })).toEqual(['t0 starts', 't1 step', 't2 cancels'])
    expect(matched('order.completed', { value: 5 })).toEqual(['t0 where', 't1 step', 't2 cancels'])
    expect(matched('order.paid', { value: 1 })).toEqual(['t0 where', 't2 cancels'])
    expect(matched('support.ended')).toEqual(['t2 starts'])
    expect(matched('something.else')).toEqual([])
  })

  it('says of an event that is counted that it counts, unless it starts the touchpoint besides', () => {
    const counting = read(
      { on: { event: 'a', every: 3, where: { value: 1 } } },
      { on: { event: 'a', after: 2 } },
      { on: [{ event: 'a', every: 2 }, 'a'] },
      { on: { event: 'a', every: 1, after: 0 } },
      { on: { sequence: ['a', 'b'] } },
    )
    const hows = (properties: object) =>
      toRow({ name: 'a', properties: { ...properties } }, 1, 0, counting, matches).matches.map(({ how }) => how)
    expect(hows({ value: 1 })).toEqual(['counts', 'counts', 'starts', 'starts', 'step'])
    expect(hows({ value: 2 })).toEqual(['where', 'counts', 'starts', 'starts', 'step'])
  })

  it('says who told of it, and when', () => {
    const event = { name: 'a', properties: { deep: { er: 1 } } }
    expect(toRow({ ...event, source: 'segment' }, 3, 9, [], matches)).toEqual({
      number: 3,
      name: 'a',
      source: 'segment',
      at: 9,
      properties: [['deep.er', '1']],
      matches: [],
    })
    expect(toRow(event, 3, undefined, [], matches)).toMatchObject({ source: 'track()', at: undefined })
  })
})

describe('flatten', () => {
  it('makes a line of each value, by the path to it', () => {
    expect(flatten({ a: 'text', b: { c: [1, { d: null }] }, e: {}, f: true })).toEqual([
      ['a', 'text'],
      ['b.c.0', '1'],
      ['b.c.1.d', 'null'],
      ['e', '{}'],
      ['f', 'true'],
    ])
  })

  it('stays short, whatever an event carries', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`k${index}`, 'x'.repeat(1000)]))
    const lines = flatten(many)
    expect(lines).toHaveLength(100)
    expect(lines[0]![1]).toHaveLength(201)
  })
})

describe('namesOf', () => {
  it('lists every event that the configuration listens to, once', () => {
    const touchpoints = read(
      { on: ['b', { sequence: ['a', { event: ['d', 'b'] }] }], cancelOn: [{ event: 'c' }] },
      { on: { exit: true } },
    )
    expect(namesOf(touchpoints)).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('whenOf', () => {
  it.each([
    [{ on: 'order.completed', delay: '3s' }, 'order.completed, then 3s'],
    [{ on: [{ event: ['a', 'b'] }, { sequence: ['c', { event: 'd' }] }] }, 'a or b, or c → d'],
    [{ on: { page: '/cart*', scroll: 50 } }, '50 % scrolled page /cart*'],
    [{ on: { exit: true as const, not: ['/a', '/b'] } }, 'exit not ["/a","/b"]'],
    [
      { on: { event: 'a', every: 3, after: 1, where: { value: { $gt: 5 } } } },
      'a every 3, after 1, where {"value":{"$gt":5}}',
    ],
    [{ on: { page: ['/a', '/b'] } }, 'page /a or /b'],
    [{ on: { page: '/cart*' } }, 'page /cart*'],
    [{ on: { exit: true as const } }, 'exit'],
    [{}, 'only show()'],
    [{ placement: { kind: 'inline' as const } }, 'always: it stands in the page'],
  ])('%j is in words: %s', (touchpoint, words) => {
    expect(whenOf(read(touchpoint)[0]!)).toBe(words)
  })
})
