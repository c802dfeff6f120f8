import { describe, expect, it, vi } from 'vitest'
import { shopware } from '../../src/adapters/shopware'
import { createWorld, hostile, testAdapter } from '../contracts/adapter'

const finish = `<p class="finish-ordernumber" data-order-number="10001">Your order number: #10001</p>
  <div class="hidden-line-items-information" data-currency="EUR" data-value="199.98"></div>`

testAdapter('shopware', {
  adapter: shopware,
  globals: ['activeRoute'],
  once: true,
  arrive() {},
  say(window, payload) {
    window.activeRoute = payload // whatever that is, the page has its order
    Object.defineProperty(window.document, 'readyState', { value: 'complete' })
    window.document.body.innerHTML = finish
    window.dispatchEvent(new window.Event('load'))
  },
  payload: { route: 'frontend.checkout.finish.page' },
  told: ['order.completed', { order_id: '10001', value: 199.98, currency: 'EUR' }],
})

function told(html: string, { route = '', search = '' } = {}) {
  const window = createWorld(html)
  window.happyDOM.setURL(`https://shop.example/checkout/finish${search}`)
  window.activeRoute = route
  const track = vi.fn()
  shopware({ track }, { window })()
  return track.mock.calls
}

describe('shopware', () => {
  it('tells an order from the finish page, with its number, total and currency', () => {
    expect(told(finish, { route: 'frontend.checkout.finish.page' })).toEqual([
      ['order.completed', { order_id: '10001', value: 199.98, currency: 'EUR' }],
    ])
  })

  it('tells no order whose payment has failed', () => {
    expect(told(finish, { search: '?orderId=a&paymentFailed=1' })).toEqual([])
  })

  it('knows pages by their route, and no others', () => {
    expect(told('', { route: 'frontend.checkout.confirm.page' })).toEqual([['checkout.started', {}]])
    expect(told('', { route: 'constructor' })).toEqual([])
  })

  it('reads an order whatever stands in the route, and whatever the markup says of it', () => {
    for (const route of hostile())
      expect(told(finish, { route: route as string })).toEqual([
        ['order.completed', { order_id: '10001', value: 199.98, currency: 'EUR' }],
      ])
    const amounts: [string, number?][] = [['129,90 €', 129.9], ['NaN'], [''], ['x'.repeat(1e6)]]
    for (const [value, amount] of amounts)
      expect(told(finish.replace('199.98', value))).toEqual([
        ['order.completed', { order_id: '10001', ...(amount && { value: amount }), currency: 'EUR' }],
      ])
  })
})
