import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { readTouchpoint, type Settings } from '../../src/config'
import type { JourneyEvent } from '../../src/contracts'
import { createVisitor } from '../../src/eligibility/visitor'
import { dueLater } from '../../src/journey/due'
import { fakePage } from '../fakes/page'

const day = 864e5
const touchpoint = readTouchpoint({ id: 'a', survey: 'nps', delay: '2d' }, {}, () => {})!
const order = (id: number, properties = {}): JourneyEvent => ({
  name: 'order.completed',
  properties: { order_id: id, ...properties },
})

const plain = { config: {}, privacy: {} } as Settings

function page(
  env = fakePage().env,
  show = vi.fn(async (_: JourneyEvent): Promise<boolean | undefined> => true),
  change: object = {},
) {
  const visitor = createVisitor(env, () => true)
  const changed = readTouchpoint({ ...touchpoint.raw, ...change }, {}, () => {})!
  return { env, visitor, show, due: dueLater(changed, plain, visitor, env, show, () => true) }
}

describe('dueLater', () => {
  it('asks two days later on the same page, with the event as it was', async () => {
    const { env, due, show } = page()
    await env.advance(1e3)
    due.keep(order(1))
    await env.advance(2 * day - 1)
    expect(show).not.toHaveBeenCalled()
    await env.advance(1)
    expect(show.mock.calls).toEqual([[order(1)]])
    await env.advance(30 * day)
    expect(show).toHaveBeenCalledOnce()
  })

  it('gives a page the time to say who its visitor is', async () => {
    const first = page()
    first.due.keep(order(1))
    first.due.stop()
    await first.env.advance(3 * day)
    const second = page(first.env)
    await second.env.advance(500)
    second.due.keep(order(2))
    second.due.look()
    await second.env.advance(499)
    expect(second.show).not.toHaveBeenCalled()
    await second.env.advance(1)
    expect(second.show).toHaveBeenCalledOnce()
  })

  it('asks on the first page after that, once', async () => {
    const first = page()
    first.due.keep(order(1))
    first.due.stop()
    await first.env.advance(3 * day)
    expect(first.show).not.toHaveBeenCalled()
    const second = page(first.env)
    await second.env.advance(1e3)
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
    const { env, due } = page(fakePage().env, show)
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
      fakePage().env,
      vi.fn(() => new Promise<boolean>(() => {})),
    )
    first.due.keep(order(1))
    await first.env.advance(2 * day)
    const second = page(first.env)
    await second.env.advance(1e3)
    expect(second.show).toHaveBeenCalledOnce()
  })

  it('asks on the next page where the survey could not be fetched, and not again and again on the same', async () => {
    const first = page(
      fakePage().env,
      vi.fn(async (_: JourneyEvent): Promise<boolean | undefined> => undefined),
    )
    first.due.keep(order(1))
    await first.env.advance(3 * day)
    expect(first.show).toHaveBeenCalledOnce()
    first.due.stop()
    const second = page(first.env)
    await second.env.advance(1e3)
    expect(second.show.mock.calls).toEqual([[order(1)]])
    expect(second.visitor.read().due).toEqual([])
  })

  it('waits for the hours of a schedule, and no longer than there are any', async () => {
    const { env } = fakePage()
    const [soon, next, last] = [1, 3, 9].map(days => new Date(env.now() + days * day).toISOString())
    const schedule = { from: next, until: last }
    const first = page(env, undefined, { schedule })
    first.due.keep(order(1))
    await env.advance(2 * day + 1)
    expect(first.show).not.toHaveBeenCalled()
    first.due.stop()
    await env.advance(day)
    const second = page(env, undefined, { schedule })
    await env.advance(1e3)
    expect(second.show).toHaveBeenCalledOnce()
    second.due.stop()

    // The last day is one to its end.
    const lastDay = { until: '2026-01-17', hours: ['22:00', '23:00'], timeZone: 'UTC' }
    const today = page(fakePage().env, undefined, { schedule: lastDay })
    today.due.keep(order(3))
    await today.env.advance(2 * day + 1)
    expect(new Date(today.env.now()).toISOString()).toContain('2026-01-17T12')
    expect(today.show).not.toHaveBeenCalled()
    expect(today.visitor.read().due).toHaveLength(1)

    const over = page(fakePage().env, undefined, { schedule: { until: soon } })
    over.due.keep(order(2))
    await over.env.advance(3 * day)
    expect(over.show).toHaveBeenCalledOnce() // which the gate refuses, so that it waits no longer
    expect(over.visitor.read().due).toEqual([])
  })

  it('keeps the same order once, and calls all of it off', async () => {
    const { env, due, show, visitor } = page()
    due.keep(order(1))
    due.keep(order(1))
    due.keep({ name: 'cart.added', properties: {} })
    expect(visitor.read().due).toHaveLength(2)
    visitor.change(record => record.due!.push({ touchpoint: 'other', event: order(9), at: 0 }))
    due.cancel({ name: 'trial.ended', properties: {} })
    expect(visitor.read().due).toEqual([{ touchpoint: 'other', event: order(9), at: 0 }])
    await env.advance(9 * day)
    expect(show).not.toHaveBeenCalled()
  })

  it('calls off one order alone, where what calls it off is of one, and waits for the others', async () => {
    const { env, due, show } = page()
    due.keep(order(1))
    await env.advance(1000)
    due.keep({ name: 'order.completed', properties: { transaction_id: '2' } })
    due.cancel({ name: 'order.refunded', properties: { order_id: '1' } })
    await env.advance(2 * day)
    expect(show.mock.calls.map(([{ properties }]) => properties)).toEqual([{ transaction_id: '2' }])
  })

  it('calls off an order by what is of a conversation, which may be about any', () => {
    const { due, visitor } = page()
    due.keep(order(1))
    due.cancel({ name: 'support.rated', properties: { conversation_id: 'C1' } })
    expect(visitor.read().due).toEqual([])
  })

  it('makes room among its own, and crowds no other touchpoint’s out', () => {
    const { due, visitor } = page()
    visitor.change(record => {
      record.due = [{ touchpoint: 'other', event: order(0), at: 0 }]
    })
    for (let id = 1; id <= 30; id++) due.keep(order(id))
    expect(visitor.read().due).toHaveLength(20)
    expect(visitor.read().due![0]!.touchpoint).toBe('other')
    expect(visitor.read().due!.at(-1)!.event).toEqual(order(30))
  })

  it('begins anew when the clock was put back, and is not put off for ever', async () => {
    const { env, due, show } = page()
    due.keep(order(1))
    due.stop()
    env.set(env.now() - 365 * day)
    const next = page(env)
    await env.advance(1e3)
    await env.advance(2 * day - 1)
    expect(next.show).not.toHaveBeenCalled()
    await env.advance(1)
    expect(next.show).toHaveBeenCalledOnce()
    expect(show).not.toHaveBeenCalled()
  })

  it('looks again before a timer would be too long to be one', async () => {
    const { env } = fakePage()
    const forty = readTouchpoint({ id: 'a', survey: 'nps', delay: '40d' }, {}, () => {})!
    const show = vi.fn(async () => true)
    dueLater(
      forty,
      plain,
      createVisitor(env, () => true),
      env,
      show,
      () => true,
    ).keep(order(1))
    await env.advance(1e3)
    expect(Math.max(...env.timers())).toBeLessThan(2 ** 31)
    await env.advance(39 * day)
    expect(show).not.toHaveBeenCalled()
    await env.advance(day)
    expect(show).toHaveBeenCalledOnce()
  })

  it('never asks after a delay beyond all numbers', async () => {
    const env = fakePage().env
    const show = vi.fn(async () => true)
    const forever = readTouchpoint({ id: 'a', survey: 'nps', delay: `${'9'.repeat(400)}d` }, {}, () => {})!
    const visitor = createVisitor(env, () => true)
    dueLater(forever, plain, visitor, env, show, () => true).keep(order(1))
    dueLater(forever, plain, visitor, env, show, () => true)
    await env.advance(400 * day)
    expect(show).not.toHaveBeenCalled()
  })

  /** What is written down of an order. */
  const written = (properties: object, settings: object, options: object = {}) => {
    const { env } = fakePage()
    const visitor = createVisitor(env, () => true)
    const one = readTouchpoint({ id: 'a', survey: 'nps', delay: '2d', ...options }, {}, () => {})!
    dueLater(
      one,
      { config: {}, privacy: {}, ...settings } as Settings,
      visitor,
      env,
      async () => true,
      () => true,
    ).keep(order(1, properties))
    return JSON.parse(env.local.get('pulso:visitor')!).due[0].event.properties
  }

  it('writes down the ids alone, and of the rest what the site has remembered', () => {
    const ids = { transaction_id: 'T', conversation_id: 'C', channel: 'chat' }
    const properties = { ...ids, value: 50, email: 'ada@shop.test' }
    expect(written(properties, {})).toEqual({ order_id: 1, ...ids })
    expect(written(properties, { config: { journey: true } })).toEqual({ order_id: 1, ...ids })
    expect(written(properties, { config: { journey: ['value'] } })).toEqual({ order_id: 1, ...ids, value: 50 })
  })

  it('writes down what the audience and the texts of its touchpoint name', () => {
    const audience = { $or: [{ 'event.value': { $gte: 50 } }, { 'event.buyer.tier': 'gold' }] }
    const title = { en: 'How is your {{event.item|order}}?' }
    const survey = { questions: [{ id: 'q', kind: 'nps', title }] }
    const properties = { value: 50, buyer: { tier: 'gold' }, item: 'Lamp', email: 'ada@shop.test' }
    expect(written(properties, {}, { audience, survey })).toEqual({
      order_id: 1,
      value: 50,
      buyer: { tier: 'gold' },
      item: 'Lamp',
    })
  })

  it('writes down no parameters of an address but those that the site has asked for, and nothing long', () => {
    const properties = { at: 'https://shop.test/a?token=t&page=2#top', note: 'x'.repeat(1e6) }
    const config = { journey: ['at', 'note'] }
    expect(written(properties, { config })).toEqual({ order_id: 1, at: 'https://shop.test/a' })
    const privacy = { query: ['page'] }
    expect(written(properties, { config, privacy })).toEqual({ order_id: 1, at: 'https://shop.test/a?page=2' })
  })

  it('runs no timer while the tab is hidden, whatever comes, and asks once it is looked at', async () => {
    const tab = fakePage()
    const { env, due, show } = page(tab.env)
    due.keep(order(1))
    tab.hide()
    due.keep(order(2))
    expect(env.timers()).toEqual([])
    await env.advance(3 * day)
    expect(show).not.toHaveBeenCalled()
    tab.show()
    await env.advance(1e3)
    expect(show.mock.calls.map(([event]) => event.properties.order_id)).toEqual([1, 2])
    due.stop()
    tab.hide()
    tab.show()
    expect(tab.running()).toEqual([0, 0, 0])
  })

  it('sets no more timers than there are moments to look at, whatever the clock does', async () => {
    const jump = fc.integer({ min: -1000 * day, max: 1000 * day })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(jump, fc.constant('keep' as const)), { maxLength: 6 }), async steps => {
        const env = fakePage().env
        const after = vi.spyOn(env, 'after')
        const { due, visitor, show } = page(env)
        let id = 0
        for (const step of steps) {
          if (step === 'keep') due.keep(order(id++))
          else if (step < 0) env.set(Math.max(0, env.now() + step))
          else await env.advance(step)
        }
        due.stop()
        // However far the clock was put back, the next page asks within the delay of its first look.
        const next = page(env)
        await env.advance(1e3 + 2 * day)
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
