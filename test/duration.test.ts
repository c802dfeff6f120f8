import { describe, expect, it } from 'vitest'
import { durationMs } from '../src/duration'

describe('durationMs', () => {
  it.each([
    ['5s', 5_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
    ['30d', 2_592_000_000],
    ['0s', 0],
  ])('reads %s', (text, ms) => {
    expect(durationMs(text)).toBe(ms)
  })

  it.each(['', 'soon', '5', 'd', '5 weeks', null, undefined, {}])('is NaN for %j', text => {
    expect(durationMs(text)).toBeNaN()
  })
})
