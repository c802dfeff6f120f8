import { createRequire } from 'node:module'
import { describe, expect, it, vi } from 'vitest'
import { woocommerce } from '../../src/adapters/woocommerce'
import { createWorld, settled, testAdapter } from '../contracts/adapter'

const makeJQuery = createRequire(import.meta.url)('jquery')

testAdapter('woocommerce, classic', {
  adapter: woocommerce,
  globals: ['jQuery'],
  arrive(window) {
    window.jQuery = makeJQuery(window)
  },
  say: window => void window.jQuery?.(window.document.body).trigger('added_to_cart', [{}, 'hash']),
  told: ['cart.added', {}],
})
testAdapter('woocommerce, blocks', {
  adapter: woocommerce,
  globals: ['jQuery'],
  arrive() {},
  say: window => void window.document.body.dispatchEvent(new window.Event('wc-blocks_removed_from_cart')),
  told: ['cart.removed', {}],
})

function told(html: string, path = '/checkout/order-received/57/?key=wc_order_a') {
  const window = createWorld(html)
  window.happyDOM.setURL(`https://shop.example${path}`)
  const track = vi.fn()
  woocommerce({ track }, { window })()
  return track.mock.calls
}
const overview = `<ul><li class="woocommerce-order-overview__order">Order number: <strong>A-57</strong></li>
  <li class="woocommerce-order-overview__total">Total: <strong><span class="woocommerce-Price-amount amount">1.129,90 €</span>
  <small>(includes <span class="amount">20,00 €</span> tax)</small></strong></li></ul>`

describe('woocommerce', () => {
  it('tells an order by the number and the total on the page that thanks', () => {
    expect(told(overview)).toEqual([['order.completed', { order_id: 'A-57', value: 1129.9 }]])
  })

  it.each([
    ['129,50 kr.', 129.5],
    ['1.129,50\u00a0kr.', 1129.5],
    ['129,50 лв.', 129.5],
    ['129.50 د.إ.', 129.5],
    ['د.إ 129.50', 129.5],
    ['Rs.50', 50],
    ['S/. 50', 50],
    ['$.99', 0.99],
  ])('takes no dot of a currency for one of a number: %s', (total, value) => {
    const html = `<p class="woocommerce-order-overview__total"><span class="amount">${total}</span></p>`
    expect(told(html)).toEqual([['order.completed', { order_id: '57', value }]])
  })

  it('tells it by the address where the page says nothing of it', () => {
    expect(told('')).toEqual([['order.completed', { order_id: '57' }]])
    expect(told('', '/?page_id=8&order-received=57&key=wc_order_a')).toEqual([['order.completed', { order_id: '57' }]])
    expect(told('', '/shop/')).toEqual([])
  })

  it('tells no order whose payment has failed', () => {
    expect(told('<p class="woocommerce-thankyou-order-failed">Unfortunately</p>')).toEqual([])
    expect(told('<p class="wc-block-order-confirmation-status__actions"><a>Try again</a></p>')).toEqual([])
  })

  it('tells once what jQuery and blocks both say', async () => {
    vi.useFakeTimers()
    const window = createWorld()
    const track = vi.fn()
    window.jQuery = makeJQuery(window)
    const body = window.document.body
    window.jQuery(body).on('added_to_cart', () => void body.dispatchEvent(new window.Event('wc-blocks_added_to_cart')))
    woocommerce({ track }, { window })
    window.jQuery(body).trigger('added_to_cart')
    await settled()
    expect(track.mock.calls).toEqual([['cart.added', {}]])
    vi.useRealTimers()
  })
})
