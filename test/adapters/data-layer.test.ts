import { describe, expect, it, vi } from 'vitest'
import { dataLayer } from '../../src/adapters/data-layer'
import type { JourneyEvent } from '../../src/contracts'
import { fakeEnv } from '../fakes/env'

const gtag = (...command: unknown[]) =>
  (function () {
    // biome-ignore lint/complexity/noArguments: it is what gtag pushes
    return arguments
  })(...(command as []))
const page = (layer?: unknown) =>
  Object.assign(new EventTarget(), layer === undefined ? {} : { dataLayer: layer }) as never as { dataLayer: unknown[] }

function observe(window: { dataLayer?: unknown }) {
  const env = fakeEnv(window as never)
  Object.assign(env, { window })
  const seen: JourneyEvent[] = []
  const stop = dataLayer(env, event => void seen.push(event))
  return { env, seen, stop }
}

describe('dataLayer', () => {
  it('understands pushed objects and gtag arguments alike', async () => {
    const window = page([])
    const { env, seen } = observe(window)
    window.dataLayer.push({ ecommerce: null })
    window.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'T1', value: 50 }, pageType: 'thanks' })
    window.dataLayer.push(gtag('event', 'purchase', { transaction_id: 'T2', value: '60' }))
    await env.advance(0)
    expect(seen).toEqual([
      { name: 'order.completed', properties: { transaction_id: 'T1', value: 50, pageType: 'thanks' } },
      { name: 'order.completed', properties: { transaction_id: 'T2', value: '60' } },
    ])
  })

  it('replays what was pushed before it came', () => {
    const { seen } = observe(page([{ event: 'view_item' }, gtag('event', 'begin_checkout')]))
    expect(seen.map(({ name }) => name)).toEqual(['product.viewed', 'checkout.started'])
  })

  it('passes an event it has no word for by its own name, and leaves the tag manager’s alone', () => {
    const { seen } = observe(
      page([
        { event: 'support_ended' },
        { event: 'gtm.js' },
        gtag('config', 'G-1'),
        ['event', 'purchase'],
        gtag('consent', 'default', {}),
      ]),
    )
    expect(seen.map(({ name }) => name)).toEqual(['support_ended'])
  })

  it('returns what the page’s own push returns, before anything of ours happens', async () => {
    const layer: unknown[] = []
    const own = vi.fn(() => 42)
    layer.push = own as never
    const window = page(layer)
    const { env, seen } = observe(window)
    expect(window.dataLayer.push({ event: 'a' }, { event: 'b' })).toBe(42)
    expect(own).toHaveBeenCalledWith({ event: 'a' }, { event: 'b' })
    expect(seen).toEqual([])
    await env.advance(0)
    expect(seen.map(({ name }) => name)).toEqual(['a', 'b'])
  })

  it('survives entries that are none, cycles, and getters that throw', async () => {
    const cycle: Record<string, unknown> = { event: 'loop' }
    cycle.self = cycle
    const trap = Object.defineProperty({ event: 'trap' }, 'boom', {
      enumerable: true,
      get() {
        throw new Error('theirs')
      },
    })
    const { seen } = observe(page([null, undefined, 7, 'purchase', () => {}, [], { event: 5 }, trap, cycle]))
    expect(seen.map(({ name }) => name)).toEqual(['loop'])
  })

  it('leaves a frozen data layer alone', () => {
    expect(() => observe(page(Object.freeze([])))).not.toThrow()
  })

  it('makes no data layer, and finds one that comes while the page loads', async () => {
    const window = page()
    const { env, seen } = observe(window)
    expect('dataLayer' in window).toBe(false)
    window.dataLayer = [{ event: 'purchase' }]
    ;(window as never as EventTarget).dispatchEvent(new Event('load'))
    ;(window as never as EventTarget).dispatchEvent(new Event('load'))
    window.dataLayer.push({ event: 'refund' })
    await env.advance(0)
    expect(seen.map(({ name }) => name)).toEqual(['order.completed', 'order.refunded'])
  })

  it('hears nothing more once stopped, and does not undo later wrappers', async () => {
    const window = page([])
    const { env, seen, stop } = observe(window)
    const wrapper = vi.fn(window.dataLayer.push)
    window.dataLayer.push = wrapper as never
    stop()
    window.dataLayer.push({ event: 'purchase' })
    await env.advance(0)
    expect(seen).toEqual([])
    expect(window.dataLayer).toHaveLength(1)
    expect(window.dataLayer.push).toBe(wrapper)
  })
})
