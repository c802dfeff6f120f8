import { describe, expect, it, vi } from 'vitest'
import { segment } from '../../src/adapters/segment'
import { createWorld, loaded, testAdapter, type World } from '../contracts/adapter'

type Handler = (...args: unknown[]) => unknown

/** The library, which tells its listeners of every track call. */
function arrive(window: World) {
  const handlers: Handler[] = []
  window.analytics = {
    on: (_: string, handler: Handler) => handlers.push(handler),
    track: (...args: unknown[]) => handlers.map(handler => handler(...args)),
  }
}

testAdapter('segment', {
  adapter: segment,
  globals: ['analytics'],
  arrive,
  say: (window, payload) => window.analytics.track('Order Completed', payload),
  payload: { order_id: 'O-1', total: '129,90 €', currency: 'EUR' },
  told: ['order.completed', { order_id: 'O-1', total: '129,90 €', value: 129.9, currency: 'EUR' }],
})

describe('segment', () => {
  const listen = (options = {}) => {
    const window = createWorld()
    window.mine = undefined
    arrive(window)
    const track = vi.fn()
    segment({ track }, { window, ...options })
    return { window, track }
  }

  it('hears a list that the page has made before the snippet gives it its methods', () => {
    const window = createWorld()
    const list: unknown[] = []
    window.analytics = list
    const track = vi.fn()
    segment({ track }, { window })
    arrive(window)
    window.analytics = Object.assign(list, window.analytics)
    loaded(window)
    window.analytics.track('Signed Up', {})
    expect(track.mock.calls).toEqual([['account.created', {}]])
  })

  it('takes revenue, then value, where there is no total', () => {
    const { window, track } = listen()
    window.analytics.track('order completed', { order_id: 'O-2', revenue: 25, value: 20 })
    window.analytics.track('Checkout Started', { value: '30.50' })
    expect(track.mock.calls).toEqual([
      ['order.completed', { order_id: 'O-2', revenue: 25, value: 25 }],
      ['checkout.started', { value: 30.5 }],
    ])
  })

  it('passes what the spec has no word for by its own name, without properties too', () => {
    const { window, track } = listen()
    for (const name of ['Trial Started', 'constructor']) window.analytics.track(name, null)
    expect(track.mock.calls).toEqual([
      ['Trial Started', {}],
      ['constructor', {}],
    ])
  })

  it('hears of a chat that has begun, and of its end', () => {
    const { window, track } = listen()
    for (const name of ['Live Chat Conversation Started', 'Live Chat Conversation Ended'])
      window.analytics.track(name, { conversation_id: 'c-1', agent_id: 'a' })
    expect(track.mock.calls).toEqual([
      ['support.started', { conversation_id: 'c-1', agent_id: 'a' }],
      ['support.ended', { conversation_id: 'c-1', agent_id: 'a' }],
    ])
  })

  it('knows an order by the name of the first spec, too', () => {
    const { window, track } = listen()
    window.analytics.track('Completed Order', { order_id: 'O-3', total: 30 })
    expect(track.mock.calls).toEqual([['order.completed', { order_id: 'O-3', total: 30, value: 30 }]])
  })

  it('takes no name for another that holds it', () => {
    const { window, track } = listen()
    const names = [
      'Order Completed Twice',
      'Live Chat Conversation Rated',
      'Order Updated',
      'Product Completed',
      'signed',
    ]
    for (const name of names) window.analytics.track(name)
    expect(track.mock.calls.map(([name]) => name)).toEqual(names)
  })

  it('is found under another name', () => {
    const window = createWorld()
    arrive(window)
    window.mine = window.analytics
    window.analytics = undefined
    const track = vi.fn()
    segment({ track }, { window, global: 'mine' })
    window.mine.track('Signed Up')
    expect(track).toHaveBeenCalledWith('account.created', {})
  })

  it('spells out no text that stands where the properties should', () => {
    const { window, track } = listen()
    window.analytics.track('Order Completed', 'x'.repeat(1e6))
    expect(track.mock.calls).toEqual([['order.completed', {}]])
  })
})
