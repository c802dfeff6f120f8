import { describe, expect, it, vi } from 'vitest'
import { vtex } from '../../src/adapters/vtex'
import { createWorld, testAdapter, type World } from '../contracts/adapter'

const post = (window: World, data: unknown, source: unknown = window) =>
  window.dispatchEvent(Object.assign(new window.Event('message'), { data, source }))

testAdapter('vtex', {
  adapter: vtex,
  globals: ['pixelManager'],
  arrive() {},
  say: (window, payload) => void post(window, payload),
  payload: { eventName: 'vtex:orderPlaced', transactionId: 'v-77', transactionTotal: 89.9, transactionCurrency: 'BRL' },
  told: ['order.completed', { order_id: 'v-77', value: 89.9, currency: 'BRL' }],
})

describe('vtex', () => {
  it('believes no frame that feigns an order, and leaves alone what it has no word for', () => {
    const window = createWorld()
    const track = vi.fn()
    vtex({ track }, { window })
    post(window, { eventName: 'vtex:orderPlaced', transactionId: 'feigned' }, {})
    post(window, { eventName: 'vtex:userData', email: 'someone@shop.example' })
    post(window, { eventName: 'constructor' })
    expect(track).not.toHaveBeenCalled()
    post(window, { eventName: 'vtex:addToCart', currency: 'BRL', items: [{}] })
    expect(track.mock.calls).toEqual([['cart.added', { currency: 'BRL' }]])
  })
})
