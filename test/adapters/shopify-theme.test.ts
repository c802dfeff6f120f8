import { describe, expect, it, vi } from 'vitest'
import { shopifyTheme } from '../../src/adapters/shopify-theme'
import { createWorld, type World } from '../contracts/adapter'

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
})
