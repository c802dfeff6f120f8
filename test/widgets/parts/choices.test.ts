import { describe, expect, it } from 'vitest'
import { type Option, optionsOf, shuffle } from '../../../widgets/parts/choices'

const options = (...ids: string[]): Option[] =>
  ids.map(id => ({ id, label: id, ...(id.startsWith('!') && { pinned: true }) }))
const ids = (list: Option[]) => list.map(({ id }) => id).join('')

describe('shuffle', () => {
  it('keeps every choice, in the same order for the same seed', () => {
    const given = options(...'abcdefghij')
    expect([...ids(shuffle(given, 0.3))].sort().join('')).toBe('abcdefghij')
    expect(ids(shuffle(given, 0.3))).toBe(ids(shuffle(given, 0.3)))
    expect(ids(shuffle(given, 0.3))).not.toBe(ids(shuffle(given, 0.7)))
    expect(ids(given)).toBe('abcdefghij')
  })

  it('leaves what is pinned in its place', () => {
    for (let seed = 0; seed < 1; seed += 0.01)
      expect(ids(shuffle(options('!1', 'a', '!2', 'b', 'c', '!3'), seed))).toMatch(/^!1.!2..!3$/)
  })

  it('makes each of the six orders of three about as often as any other', () => {
    const seen: Record<string, number> = {}
    const rounds = 6000
    for (let round = 0; round < rounds; round++) {
      const order = ids(shuffle(options(...'abc'), (round * 0.6180339887) % 1))
      seen[order] = (seen[order] ?? 0) + 1
    }
    const expected = rounds / 6
    const chiSquare = Object.values(seen).reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(Object.keys(seen)).toHaveLength(6)
    expect(chiSquare).toBeLessThan(20.5) // five degrees of freedom, one in a thousand
  })
})

describe('optionsOf', () => {
  it('takes texts and labelled ids, and drops the rest and repetitions', () => {
    const given = [
      'a',
      { id: 'b', label: { en: 'Bee' } },
      'a',
      { id: 'b', label: 'again' },
      null,
      3,
      { id: 4, label: 'x' },
    ]
    expect(optionsOf(given as never)).toEqual([
      { id: 'a', label: 'a' },
      { id: 'b', label: { en: 'Bee' } },
    ])
    expect(optionsOf('abc' as never)).toEqual([])
    expect(optionsOf(undefined)).toEqual([])
  })

  it('leaves the id of an answer in one’s own words to that, where there is one', () => {
    const given = ['a', { id: 'other', label: 'Elsewhere' }]
    expect(optionsOf(given)).toHaveLength(2)
    expect(optionsOf(given, true)).toEqual([{ id: 'a', label: 'a' }])
  })
})
