import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rudderstack } from '../../src/adapters/rudderstack'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'

testAdapter('rudderstack', {
  adapter: rudderstack,
  globals: ['rudderanalytics'],
  arrive(window, own) {
    window.rudderanalytics = { track: own }
  },
  method: window => [window.rudderanalytics, 'track'],
  say: (window, payload) => window.rudderanalytics.track('Order Completed', payload),
  payload: { order_id: 'O-1', revenue: 50, currency: 'EUR' },
  told: ['order.completed', { order_id: 'O-1', revenue: 50, value: 50, currency: 'EUR' }],
})

describe('rudderstack', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('hears what its snippet keeps until the SDK is there, before us and after, and each once', async () => {
    const window = createWorld()
    const kept: unknown[] & { track?: (...args: unknown[]) => void } = []
    kept.track = (...args) => void kept.push(['track', ...args])
    window.rudderanalytics = kept
    kept.push(null, ['page'], ['load', 'key', 'https://example.com'])
    kept.track('Product Viewed', { product_id: 'p' })
    const track = vi.fn()
    rudderstack({ track }, { window })
    kept.track('Order Completed', { order_id: 'O-1', total: '60.00' })
    await settled()
    window.rudderanalytics = { track: vi.fn() } // the SDK works off the array by itself
    loaded(window)
    window.rudderanalytics.track('Order Refunded', { order_id: 'O-1' })
    await settled()
    expect(track.mock.calls).toEqual([
      ['product.viewed', { product_id: 'p' }],
      ['order.completed', { order_id: 'O-1', total: '60.00', value: 60 }],
      ['order.refunded', { order_id: 'O-1' }],
    ])
  })

  it('loses nothing that was called in the task in which the SDK takes the place of its snippet', async () => {
    const window = createWorld()
    const kept: unknown[] & { track?: (...args: unknown[]) => void } = []
    kept.track = (...args) => void kept.push(['track', ...args])
    window.rudderanalytics = kept
    kept.track('a')
    const track = vi.fn()
    const stop = rudderstack({ track }, { window })
    kept.track('b')
    window.rudderanalytics = { track: vi.fn() }
    loaded(window)
    window.rudderanalytics.track('c')
    await settled()
    expect(track.mock.calls.map(([name]) => name)).toEqual(['a', 'b', 'c'])
    kept.track('d')
    window.rudderanalytics.track('e')
    stop()
    await settled()
    expect(track).toHaveBeenCalledTimes(3)
  })
})
