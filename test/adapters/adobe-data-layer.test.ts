import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { adobeDataLayer } from '../../src/adapters/adobe-data-layer'
import { createWorld, settled, testAdapter, type World } from '../contracts/adapter'

type Listener = (event: unknown) => void

/** The library, in the place of the array's own `push`; listeners hear what was pushed before them, too. */
function arrive(window: World) {
  const past: unknown[] = []
  const listeners: Listener[] = []
  const library = {
    addEventListener(_: string, listener: Listener) {
      listeners.push(listener)
      past.forEach(listener)
    },
  }
  window.adobeDataLayer = {
    push(item: unknown) {
      if (typeof item === 'function') return item(library)
      past.push(item)
      listeners.forEach(listener => void listener(item))
    },
  }
}

const info = {
  orderContext: { orderId: 'O-1', grandTotal: 50 },
  storefrontInstanceContext: { storeViewCurrencyCode: 'EUR' },
}

testAdapter('adobeDataLayer', {
  adapter: adobeDataLayer,
  globals: ['adobeDataLayer'],
  arrive,
  say(window, payload) {
    if (typeof payload !== 'function') window.adobeDataLayer.push(payload)
  },
  payload: { event: 'place-order', eventInfo: info, page: 'thanks' },
  told: ['order.completed', { page: 'thanks', order_id: 'O-1', value: 50, currency: 'EUR' }],
})

describe('adobeDataLayer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('hears what was pushed before, finds the order where the XDM has it, and passes other events', async () => {
    const window = createWorld()
    arrive(window)
    const order = { purchaseID: 'O-2', priceTotal: '129,90 €', currencyCode: 'EUR' }
    window.adobeDataLayer.push({ event: 'commerce.purchases', commerce: { order } })
    const track = vi.fn()
    adobeDataLayer({ track }, { window })
    window.adobeDataLayer.push({ event: 'cmp:click', component: 'b' })
    window.adobeDataLayer.push({ event: 'add-to-cart', eventInfo: { productContext: {} } })
    await settled()
    expect(track.mock.calls).toEqual([
      ['order.completed', { order_id: 'O-2', value: 129.9, currency: 'EUR' }],
      ['cmp:click', { component: 'b' }],
      ['cart.added', {}],
    ])
  })

  it('gives the order’s id to the order alone, though the layer repeats it', async () => {
    const window = createWorld()
    arrive(window)
    const track = vi.fn()
    adobeDataLayer({ track }, { window })
    window.adobeDataLayer.push({ event: 'product-page-view', eventInfo: info })
    await settled()
    expect(track.mock.calls).toEqual([['product.viewed', { currency: 'EUR' }]])
  })
})
