import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTouchpoint } from '../../src/config'
import { type Context, decide } from '../../src/eligibility/decide'
import type { VisitorRecord } from '../../src/eligibility/visitor'

const day = 864e5
const now = Date.UTC(2026, 5, 1)
const touchpoint = (options: object = {}) =>
  readTouchpoint({ id: 'post-purchase', survey: 'nps', ...options }, {}, () => {})!
const visitor = (options: Partial<VisitorRecord> = {}): VisitorRecord => ({
  version: 1,
  id: 'v',
  seen: {},
  asked: [],
  ...options,
})
const context = (options: Partial<Context> = {}): Context => ({
  consent: 'granted',
  governor: { perSession: 1, betweenMs: 7 * day },
  optedOut: false,
  inSession: 0,
  busy: false,
  stands: false,
  event: undefined,
  ...options,
})
const failing = (...args: Parameters<typeof decide>) =>
  decide(...args)
    .filter(gate => !gate.pass)
    .map(({ gate }) => gate)

describe('decide', () => {
  it('lets a new visitor be asked, and names every gate in order', () => {
    const gates = decide(touchpoint(), visitor(), context(), now)
    expect(gates.map(({ gate }) => gate)).toEqual([
      'consent',
      'optOut',
      'busy',
      'max',
      'shown',
      'dismissed',
      'answered',
      'perSession',
      'betweenSurveys',
      'subject',
    ])
    expect(gates.every(({ pass }) => pass)).toBe(true)
  })

  it('leaves a visitor who dismissed yesterday in peace until the cooldown ends', () => {
    const seen = { 'post-purchase': { count: 1, dismissed: now - day } }
    expect(failing(touchpoint(), visitor({ seen }), context(), now)).toEqual(['dismissed'])
    expect(failing(touchpoint(), visitor({ seen }), context(), now + 29 * day)).toEqual([])
  })

  it('rests after shown, dismissed and answered for as long as each was set', () => {
    const frequency = { afterShown: '1d', afterDismissed: '2d', afterAnswered: '3d' }
    const seen = { 'post-purchase': { count: 1, shown: now, dismissed: now, answered: now } }
    const at = (days: number) => failing(touchpoint({ frequency }), visitor({ seen }), context(), now + days * day)
    expect(at(0.5)).toEqual(['shown', 'dismissed', 'answered'])
    expect(at(1.5)).toEqual(['dismissed', 'answered'])
    expect(at(2.5)).toEqual(['answered'])
    expect(at(3)).toEqual([])
  })

  it('asks no more often than max', () => {
    expect(
      failing(
        touchpoint({ frequency: { max: 2 } }),
        visitor({ seen: { 'post-purchase': { count: 2 } } }),
        context(),
        now,
      ),
    ).toEqual(['max'])
  })

  it('asks once a session and once a week over all touchpoints', () => {
    expect(failing(touchpoint(), visitor(), context({ inSession: 1 }), now)).toEqual(['perSession'])
    expect(failing(touchpoint(), visitor({ shown: now - 6 * day }), context(), now)).toEqual(['betweenSurveys'])
  })

  it('takes what is spoilt in a record for nothing, and no number of it for a reason to ask nobody', () => {
    for (const spoilt of [null, 'x', {}, [], true] as never[]) {
      const record = visitor({ shown: spoilt, seen: { 'post-purchase': { count: spoilt, answered: spoilt } } })
      expect(failing(touchpoint(), record, context(), now)).toEqual([])
      expect(failing(touchpoint(), visitor({ seen: { 'post-purchase': spoilt } }), context(), now)).toEqual([])
    }
  })

  it('asks about the same order once', () => {
    const event = { name: 'order.completed', properties: { transaction_id: 'T1' } }
    const asked = ['post-purchase T1']
    expect(failing(touchpoint(), visitor({ asked }), context({ event }), now)).toEqual(['subject'])
    const delivered = { name: 'order.delivered', properties: { order_id: 'T1' } }
    expect(failing(touchpoint(), visitor({ asked }), context({ event: delivered }), now)).toEqual(['subject'])
    const other = { ...event, properties: { transaction_id: 'T2' } }
    expect(failing(touchpoint(), visitor({ asked }), context({ event: other }), now)).toEqual([])
    expect(failing(touchpoint({ id: 'delivery' }), visitor({ asked }), context({ event }), now)).toEqual([])
  })

  it('keeps to one floating survey, and asks nobody who refused', () => {
    expect(failing(touchpoint(), visitor(), context({ busy: true, consent: 'denied' }), now)).toEqual([
      'consent',
      'busy',
    ])
  })

  it('asks while consent is pending, for nothing is kept until there is some', () => {
    expect(failing(touchpoint(), visitor(), context({ consent: 'pending' }), now)).toEqual([])
  })

  it('lets what stands in the page stand beside whatever else is asked', () => {
    const stands = context({ stands: true, inSession: 9 })
    expect(failing(touchpoint(), visitor({ shown: now }), stands, now)).toEqual([])
  })

  it('leaves a visitor who wants to be asked no more alone, for good', () => {
    expect(failing(touchpoint(), visitor(), context({ optedOut: true }), now)).toEqual(['optOut'])
  })

  it('tells what each gate looked at: a count and its most, a time and until when it rests', () => {
    const seen = { 'post-purchase': { count: 2, dismissed: now - day } }
    const looks = decide(touchpoint(), visitor({ seen }), context(), now)
    const facts = (name: string) => looks.find(({ gate }) => gate === name)?.facts
    expect(facts('consent')).toEqual(['granted'])
    expect(facts('max')).toEqual([2, 3])
    expect(facts('dismissed')).toEqual([now - day, now + 29 * day])
    expect(facts('perSession')).toEqual([0, 1])
  })

  it('never asks twice within a cooldown, and is never stuck behind a clock that was put back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * day }), fc.integer({ min: 0, max: 400 * day }), (since, later) => {
        const seen = { 'post-purchase': { count: 1, answered: now + since } }
        const pass = failing(touchpoint(), visitor({ seen }), context(), now + later).length === 0
        expect(pass).toBe(later < since || later - since >= 90 * day)
      }),
    )
  })
})
