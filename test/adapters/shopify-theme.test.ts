import { describe, expect, it, vi } from 'vitest'
import { shopifyTheme } from '../../src/adapters/shopify-theme'
import { createWorld, hostile, settled, testAdapter, type World } from '../contracts/adapter'

function start() {
  const window = createWorld('<main></main>')
  const track = vi.fn()
  const stop = shopifyTheme({ track }, { window })
  const dispatch = async (type: string, said = {}) => {
    window.document.querySelector('main')!.dispatchEvent(Object.assign(new window.Event(type, { bubbles: true }), said))
    await new Promise(resolve => setTimeout(resolve))
  }
  return { window: window as World, track, stop, dispatch }
}
const cart = { cost: { totalAmount: { amount: '30.50', currencyCode: 'EUR' } } }

testAdapter('shopifyTheme', {
  adapter: shopifyTheme,
  globals: ['Shopify'],
  arrive() {},
  say(window, payload) {
    const promise = Promise.resolve(payload)
    const event = new window.Event('shopify:cart:lines-update', { bubbles: true })
    return void window.document.body.dispatchEvent(Object.assign(event, { action: 'add', promise }))
  },
  payload: { cart: { cost: { totalAmount: { amount: '129,90 €', currencyCode: 'EUR' } } }, userErrors: [] },
  told: ['cart.added', { value: 129.9, currency: 'EUR' }],
})

describe('shopifyTheme', () => {
  it('tells what a theme dispatches, and a change of the cart once Shopify has confirmed it', async () => {
    const { track, dispatch } = start()
    await dispatch('shopify:product:view')
    await dispatch('shopify:cart:lines-update', { action: 'add', promise: Promise.resolve({ cart, userErrors: [] }) })
    await dispatch('shopify:cart:lines-update', { action: 'remove', promise: Promise.resolve({ cart }) })
    await dispatch('shopify:cart:view')
    const total = { value: 30.5, currency: 'EUR' }
    expect(track.mock.calls).toEqual([
      ['product.viewed', {}],
      ['cart.added', total],
      ['cart.removed', total],
      ['cart.viewed', {}],
    ])
  })

  it('does not tell what was refused, or changed in number alone, nor anything once stopped', async () => {
    const { track, stop, dispatch } = start()
    await dispatch('shopify:cart:lines-update', { action: 'add', promise: Promise.resolve({ userErrors: [{}] }) })
    await dispatch('shopify:cart:lines-update', { action: 'add', promise: Promise.reject(new Error('sold out')) })
    await dispatch('shopify:cart:lines-update', { action: 'update', promise: Promise.resolve({ cart }) })
    stop()
    await dispatch('shopify:product:view')
    expect(track).not.toHaveBeenCalled()
  })

  it('does not mind events that are of another make, and lets them pass as they are', async () => {
    vi.useFakeTimers()
    const window = createWorld()
    const theirs = vi.fn()
    window.document.body.addEventListener('shopify:cart:lines-update', theirs)
    const track = vi.fn()
    const stop = shopifyTheme({ track }, { window })
    const amounts = hostile(cart.cost.totalAmount).map(totalAmount => ({ cart: { cost: { totalAmount } } }))
    const makes = [
      ...hostile({ action: 'add' }).map(action => ({ action })),
      ...[...hostile(), ...amounts].map(promise => ({ action: 'add', promise })),
      ...hostile().map(then => ({ action: 'remove', promise: { then } })),
    ]
    for (const said of makes) {
      const event = Object.assign(new window.Event('shopify:cart:lines-update', { bubbles: true }), said)
      expect(window.document.body.dispatchEvent(event)).toBe(true)
      for (const key of Object.keys(said))
        expect(Object.is(event[key as never], said[key as keyof typeof said])).toBe(true)
      await settled()
    }
    expect(theirs).toHaveBeenCalledTimes(makes.length)
    for (const [name, properties] of track.mock.calls) {
      expect(name).toMatch(/^cart\./)
      for (const value of Object.values(properties)) expect(['string', 'number']).toContain(typeof value)
    }
    stop()
    vi.useRealTimers()
  })
})
