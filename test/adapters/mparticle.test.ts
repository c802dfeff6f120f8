import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mparticle } from '../../src/adapters/mparticle'
import { createWorld, loaded, settled, testAdapter, type World } from '../contracts/adapter'

const library = (logProductAction: unknown, logEvent: unknown = logProductAction) => ({
  getInstance() {},
  config: {},
  logEvent,
  eCommerce: { logProductAction },
})

testAdapter('mparticle', {
  adapter: mparticle,
  globals: ['mParticle'],
  arrive(window, own) {
    window.mParticle = library(own)
  },
  method: window => [window.mParticle.eCommerce, 'logProductAction'],
  say: (window, payload) => window.mParticle.eCommerce.logProductAction(7, [], payload, {}, { Id: 'O-1', Revenue: 50 }),
  payload: { currency: 'EUR' },
  told: ['order.completed', { order_id: 'O-1', value: 50, currency: 'EUR' }],
})

describe('mparticle', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** The snippet, which keeps calls for the library. */
  const snippet = (window: World) => {
    const rq: unknown[] = []
    const keep =
      (method: string) =>
      (...args: unknown[]) =>
        void rq.push([method, ...args])
    window.mParticle = {
      config: { rq },
      logEvent: keep('logEvent'),
      eCommerce: { logProductAction: keep('eCommerce.logProductAction') },
    }
    return rq
  }
  /** What the library does with what was kept, once it is there. */
  const replay = (window: World, rq: unknown[]) => {
    for (const [method, ...args] of rq.filter(Array.isArray)) {
      if (method === 'logEvent') window.mParticle.logEvent(...args)
      else window.mParticle.eCommerce.logProductAction(...args)
    }
  }

  it('waits where the page has its settings there before its snippet', async () => {
    const window = createWorld()
    const track = vi.fn()
    window.mParticle = { config: {} }
    mparticle({ track }, { window })
    Object.assign(
      window.mParticle,
      library(() => {}),
    )
    loaded(window)
    window.mParticle.logEvent('Rated')
    await vi.advanceTimersByTimeAsync(0)
    expect(track.mock.calls).toEqual([['Rated', {}]])
  })

  it.each(['before we see it', 'after we have seen it'])(
    'hears once what was kept until the library is there, made again %s',
    async moment => {
      const window = createWorld()
      const rq = snippet(window)
      rq.push(() => {})
      window.mParticle.logEvent('Quote Asked', 1, { size: 3 })
      const track = vi.fn()
      mparticle({ track }, { window })
      window.mParticle.eCommerce.logProductAction(7, [], null, null, { Id: 'O-1', Revenue: 50 })
      window.mParticle.eCommerce.logProductAction(4, [])
      await settled()
      window.mParticle = library(vi.fn())
      if (moment.startsWith('before')) replay(window, rq)
      loaded(window)
      if (moment.startsWith('after')) replay(window, rq)
      window.mParticle.eCommerce.logProductAction(8, [], {}, {}, { Id: 'O-1' })
      await settled()
      expect(track.mock.calls).toEqual([
        ['Quote Asked', { size: 3 }],
        ['order.completed', { order_id: 'O-1', value: 50 }],
        ['order.refunded', { order_id: 'O-1' }],
      ])
    },
  )

  it('loses nothing that is said again with the same words, before the library is ready and after', async () => {
    const window = createWorld()
    const rq = snippet(window)
    window.mParticle.logEvent('Quote Asked')
    const track = vi.fn()
    mparticle({ track }, { window })
    window.mParticle.logEvent('Quote Asked')
    await settled()
    expect(track).toHaveBeenCalledTimes(2)
    const ready: (() => void)[] = []
    window.mParticle = { ...library(vi.fn()), ready: (task: () => void) => ready.push(task) }
    loaded(window)
    replay(window, rq)
    for (const task of ready) task()
    await settled()
    expect(track).toHaveBeenCalledTimes(2)
    window.mParticle.logEvent('Quote Asked')
    await settled()
    expect(track).toHaveBeenCalledTimes(3)
  })

  it('takes nothing for made again that the library has made again unseen', async () => {
    const window = createWorld()
    snippet(window)
    const track = vi.fn()
    mparticle({ track }, { window })
    window.mParticle.logEvent('Quote Asked')
    await settled()
    window.mParticle = { ...library(vi.fn()), ready: (task: () => void) => task() }
    loaded(window)
    await settled()
    window.mParticle.logEvent('Quote Asked')
    await settled()
    expect(track).toHaveBeenCalledTimes(2)
  })

  it.each(['before we see it', 'after we have seen it'])(
    'loses nothing that was called in the task in which the library comes, made again %s',
    async moment => {
      const window = createWorld()
      const rq = snippet(window)
      const track = vi.fn()
      mparticle({ track }, { window })
      window.mParticle.logEvent('a')
      const isFirst = moment.startsWith('before')
      const waiting: (() => void)[] = []
      window.mParticle = { ...library(vi.fn()), ready: (task: () => void) => (isFirst ? task() : waiting.push(task)) }
      if (isFirst) replay(window, rq)
      loaded(window)
      if (!isFirst) replay(window, rq)
      for (const task of waiting) task()
      await settled()
      expect(track.mock.calls).toEqual([['a', {}]])
    },
  )

  it('has heard what the library takes apart in the same task', async () => {
    const window = createWorld()
    const rq = snippet(window)
    window.mParticle.logEvent('a')
    const track = vi.fn()
    mparticle({ track }, { window })
    window.mParticle.logEvent('b')
    for (const call of rq as unknown[][]) call.shift()
    await settled()
    expect(track.mock.calls).toEqual([
      ['a', {}],
      ['b', {}],
    ])
  })

  it('spells out no text that stands where the attributes should', async () => {
    const window = createWorld()
    window.mParticle = library(vi.fn())
    const track = vi.fn()
    mparticle({ track }, { window })
    window.mParticle.logEvent('Quote Asked', 1, 'x'.repeat(1e6))
    await settled()
    expect(track.mock.calls).toEqual([['Quote Asked', {}]])
  })
})
