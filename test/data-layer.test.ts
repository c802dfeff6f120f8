import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dataLayer } from '../src/data-layer'
import { createEnv } from '../src/env'
import { createWorld, hostile, loaded, settled, type World } from './contracts/adapter'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page, and what is told of its data layer. */
function listen(layer?: unknown) {
  const window = createWorld()
  if (layer) window.dataLayer = layer as unknown[]
  const told: [name: string, properties: unknown][] = []
  const stop = dataLayer(
    createEnv(window, () => {}),
    (name, properties) => void told.push([name, properties]),
  )
  return { window, stop, told, names: () => told.map(([name]) => name) }
}
const purchase = { event: 'purchase', ecommerce: { transaction_id: 'T', value: '129,90 €' } }

/** What the page’s calls return, one payload at a time and all at once. */
const pushed = ({ dataLayer }: World, payloads: unknown[]) => [
  ...payloads.map(payload => dataLayer.push(payload)),
  dataLayer.push(...payloads),
  dataLayer.push(),
]

describe('dataLayer', () => {
  it('tells what was pushed before it came, and then in a task of its own what is pushed', async () => {
    const { window, told, names } = listen([{ event: 'view_item' }, { event: 'gtm.js' }])
    expect(names()).toEqual(['product.viewed'])
    expect(window.dataLayer.push(purchase, { event: 'a' })).toBe(4)
    expect(names()).toEqual(['product.viewed'])
    await settled()
    expect(told.slice(1)).toEqual([
      ['order.completed', { transaction_id: 'T', order_id: 'T', value: '129,90 €' }],
      ['a', {}],
    ])
  })

  it('returns to the page for hostile payloads what it would without us, and hears what comes after', async () => {
    const nonsense = [
      ...hostile({ ...purchase, note: 'x'.repeat(1e6) }),
      ...hostile(purchase.ecommerce).map(ecommerce => ({ event: 'purchase', ecommerce })),
    ]
    const bare = createWorld()
    bare.dataLayer = []
    const { window, names } = listen([])
    expect(pushed(window, nonsense)).toEqual(pushed(bare, nonsense))
    await settled()
    expect(window.dataLayer.every((entry: unknown, index: number) => Object.is(entry, bare.dataLayer[index]))).toBe(
      true,
    )
    window.dataLayer.push({ event: 'last' })
    await settled()
    expect(names().at(-1)).toBe('last')
  })

  it('spells out no text that stands where an object should', async () => {
    const { window, told } = listen([])
    for (const ecommerce of ['x'.repeat(1e6), null, 7]) window.dataLayer.push({ event: 'purchase', ecommerce })
    await settled()
    expect(told).toEqual(Array(3).fill(['order.completed', {}]))
  })

  it('leaves the page’s own push its errors', () => {
    const theirs = new Error('theirs')
    const { window } = listen(
      Object.assign([], {
        push() {
          throw theirs
        },
      }),
    )
    expect(() => window.dataLayer.push({})).toThrow(theirs)
  })

  it('tells once when others wrap push in their turn, and leaves theirs in place when it is stopped', async () => {
    const { window, stop, names } = listen([])
    const inner = window.dataLayer.push
    const theirs = vi.fn((...entries: unknown[]) => inner(...entries))
    window.dataLayer.push = theirs
    loaded(window)
    expect(window.dataLayer.push({ event: 'a' })).toBe(1)
    await settled()
    expect(names()).toEqual(['a'])
    window.dataLayer.push({ event: 'b' })
    stop()
    expect(window.dataLayer.push({ event: 'c' })).toBe(3)
    await settled()
    expect(window.dataLayer.push).toBe(theirs)
    expect(names()).toEqual(['a'])
  })

  it('goes on in a layer that comes late, and in one that takes its place, as scripts load', async () => {
    const { window, names } = listen()
    window.dataLayer = [{ event: 'a' }]
    loaded(window)
    window.dataLayer = [{ event: 'b' }]
    loaded(window)
    loaded(window)
    expect(window.dataLayer.push({ event: 'c' })).toBe(2)
    await settled()
    expect(names()).toEqual(['a', 'b', 'c'])
  })

  it('tells once what was pushed just before another took the place of its layer', async () => {
    const { window, names } = listen([])
    window.dataLayer.push({ event: 'a' })
    window.dataLayer = [...window.dataLayer, { event: 'b' }]
    loaded(window)
    await settled()
    expect(names().sort()).toEqual(['a', 'b'])
  })

  it('tells once what was copied into the layer that takes the place of another', async () => {
    const { window, names } = listen([{ event: 'a' }])
    window.dataLayer.push({ event: 'b' })
    await settled()
    window.dataLayer = [...window.dataLayer, { event: 'c' }]
    loaded(window)
    expect(names()).toEqual(['a', 'b', 'c'])
  })

  it('makes none, and does not mind what stands in its place', () => {
    const { window } = listen()
    loaded(window)
    expect('dataLayer' in window).toBe(false)
    for (const nonsense of hostile()) {
      const { window, names } = listen(nonsense)
      expect(() => loaded(window)).not.toThrow()
      expect(names()).toEqual([])
    }
  })

  it('replays a frozen one, once', () => {
    const { window, names } = listen(Object.freeze([{ event: 'a' }]))
    loaded(window)
    expect(names()).toEqual(['a'])
  })

  it('looks for nothing once stopped', async () => {
    const { window, stop, names } = listen()
    stop()
    window.dataLayer = [{ event: 'a' }]
    loaded(window)
    window.dataLayer.push({ event: 'b' })
    await settled()
    expect(names()).toEqual([])
  })
})
