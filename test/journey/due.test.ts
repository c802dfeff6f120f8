import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { readTouchpoint } from '../../src/config'
import type { JourneyEvent } from '../../src/contracts'
import { createVisitor } from '../../src/eligibility/visitor'
import { dueLater } from '../../src/journey/due'
import { type FakeEnv, fakeEnv } from '../fakes/env'

const day = 864e5
const touchpoint = readTouchpoint({ id: 'a', survey: 'nps', delay: '2d' }, {}, () => {})!
const order = (id: number, properties = {}): JourneyEvent => ({
  name: 'order.completed',
  properties: { order_id: id, ...properties },
})

function page(env: FakeEnv = fakeEnv(), show = vi.fn(async (_: JourneyEvent) => true)) {
  const visitor = createVisitor(env, () => true)
  return { env, visitor, show, due: dueLater(touchpoint, visitor, env, show) }
}

describe('dueLater', () => {
  it('asks two days later on the same page, with the event as it was', async () => {
    const { env, due, show } = page()
    await env.advance(0)
    due.keep(order(1))
    await env.advance(2 * day - 1)
    expect(show).not.toHaveBeenCalled()
    await env.advance(1)
    expect(show.mock.calls).toEqual([[order(1)]])
    await env.advance(30 * day)
    expect(show).toHaveBeenCalledOnce()
  })

  it('asks on the first page after that, once', async () => {
    const first = page()
    first.due.keep(order(1))
    first.due.stop()
    await first.env.advance(3 * day)
    expect(first.show).not.toHaveBeenCalled()
    const second = page(first.env)
    await second.env.advance(0)
    expect(second.show.mock.calls).toEqual([[order(1)]])
    const third = page(first.env)
    await third.env.advance(10 * day)
    expect(third.show).not.toHaveBeenCalled()
  })

  it('waits for the next that is due once it has asked, on the same page', async () => {
    const { env, due, show } = page()
    due.keep(order(1))
    await env.advance(day)
    due.keep(order(2))
    await env.advance(day)
    expect(show).toHaveBeenCalledTimes(1)
    await env.advance(day)
    expect(show.mock.calls.map(([event]) => event.properties.order_id)).toEqual([1, 2])
  })

  it('asks nobody a second time while the first asking is on its way', async () => {
    let shown = (_: boolean) => {}
    const show = vi.fn(() => new Promise<boolean>(resolve => (shown = resolve)))
    const { env, due } = page(fakeEnv(), show)
    due.keep(order(1))
    await env.advance(2 * day)
    due.keep(order(2))
    await env.advance(day)
    expect(show).toHaveBeenCalledTimes(1)
    shown(true)
    await env.advance(day)
    expect(show).toHaveBeenCalledTimes(2)
  })

  it('finds it again when the page was left before it could ask', async () => {
    const first = page(
      fakeEnv(),
      vi.fn(() => new Promise<boolean>(() => {})),
    )
    first.due.keep(order(1))
    await first.env.advance(2 * day)
    const second = page(first.env)
    await second.env.advance(0)
    expect(second.show).toHaveBeenCalledOnce()
  })

  it('keeps the same order once, and calls all of it off', async () => {
    const { env, due, show, visitor } = page()
    due.keep(order(1))
    due.keep(order(1))
    due.keep({ name: 'cart.added', properties: {} })
    expect(visitor.read().due).toHaveLength(2)
    visitor.change(record => record.due!.push({ touchpoint: 'other', event: order(9), at: 0 }))
    due.cancel()
    expect(visitor.read().due).toEqual([{ touchpoint: 'other', event: order(9), at: 0 }])
    await env.advance(9 * day)
    expect(show).not.toHaveBeenCalled()
  })

  it('begins anew when the clock was put back, and is not put off for ever', async () => {
    const { env, due, show } = page()
    due.keep(order(1))
    due.stop()
    env.set(env.now() - 365 * day)
    const next = page(env)
    await env.advance(2 * day - 1)
    expect(next.show).not.toHaveBeenCalled()
    await env.advance(1)
    expect(next.show).toHaveBeenCalledOnce()
    expect(show).not.toHaveBeenCalled()
  })

  it('never asks after a delay beyond all numbers', async () => {
    const env = fakeEnv()
    const show = vi.fn(async () => true)
    const forever = readTouchpoint({ id: 'a', survey: 'nps', delay: `${'9'.repeat(400)}d` }, {}, () => {})!
    const visitor = createVisitor(env, () => true)
    dueLater(forever, visitor, env, show).keep(order(1))
    dueLater(forever, visitor, env, show)
    await env.advance(400 * day)
    expect(show).not.toHaveBeenCalled()
  })

  it('keeps of a huge event what is short, so that the record still fits', () => {
    const { due, visitor, env } = page()
    due.keep(order(1, { note: 'x'.repeat(1e6), total: 5 }))
    expect(visitor.read().due![0]!.event).toMatchObject({
      name: 'order.completed',
      properties: { order_id: 1, total: 5 },
    })
    expect(env.local.get('pulso:visitor')!.length).toBeLessThan(1000)
  })

  it('sets no more timers than there are moments to look at, whatever the clock does', async () => {
    const jump = fc.integer({ min: -1000 * day, max: 1000 * day })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(jump, fc.constant('keep' as const)), { maxLength: 6 }), async steps => {
        const env = fakeEnv()
        const after = vi.spyOn(env, 'after')
        const { due, visitor, show } = page(env)
        let id = 0
        for (const step of steps) {
          if (step === 'keep') due.keep(order(id++))
          else if (step < 0) env.set(Math.max(0, env.now() + step))
          else await env.advance(step)
        }
        due.stop()
        // However far the clock was put back, the next page asks within the delay.
        const next = page(env)
        await env.advance(2 * day)
        expect(show.mock.calls.length + next.show.mock.calls.length).toBe(id)
        expect(visitor.read().due ?? []).toEqual([])
        expect(env.timers()).toEqual([])
        expect(after.mock.calls.length).toBeLessThanOrEqual(2 + 4 * (steps.length + 1))
        for (const [ms] of after.mock.calls) expect(ms).toBeLessThanOrEqual(2 * day)
      }),
      { numRuns: 15 },
    )
  }, 30_000)
})
