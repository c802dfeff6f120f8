import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalInterval, wilsonInterval } from '../../src/metrics'

describe('wilsonInterval', () => {
  it('has the known interval for 80 of 100', () => {
    const [low, high] = wilsonInterval(80, 100)!
    expect(low).toBeCloseTo(0.7112, 4)
    expect(high).toBeCloseTo(0.8666, 4)
  })

  it('says nothing about a sample of nobody', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
  })

  it('stays within 0 and 1 and around the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, share) => {
        const hits = Math.round(share * count)
        const [low, high] = wilsonInterval(hits, count)!
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / count + 1e-12)
        expect(high).toBeGreaterThanOrEqual(hits / count - 1e-12)
      }),
    )
  })
})

describe('normalInterval', () => {
  it('does not reach beyond the ends of the measure', () => {
    expect(normalInterval(95, 10, [-100, 100])).toEqual([95 - 19.6, 100])
  })
})
