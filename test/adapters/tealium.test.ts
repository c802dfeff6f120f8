import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tealium } from '../../src/adapters/tealium'
import { createWorld, settled, testAdapter } from '../contracts/adapter'

testAdapter('tealium', {
  adapter: tealium,
  globals: ['utag', 'utag_data'],
  arrive(window, own) {
    window.utag = { track: own, view: (data: unknown) => window.utag.track('view', data) }
  },
  method: window => [window.utag, 'track'],
  say: (window, payload) => window.utag.view(payload),
  payload: { tealium_event: 'purchase', order_id: 'O-1', order_total: '129,90', order_currency: 'EUR' },
  told: [
    'order.completed',
    {
      tealium_event: 'purchase',
      order_id: 'O-1',
      order_total: '129,90',
      order_currency: 'EUR',
      value: 129.9,
      currency: 'EUR',
    },
  ],
})

describe('tealium', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const heard = async (udo: unknown, ...calls: unknown[][]) => {
    const window = createWorld()
    window.utag_data = udo
    window.utag = { track: vi.fn() }
    const track = vi.fn()
    tealium({ track }, { window })
    for (const call of calls) window.utag.track(...call)
    await settled()
    return track.mock.calls.map(([name, { order_id }]) => [name, order_id])
  }

  it('reads the page’s first view, and takes an order’s id with its total for a purchase', async () => {
    expect(await heard({ page_type: 'order', order_id: 'O-1', order_total: '50.00' })).toEqual([
      ['order.completed', 'O-1'],
    ])
    expect(await heard({ page_type: 'order status', order_id: 'O-1' })).toEqual([])
    expect(await heard({ tealium_event: 'view', page_type: 'home' })).toEqual([])
  })

  it('understands both forms of track, and passes other events by their own name', async () => {
    const calls = [
      ['link', { tealium_event: 'cart_add' }],
      [{ event: 'link', data: { tealium_event: 'quote_asked' } }],
      ['link', { link_name: 'nameless' }],
    ]
    expect(await heard(undefined, ...calls)).toEqual([
      ['cart.added', undefined],
      ['quote_asked', undefined],
    ])
  })
})
