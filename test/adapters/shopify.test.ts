import { describe, expect, it, vi } from 'vitest'
import { shopify } from '../../src/adapters/shopify'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'

testAdapter('shopify', {
  adapter: shopify,
  globals: ['Shopify'],
  arrive(window, own) {
    window.Shopify = { analytics: { publish: own } }
  },
  method: window => [window.Shopify.analytics, 'publish'],
  say: (window, payload) => window.Shopify?.analytics.publish('checkout_completed', payload),
  payload: { order_id: '1001', value: '129,90 €', currency: 'EUR' },
  told: ['order.completed', { order_id: '1001', value: 129.9, currency: 'EUR' }],
})

describe('shopify', () => {
  it('tells what the stub has queued, hears Shopify’s own script once that has come, and passes other names', async () => {
    vi.useFakeTimers()
    const window = createWorld()
    const track = vi.fn()
    const analytics: Record<string, unknown> = { replayQueue: [['product_viewed', {}]] }
    window.Shopify = { analytics }
    const publish = (name: string, data?: unknown) => (analytics.publish as (...args: unknown[]) => unknown)(name, data)
    analytics.publish = (...call: unknown[]) => !!(analytics.replayQueue as unknown[]).push(call)
    const stop = shopify({ track }, { window })
    expect(publish('wishlist', { item: 'mug', deep: {} })).toBe(true)
    await settled()
    analytics.replayQueue = [] // as Shopify's script does, once it has published what was queued
    analytics.publish = () => 7
    loaded(window)
    const checkout = { order: { id: 'gid://shopify/Order/1' }, totalPrice: { amount: 20, currencyCode: 'CAD' } }
    expect(publish('checkout_completed', { checkout })).toBe(7)
    await settled()
    expect(track.mock.calls).toEqual([
      ['product.viewed', {}],
      ['wishlist', { item: 'mug' }],
      ['order.completed', { order_id: 'gid://shopify/Order/1', value: 20, currency: 'CAD' }],
    ])
    stop()
    vi.useRealTimers()
  })

  it('tells what stands behind an entry of the queue that nobody can read, and nothing once stopped', async () => {
    vi.useFakeTimers()
    const window = createWorld()
    const track = vi.fn()
    const unreadable = Object.defineProperty({}, 'checkout', {
      get() {
        throw new Error('theirs')
      },
    })
    const replayQueue = [['checkout_completed', unreadable], null, ['product_viewed', {}]]
    window.Shopify = { analytics: { replayQueue, publish() {} } }
    const stop = shopify({ track }, { window })
    await settled()
    stop()
    window.Shopify.analytics.publish('cart_viewed', {})
    await settled()
    expect(track.mock.calls).toEqual([['product.viewed', {}]])
    vi.useRealTimers()
  })

  it('spells out no text that stands where an object should', async () => {
    vi.useFakeTimers()
    const window = createWorld()
    const track = vi.fn()
    window.Shopify = { analytics: { publish() {} } }
    shopify({ track }, { window })
    window.Shopify.analytics.publish('checkout_completed', 'x'.repeat(1e6))
    await settled()
    expect(track.mock.calls).toEqual([['order.completed', {}]])
    vi.useRealTimers()
  })
})
