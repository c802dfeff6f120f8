import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'
import { prestashop } from '../../src/adapters/prestashop'
import { createWorld, loaded, testAdapter } from '../contracts/adapter'

testAdapter('prestashop', {
  adapter: prestashop,
  globals: ['prestashop'],
  arrive(window) {
    window.prestashop = new EventEmitter()
  },
  say: (window, payload) => void window.prestashop?.emit('updateCart', payload),
  payload: { reason: { linkAction: 'add-to-cart', idProduct: 3 } },
  told: ['cart.added', {}],
})

describe('prestashop', () => {
  it('tells an order from its confirmation page', () => {
    const window = createWorld('<table><tr class="total-value"><td>Total</td><td>29,00 €</td></tr></table>')
    window.document.body.id = 'order-confirmation'
    window.happyDOM.setURL('https://shop.example/confirmacion-pedido?id_cart=4&id_order=12&key=a')
    window.prestashop = { currency: { iso_code: 'EUR' } }
    const track = vi.fn()
    prestashop({ track }, { window })
    expect(track.mock.calls).toEqual([['order.completed', { order_id: '12', value: 29, currency: 'EUR' }]])
  })

  it('hears the emitter that a later script makes of the page’s own object', () => {
    const window = createWorld()
    const emitter = new EventEmitter()
    window.prestashop = { currency: { iso_code: 'EUR' } }
    const track = vi.fn()
    prestashop({ track }, { window })
    Object.assign(window.prestashop, { on: emitter.on.bind(emitter), removeListener: emitter.off.bind(emitter) })
    loaded(window)
    emitter.emit('updateCart', { reason: { linkAction: 'add-to-cart' } })
    expect(track.mock.calls).toEqual([['cart.added', {}]])
  })

  it('takes no dot of a currency for one of a number', () => {
    const window = createWorld('<table><tr class="total-value"><td>I alt</td><td>129,50 kr.</td></tr></table>')
    window.happyDOM.setURL('https://shop.example/ordre?id_cart=4&id_order=12')
    const track = vi.fn()
    prestashop({ track }, { window })
    expect(track.mock.calls).toEqual([['order.completed', { order_id: '12', value: 129.5 }]])
  })

  it.each([
    ['?id_cart=4&id_module=2&id_order=12&key=a', ['12']],
    ['?controller=order-confirmation&id_order=12&key=a&id_cart=4', ['12']],
    ['?id_order=12', []], // an old order, looked at in the account
    ['?controller=order-detail&id_order=12', []],
    ['?submitReorder=1&id_order=12', []],
    ['?id_cart=4&id_order=', []],
  ])('of %s it tells the order that was just placed alone', (query, orders) => {
    const window = createWorld()
    window.happyDOM.setURL(`https://shop.example/${query}`)
    window.prestashop = {}
    const track = vi.fn()
    prestashop({ track }, { window })
    expect(track.mock.calls.map(([, { order_id }]) => order_id)).toEqual(orders)
  })
})
