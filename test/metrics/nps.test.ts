import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nps, npsOfDistribution } from '../../src/metrics'

const answers = (promoters: number, passives: number, detractors: number) => [
  ...Array<number>(promoters).fill(9),
  ...Array<number>(passives).fill(7),
  ...Array<number>(detractors).fill(6),
]

describe('nps', () => {
  it('is the share of promoters less the share of detractors', () => {
    const result = nps([0, 6, 7, 8, 9, 10, 10, 10])
    expect(result).toMatchObject({ score: 25, promoters: 4, passives: 2, detractors: 2, count: 8 })
  })

  it.each([
    { shares: [1 / 2, 1 / 3, 1 / 6], count: 400, margin: 7.3 },
    { shares: [0.45, 0.35, 0.2], count: 100, margin: 15.02 },
    { shares: [0.45, 0.35, 0.2], count: 1000, margin: 4.75 },
    { shares: [0.45, 0.35, 0.2], count: 903, margin: 5 },
    { shares: [0.5, 0, 0.5], count: 1537, margin: 5 },
    { shares: [0.5, 0, 0.5], count: 385, margin: 9.99 },
  ])('has the margin ±$margin for $count answers shared $shares', ({ shares, count, margin }) => {
    const [promoters, passives, detractors] = shares as [number, number, number]
    const { interval } = npsOfDistribution([
      { value: 9, count: promoters * count },
      { value: 8, count: passives * count },
      { value: 6, count: detractors * count },
    ])
    expect((interval![1] - interval![0]) / 2).toBeCloseTo(margin, 2)
  })

  it('has no score and no interval without answers', () => {
    expect(nps([])).toEqual({ score: null, promoters: 0, passives: 0, detractors: 0, count: 0, interval: null })
  })

  it('leaves out what is not a point of the scale', () => {
    expect(nps([10, 11, -1, 8.5, Number.NaN]).count).toBe(1)
  })

  it('keeps the interval around the score and within −100 and 100', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), given => {
        const { score, interval, count } = nps(given)
        expect(count).toBe(given.length)
        expect(interval![0]).toBeGreaterThanOrEqual(-100)
        expect(interval![1]).toBeLessThanOrEqual(100)
        expect(interval![0]).toBeLessThanOrEqual(score!)
        expect(interval![1]).toBeGreaterThanOrEqual(score!)
      }),
    )
  })

  it('changes its sign when promoters and detractors change places', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 200 }), (promoters, detractors, passives) => {
        const one = nps(answers(promoters, passives, detractors))
        const other = nps(answers(detractors, passives, promoters))
        expect(other.score).toBeCloseTo(-one.score!, 9)
      }),
    )
  })
})
