import { describe, expect, it } from 'vitest'
import { distribution } from '../../src/metrics'

describe('distribution', () => {
  it('counts each point of the scale, also those nobody chose', () => {
    expect(distribution([1, 3, 3], [1, 4])).toEqual([
      { value: 1, count: 1 },
      { value: 2, count: 0 },
      { value: 3, count: 2 },
      { value: 4, count: 0 },
    ])
  })

  it('leaves out what is not a point of the scale', () => {
    expect(distribution([0, 2.5, 9, Number.NaN], [1, 2]).every(point => point.count === 0)).toBe(true)
  })
})
