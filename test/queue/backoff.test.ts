import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, quarantineMs, retryAfterMs } from '../../src/queue/backoff'

describe('backoffMs', () => {
  it('doubles from one second to five minutes, and from one minute to an hour for a slow trouble', () => {
    expect([1, 2, 3, 9, 20].map(failures => backoffMs(failures, {}, 1))).toEqual([1e3, 2e3, 4e3, 256e3, 300e3])
    expect([1, 2, 7, 20].map(failures => backoffMs(failures, { slow: true }, 1))).toEqual([60e3, 120e3, 3600e3, 3600e3])
  })

  it('never waits less than the server has asked for, nor less than half its own step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.boolean(),
        fc.nat(864e5),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, slow, afterMs, random) => {
          const ms = backoffMs(failures, { slow, afterMs }, random)
          expect(ms).toBeGreaterThanOrEqual(Math.max(afterMs, slow ? 30_000 : 500))
          expect(ms).toBeLessThanOrEqual(Math.max(afterMs, slow ? 36e5 : 3e5))
        },
      ),
    )
  })
})

describe('quarantineMs', () => {
  it('grows to an hour and ends after the fifth refusal', () => {
    expect([1, 2, 3, 4, 5, 6].map(quarantineMs)).toEqual([240e3, 960e3, 3600e3, 3600e3, undefined, undefined])
  })
})

describe('retryAfterMs', () => {
  const now = Date.UTC(2026, 0, 1)
  it.each([
    ['3', 3000],
    [new Date(now + 5000).toUTCString(), 5000],
    [null, 0],
    ['', 0],
    ['-5', 0],
    ['abc', 0],
    ['1e9', 0],
    ['1000000000', 864e5],
    [new Date(now - 5000).toUTCString(), 0],
    [new Date(now + 3e11).toUTCString(), 864e5],
  ])('reads %s as %d ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms)
  })
})
