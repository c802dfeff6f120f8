import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOpen } from '../../src/eligibility/schedule'
import type { Schedule } from '../../src/schema'

const at = (time: string) => Date.parse(time)
const open = (schedule: Schedule, time: string) => isOpen(schedule, at(time))

describe('isOpen', () => {
  it('takes a date for that whole day, by the clocks of the zone', () => {
    const schedule: Schedule = { from: '2027-03-01', until: '2027-03-31', timeZone: 'Europe/Madrid' }
    expect(open(schedule, '2027-02-28T22:59:59Z')).toBe(false)
    expect(open(schedule, '2027-02-28T23:00:00Z')).toBe(true)
    expect(open(schedule, '2027-03-31T21:59:59Z')).toBe(true) // summer time by then
    expect(open(schedule, '2027-03-31T22:00:00Z')).toBe(false)
  })

  it('takes a date with a time to the millisecond, wherever the clocks are', () => {
    const schedule: Schedule = { from: '2027-03-01T10:00:00+02:00', until: '2027-03-01T09:00:00Z' }
    expect(isOpen(schedule, at('2027-03-01T08:00:00Z') - 1)).toBe(false)
    expect(isOpen(schedule, at('2027-03-01T08:00:00Z'))).toBe(true)
    expect(isOpen(schedule, at('2027-03-01T09:00:00Z'))).toBe(false)
  })

  it('keeps its hours by the clock on the wall when that changes for summer and winter', () => {
    const schedule: Schedule = { hours: ['09:00', '18:00'], timeZone: 'Europe/Madrid' }
    expect(open(schedule, '2027-03-27T07:59:00Z')).toBe(false)
    expect(open(schedule, '2027-03-27T08:00:00Z')).toBe(true)
    expect(open(schedule, '2027-03-28T06:59:00Z')).toBe(false)
    expect(open(schedule, '2027-03-28T07:00:00Z')).toBe(true)
    expect(open(schedule, '2027-10-31T16:59:00Z')).toBe(true)
    expect(open(schedule, '2027-10-31T17:00:00Z')).toBe(false)
  })

  it('passes both hours that bear the same name when the clock goes back, and none that there is not', () => {
    const schedule: Schedule = { hours: ['02:00', '03:00'], timeZone: 'Europe/Madrid' }
    const openFor = (day: string) => Array.from({ length: 24 * 60 }, (_, minute) => at(day) + minute * 6e4)
    const minutes = (day: string) => openFor(day).filter(now => isOpen(schedule, now)).length
    expect(minutes('2027-10-31T00:00:00Z')).toBe(120)
    expect(minutes('2027-03-28T00:00:00Z')).toBe(0)
    expect(minutes('2027-06-01T00:00:00Z')).toBe(60)
  })

  it('goes past midnight where the second time is the earlier, as the night of the day that it began', () => {
    const schedule: Schedule = { hours: ['22:00', '02:00'], days: ['fri'], timeZone: 'UTC' }
    expect(open(schedule, '2027-01-01T21:59:00Z')).toBe(false) // a Friday
    expect(open(schedule, '2027-01-01T22:00:00Z')).toBe(true)
    expect(open(schedule, '2027-01-02T01:59:00Z')).toBe(true)
    expect(open(schedule, '2027-01-02T02:00:00Z')).toBe(false)
    expect(open(schedule, '2027-01-01T01:00:00Z')).toBe(false) // Thursday's night
    expect(open({ hours: ['18:00', '00:00'], timeZone: 'UTC' }, '2027-01-01T23:59:00Z')).toBe(true)
    expect(open({ hours: ['18:00', '00:00'], timeZone: 'UTC' }, '2027-01-02T00:00:00Z')).toBe(false)
  })

  it('is open all day from a time to the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), now => {
        expect(isOpen({ hours: ['00:00', '00:00'], timeZone: 'UTC' }, now)).toBe(true)
      }),
    )
  })

  it('knows the day of the week where the visitor is', () => {
    expect(open({ days: ['mon'], timeZone: 'Pacific/Auckland' }, '2027-01-03T12:00:00Z')).toBe(true)
    expect(open({ days: ['mon'], timeZone: 'America/Los_Angeles' }, '2027-01-03T12:00:00Z')).toBe(false)
    expect(open({ days: ['sun'], timeZone: 'America/Los_Angeles' }, '2027-01-03T12:00:00Z')).toBe(true)
    expect(open({ hours: ['05:45', '05:46'], timeZone: 'Asia/Kathmandu' }, '2027-01-03T00:00:00Z')).toBe(true)
  })

  it('throws on a time zone or hours that there are not, for whoever configures it to hear of', () => {
    for (const hours of [['x', '10:00'], ['9', '10:00'], ['09:00'], 5])
      expect(() => isOpen({ hours } as never, 0)).toThrow()
    expect(() => isOpen({ timeZone: 'Europe/Atlantis' }, 0)).toThrow(RangeError)
  })
})
