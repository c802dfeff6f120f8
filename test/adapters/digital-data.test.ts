import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { digitalData } from '../../src/adapters/digital-data'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'

testAdapter('digitalData', {
  adapter: digitalData,
  globals: ['digitalData'],
  arrive(window, own) {
    const event = Object.assign([], { push: own })
    window.digitalData = { event }
  },
  method: window => [window.digitalData.event, 'push'],
  say: (window, payload) => window.digitalData.event.push({ eventInfo: payload }),
  payload: { eventName: 'quote asked', size: 3 },
  told: ['quote asked', { eventName: 'quote asked', size: 3 }],
})

describe('digitalData', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const total = { basePrice: 40, transactionTotal: '129,90 €', currency: 'EUR' }

  it('tells of a transaction once, as soon as it has an id', async () => {
    const window = createWorld()
    window.digitalData = { transaction: { total } }
    const track = vi.fn()
    digitalData({ track }, { window })
    expect(track).not.toHaveBeenCalled()
    window.digitalData.transaction.transactionID = 'O-1'
    await vi.advanceTimersByTimeAsync(20_000)
    loaded(window)
    expect(track.mock.calls).toEqual([['order.completed', { order_id: 'O-1', value: 129.9, currency: 'EUR' }]])
  })

  it('tells of events that were there before, with or without `eventInfo`', async () => {
    const window = createWorld()
    const theirs = [{ eventInfo: { eventName: 'a' }, attributes: { size: 3 } }, { event: 'b' }, null, { category: {} }]
    window.digitalData = { event: theirs }
    const track = vi.fn()
    digitalData({ track }, { window })
    await settled()
    expect(track.mock.calls).toEqual([
      ['a', { eventName: 'a', size: 3 }],
      ['b', { event: 'b' }],
    ])
  })

  it('spells out no text that stands where the attributes should', async () => {
    const window = createWorld()
    window.digitalData = { event: [{ eventInfo: { eventName: 'a' }, attributes: 'x'.repeat(1e6) }] }
    const track = vi.fn()
    digitalData({ track }, { window })
    await settled()
    expect(track.mock.calls).toEqual([['a', { eventName: 'a' }]])
  })

  it('tells each order of a page that never reloads, once, however often it is written anew', async () => {
    const window = createWorld()
    window.digitalData = { transaction: { transactionID: 'O-1', total }, event: [] }
    const track = vi.fn()
    const stop = digitalData({ track }, { window })
    const next = async (change: object) => {
      Object.assign(window.digitalData, change)
      window.digitalData.event.push({ category: {} })
      await settled()
      loaded(window)
    }
    window.digitalData.transaction.transactionID = 'O-2'
    await next({})
    await next({ transaction: { transactionID: 'O-2', total } })
    await next({ transaction: {} })
    await next({ transaction: { transactionID: 'O-3' }, event: [] })
    expect(track.mock.calls.map(([name, { order_id }]) => [name, order_id])).toEqual([
      ['order.completed', 'O-1'],
      ['order.completed', 'O-2'],
      ['order.completed', 'O-3'],
    ])
    stop()
    await next({ transaction: { transactionID: 'O-4' } })
    expect(track).toHaveBeenCalledTimes(3)
  })

  it('hears events though the transaction cannot be read', async () => {
    const window = createWorld()
    window.digitalData = {
      event: [{ event: 'a' }],
      get transaction() {
        throw new Error('theirs')
      },
    }
    const track = vi.fn()
    digitalData({ track }, { window })
    window.digitalData.event.push({ event: 'b' })
    await settled()
    expect(track.mock.calls.map(([name]) => name)).toEqual(['a', 'b'])
  })

  it.each(['in the task that it was pushed in', 'later'])(
    'tells once what was copied into the array that takes the place of another, %s',
    async moment => {
      const window = createWorld()
      window.digitalData = { event: [{ event: 'a' }] }
      const track = vi.fn()
      digitalData({ track }, { window })
      window.digitalData.event.push({ event: 'b' })
      if (moment === 'later') await settled()
      window.digitalData.event = [...window.digitalData.event, { event: 'c' }]
      loaded(window)
      window.digitalData.event.push({ event: 'd' })
      await settled()
      expect(track.mock.calls.map(([name]) => name)).toEqual(['a', 'b', 'c', 'd'])
    },
  )
})
