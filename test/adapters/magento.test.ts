import { createRequire } from 'node:module'
import { describe, expect, it, vi } from 'vitest'
import { magento } from '../../src/adapters/magento'
import { createWorld, hostile, testAdapter } from '../contracts/adapter'

const makeJQuery = createRequire(import.meta.url)('jquery')

/** Adobe's layer: functions that are pushed are called with it, objects with an event go to its listeners. */
function acdl() {
  const heard: [string, (item: unknown) => void][] = []
  const layer = {
    addEventListener: (type: string, hear: (item: unknown) => void) => void heard.push([type, hear]),
    push(item: unknown) {
      if (typeof item === 'function') item(layer)
      else if (typeof Object(item).event === 'string')
        for (const [type, hear] of heard) if (type === 'adobeDataLayer:event') hear(item)
    },
  }
  return layer
}

testAdapter('magento, Adobe Commerce', {
  adapter: magento,
  globals: ['adobeDataLayer'],
  arrive(window) {
    window.adobeDataLayer = acdl()
  },
  say: (window, eventInfo) => void window.adobeDataLayer?.push({ event: 'place-order', eventInfo }),
  payload: { orderContext: { orderId: '111111', grandTotal: 69.98, email: 'someone@shop.example' } },
  told: ['order.completed', { order_id: '111111', value: 69.98 }],
})
testAdapter('magento, Open Source', {
  adapter: magento,
  globals: ['jQuery', 'adobeDataLayer'],
  arrive(window) {
    window.jQuery = makeJQuery(window)
  },
  say: window => void window.jQuery?.(window.document).trigger('ajax:addToCart', { sku: 'mug' }),
  told: ['cart.added', {}],
})

function told(html: string, adobeDataLayer?: object, then?: () => void) {
  const window = createWorld(html)
  if (adobeDataLayer) window.adobeDataLayer = adobeDataLayer
  const track = vi.fn()
  const stop = magento({ track }, { window })
  then?.()
  stop()
  return track.mock.calls
}

describe('magento', () => {
  it('throws nothing into a layer that hands on whatever was pushed, and hears what comes after', () => {
    const heard: ((item: unknown) => void)[] = []
    const layer = {
      addEventListener: (_: string, hear: (item: unknown) => void) => void heard.push(hear),
      push: (use: (library: unknown) => void) => use(layer),
    }
    const calls = told('', layer, () => {
      for (const item of [...hostile({ event: 'unknown' }), { event: 'add-to-cart' }])
        for (const hear of heard) hear(item)
    })
    expect(calls).toEqual([['cart.added', {}]])
  })

  it('tells an order from the success page, to a customer and to a guest', () => {
    const order = [['order.completed', { order_id: '000000012' }]]
    const page = (sentence: string) => `<div class="checkout-success"><p>${sentence}</p></div>`
    expect(told(page('Your order number is: <a class="order-number"><strong>000000012</strong></a>.'))).toEqual(order)
    expect(told(page('Your order # is: <span>000000012</span>.'))).toEqual(order)
  })

  it('gives the order’s id to the order alone, though the layer repeats it', () => {
    const layer = acdl()
    const eventInfo = { orderContext: { orderId: '1', grandTotal: 5 } }
    const calls = told('', layer, () => layer.push({ event: 'add-to-cart', eventInfo }))
    expect(calls).toEqual([['cart.added', {}]])
  })
})
