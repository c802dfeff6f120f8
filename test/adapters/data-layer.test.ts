import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dataLayer } from '../../src/adapters/data-layer'
import type { AdapterOptions } from '../../src/contracts'
import { createWorld, loaded, settled, testAdapter, type World } from '../contracts/adapter'

const gtag = (...command: unknown[]) =>
  (function () {
    // biome-ignore lint/complexity/noArguments: it is what gtag pushes
    return arguments
  })(...(command as []))

const purchase = { transaction_id: 'T1', value: '50', currency: 'EUR' }

testAdapter('dataLayer', {
  adapter: dataLayer,
  globals: ['dataLayer'],
  arrive(window, own) {
    window.dataLayer = Object.assign([], { push: own })
  },
  method: window => [window.dataLayer, 'push'],
  say: (window, payload) => window.dataLayer.push({ event: 'purchase', ecommerce: payload }),
  payload: purchase,
  told: ['order.completed', { ...purchase, order_id: 'T1', value: 50 }],
})

testAdapter('gtag', {
  adapter: dataLayer,
  globals: ['dataLayer'],
  arrive(window, own) {
    window.dataLayer = Object.assign([], { push: own })
  },
  method: window => [window.dataLayer, 'push'],
  say: (window, payload) => window.dataLayer.push(gtag('event', 'purchase', payload)),
  payload: purchase,
  told: ['order.completed', { ...purchase, order_id: 'T1', value: 50 }],
})

describe('dataLayer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const observe = (globals: Record<string, unknown>, options: AdapterOptions = {}) => {
    const window = createWorld()
    Object.assign(window, globals)
    const track = vi.fn()
    const stop = dataLayer({ track }, { ...options, window })
    return { window, track, stop, names: () => track.mock.calls.map(([name]) => name) }
  }

  it('replays what was pushed before it came', () => {
    const { names } = observe({ dataLayer: [{ event: 'view_item' }, gtag('event', 'begin_checkout')] })
    expect(names()).toEqual(['product.viewed', 'checkout.started'])
  })

  it('passes an event it has no word for by its own name, and leaves the tag manager’s alone', () => {
    const { names } = observe({
      dataLayer: [
        { event: 'support_ended' },
        { event: 'constructor' },
        { event: 'gtm.js' },
        { ecommerce: null },
        gtag('config', 'G-1'),
        ['event', 'purchase'],
        gtag('consent', 'default', {}),
      ],
    })
    expect(names()).toEqual(['support_ended', 'constructor'])
  })

  it('understands the purchase of the older enhanced e-commerce, named or not', () => {
    const ecommerce = { purchase: { actionField: { id: 'T9', revenue: '70.5' }, products: [] } }
    const { track } = observe({ dataLayer: [{ ecommerce }, { event: 'orderPlaced', ecommerce }] })
    const told = ['order.completed', { transaction_id: 'T9', order_id: 'T9', value: 70.5 }]
    expect(track.mock.calls).toEqual([told, told])
  })

  it('leaves an amount that is no plain number as it stands', () => {
    const { track } = observe({ dataLayer: [{ event: 'purchase', ecommerce: { value: '129,90 €' } }] })
    expect(track).toHaveBeenCalledWith('order.completed', { value: '129,90 €' })
  })

  it('survives entries that are none, and hears those behind them', () => {
    const nonsense = [null, undefined, 7, 'purchase', () => {}, [], { event: 5 }, Symbol()]
    const { names } = observe({ dataLayer: [...nonsense, { event: 'purchase' }] })
    expect(names()).toEqual(['order.completed'])
  })

  it('hears a renamed layer, and several', async () => {
    const { window, names } = observe({ one: [{ event: 'a' }], two: [] }, { global: ['one', 'two', 'none'] })
    window.two.push({ event: 'b' }, { event: 'c' })
    await settled()
    expect(names()).toEqual(['a', 'b', 'c'])
  })

  const tag = (window: World, layer: string) => {
    const script = window.document.createElement('script')
    script.type = 'text/plain' // not fetched
    script.src = `https://www.googletagmanager.com/gtm.js?id=GTM-1&l=${layer}`
    window.document.body.append(script)
    loaded(window)
  }

  it('hears the layer that a tag on the page names, besides its own', async () => {
    const { window, names } = observe({ dataLayer: [], layerTwo: [{ event: 'refund' }] })
    tag(window, 'layerTwo')
    window.layerTwo.push({ event: 'purchase' })
    window.dataLayer.push({ event: 'sign_up' })
    await settled()
    expect(names()).toEqual(['order.refunded', 'order.completed', 'account.created'])
  })

  it('hears no other than those it was given, so that two of them tell nothing twice', async () => {
    const { window, names } = observe({ dataLayer: [], one: [], two: [] }, { global: 'one' })
    tag(window, 'two')
    for (const layer of ['dataLayer', 'one', 'two']) window[layer].push({ event: layer })
    await settled()
    expect(names()).toEqual(['one'])
  })

  it.each(['in the task that it was pushed in', 'later'])(
    'goes on in the layer that takes the place of another, and tells what was copied into it once, %s',
    async moment => {
      const { window, names } = observe({ dataLayer: [{ event: 'a' }] })
      window.dataLayer.push({ event: 'b' }, null, 7)
      if (moment === 'later') await settled()
      window.dataLayer = [...window.dataLayer, { event: 'c' }]
      loaded(window)
      window.document.body.click()
      window.dataLayer.push({ event: 'd' })
      await settled()
      expect(names().sort()).toEqual(['a', 'b', 'c', 'd'])
    },
  )

  it('leaves a frozen data layer alone, and replays it once', () => {
    const { window, names } = observe({ dataLayer: Object.freeze([{ event: 'a' }]) })
    loaded(window)
    expect(names()).toEqual(['a'])
  })

  it('spells out no text that stands where an object should', () => {
    const text = 'x'.repeat(1e6)
    const { track } = observe({ dataLayer: [{ event: 'purchase', ecommerce: text }, gtag('event', 'refund', text)] })
    expect(track.mock.calls).toEqual([
      ['order.completed', {}],
      ['order.refunded', {}],
    ])
  })
})
