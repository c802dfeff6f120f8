import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import * as carry from '../src/carry'
import { readConfig } from '../src/config'
import type { Consent, Delivery, Load, Response } from '../src/contracts'
import { createKeeper } from '../src/keeper'
import { type FakeEnv, fakeEnv, settled } from './fakes/env'

const page = (indexedDB: unknown) => {
  const env = fakeEnv()
  return { ...env, window: Object.assign(new EventTarget(), { indexedDB }) as never as FakeEnv['window'] }
}

function setUp(consent: Consent = 'granted', env: FakeEnv = page(new IDBFactory())) {
  const notify = vi.fn()
  const delivery = {
    keep: vi.fn(async (_: Response) => 'stored' as const),
    pending: vi.fn(async () => 2),
    refused: vi.fn(async () => []),
    retry: vi.fn(async () => true),
    flush: vi.fn(async () => {}),
    stop: vi.fn(),
  } satisfies Delivery
  const load = vi.fn(async () => ({ createDelivery: () => delivery }))
  const part = async (name: string) => (name === 'carry' ? carry : name === 'delivery' ? load() : {})
  const keeper = createKeeper(
    env,
    readConfig({ endpoint: '/', consent }, () => {}),
    { part } as never as Load,
    notify,
    () => {},
  )
  return { env, keeper, load, delivery, notify }
}
const response = (change: Partial<Response> = {}) =>
  ({ id: 'r', revision: 2, status: 'partial', ...change }) as Response

describe('createKeeper', () => {
  it('does not fetch delivery for a visitor who has nothing to deliver', async () => {
    const { env, load } = setUp()
    await env.advance(301_000)
    expect(load).not.toHaveBeenCalled()
  })

  it('fetches it when an earlier page has left a database, or when the browser does not say', async () => {
    const indexedDB = new IDBFactory()
    indexedDB.open('pulso')
    await settled()
    for (const known of [indexedDB, { open() {} }, undefined]) {
      const { env, load } = setUp('granted', page(known))
      await env.advance(0)
      expect(load).toHaveBeenCalledOnce()
    }
  })

  it('notices within five minutes what another tab has left behind', async () => {
    const indexedDB = new IDBFactory()
    const { env, load } = setUp('granted', page(indexedDB))
    await env.advance(1000)
    indexedDB.open('pulso')
    await env.advance(300_000)
    expect(load).toHaveBeenCalledOnce()
  })

  it('hands on what may be kept, and only the statuses that are delivered', async () => {
    const { keeper, delivery } = setUp()
    await keeper.save(response())
    await keeper.save(response({ revision: 3 }), response())
    expect(delivery.keep).toHaveBeenLastCalledWith(response({ revision: 3 }), response(), undefined)
    await keeper.save(response({ status: 'shown' }))
    expect(delivery.keep).toHaveBeenCalledTimes(2)
  })

  it('holds answers in memory while consent is pending, and stores the latest once it is granted', async () => {
    const { env, keeper, load, delivery } = setUp('pending')
    await keeper.save(response())
    await keeper.save(response({ revision: 3, status: 'complete' }))
    await env.advance(1000)
    expect(load).not.toHaveBeenCalled()
    expect([...env.local.keys(), ...env.session.keys(), ...(await env.window.indexedDB.databases())]).toEqual([])
    expect(await keeper.kept.pending()).toBe(1)
    keeper.setConsent('granted')
    await settled()
    expect(delivery.keep).toHaveBeenCalledOnce()
    expect(delivery.keep.mock.calls[0]![0]).toMatchObject({ revision: 3 })
  })

  it('forgets everything but the refusal when consent is denied, on the next page too', async () => {
    const { env, keeper, delivery } = setUp()
    env.local.set('pulso:visitor', '{}')
    env.local.set('pulso:journal:x', '{}')
    env.local.set('theirs', '1')
    env.session.set('pulso:session', '1')
    env.window.indexedDB.open('pulso')
    await keeper.kept.flush()
    keeper.setConsent('denied')
    expect(env.local.keys().sort()).toEqual(['pulso:consent', 'theirs'])
    expect(env.session.keys()).toEqual([])
    expect(delivery.stop).toHaveBeenCalledOnce()
    await keeper.save(response())
    expect(delivery.keep).not.toHaveBeenCalled()
    expect(setUp('granted', env).keeper.consent()).toBe('denied')
    keeper.setConsent('granted')
    expect(setUp('granted', env).keeper.consent()).toBe('granted')
  })

  it('forgets the databases of destinations that were taken out, and nobody else’s', async () => {
    const indexedDB = new IDBFactory()
    for (const name of ['pulso', 'pulso:https://old.example/', 'pulsometer']) {
      const request = indexedDB.open(name)
      request.onsuccess = () => request.result.close()
    }
    await settled()
    const { env, keeper } = setUp('pending', page(indexedDB))
    keeper.setConsent('denied')
    await settled()
    expect((await env.window.indexedDB.databases()).map(({ name }) => name)).toEqual(['pulsometer'])
  })

  it('forgets what it knows of where the browser does not list its databases', () => {
    const deleteDatabase = vi.fn()
    setUp('granted', page({ deleteDatabase })).keeper.setConsent('denied')
    expect(deleteDatabase.mock.calls).toEqual([['pulso']])
  })

  it('leaves alone what is written after consent was given again', async () => {
    const names = Promise.resolve([{ name: 'pulso' }])
    const indexedDB = { deleteDatabase: vi.fn(), databases: () => names }
    const { keeper } = setUp('pending', page(indexedDB))
    keeper.setConsent('denied')
    keeper.setConsent('granted')
    await settled()
    expect(indexedDB.deleteDatabase).toHaveBeenCalledOnce()
  })

  it('fetches delivery as soon as a survey is shown, whether or not that is delivered', async () => {
    const { keeper, load, delivery } = setUp()
    await keeper.save(response({ status: 'shown' }))
    await settled()
    expect(load).toHaveBeenCalledOnce()
    expect(delivery.keep).not.toHaveBeenCalled()
  })

  it('settles a save only when the answer is kept', async () => {
    const { keeper, delivery } = setUp()
    let keep = () => {}
    delivery.keep.mockReturnValueOnce(new Promise(resolve => (keep = () => resolve('stored'))))
    const saved = vi.fn()
    keeper.save(response()).then(saved)
    await settled()
    expect(saved).not.toHaveBeenCalled()
    keep()
    await settled()
    expect(saved).toHaveBeenCalledOnce()
  })

  it('holds answers while delivery cannot be fetched, says so, and tries again with the next', async () => {
    const { keeper, load, delivery, notify } = setUp()
    load.mockRejectedValueOnce(new Error('offline'))
    await keeper.save(response())
    expect(notify).toHaveBeenCalledWith('error', expect.objectContaining({ code: 'no-delivery' }))
    await keeper.save(response({ id: 'other' }))
    expect(delivery.keep).toHaveBeenCalledTimes(2)
  })

  it('tries again as soon as the network is back', async () => {
    const { env, keeper, load, delivery } = setUp()
    load.mockRejectedValueOnce(new Error('offline'))
    await keeper.save(response())
    env.window.dispatchEvent(new Event('online'))
    await settled()
    expect(delivery.keep).toHaveBeenCalledOnce()
    await env.advance(3000)
    keeper.stop()
    env.window.dispatchEvent(new Event('online'))
    expect(env.timers()).toEqual([])
  })

  it('says what is in memory alone: no delivery yet, and no storage', async () => {
    const { keeper, load, notify, env } = setUp()
    load.mockRejectedValue(new Error('offline'))
    await keeper.save(response({ id: 'held' }))
    expect(notify).toHaveBeenCalledWith('memory', { id: 'held.2', reason: 'no-delivery' })
    env.local.set = () => false
    await keeper.save(response())
    expect(notify).toHaveBeenCalledWith('memory', { id: 'r.2', reason: 'no-delivery' })
    keeper.setConsent('pending')
    await keeper.save(response({ id: 'waits' }))
    expect(notify).not.toHaveBeenCalledWith('memory', expect.objectContaining({ id: 'waits.2' }))
  })

  it('writes down what is held when the page goes, and the next page delivers it', async () => {
    const { env, keeper, load } = setUp()
    load.mockRejectedValue(new Error('offline'))
    await keeper.save(response())
    await keeper.save(response({ revision: 3, endedBy: 'leave' }), response(), true)
    keeper.stop()
    const next = setUp('granted', env)
    await env.advance(0)
    expect(next.delivery.keep.mock.calls[0]![0]).toMatchObject({ revision: 3, endedBy: 'leave' })
    expect(env.local.keys()).toEqual([])
  })

  it('finds what only the journal holds, and does not wait for a database list that never comes', async () => {
    for (const indexedDB of [new IDBFactory(), { databases: () => new Promise(() => {}) }]) {
      const env = page(indexedDB)
      env.local.set('pulso:journal:r.2', '{}')
      const { load } = setUp('granted', env)
      await env.advance(0)
      expect(load).toHaveBeenCalledOnce()
    }
  })

  it('never lets an older revision take the place of a newer one', async () => {
    const { env, keeper, load, delivery } = setUp()
    load.mockRejectedValueOnce(new Error('offline')).mockRejectedValueOnce(new Error('offline'))
    env.local.set('pulso:held:r', JSON.stringify(response({ revision: 3 })))
    await keeper.save(response({ revision: 4, status: 'complete' }))
    await env.advance(301_000)
    expect(delivery.keep.mock.calls.map(([kept]) => kept.revision)).toEqual([4])
  })

  it('holds a refusal in every tab, and until it is granted', async () => {
    const { env, keeper } = setUp()
    const other = setUp('granted', env)
    keeper.setConsent('denied')
    await other.keeper.save(response())
    expect(other.keeper.consent()).toBe('denied')
    expect(other.delivery.keep).not.toHaveBeenCalled()
    keeper.setConsent('pending')
    expect(setUp('granted', env).keeper.consent()).toBe('denied')
  })

  it('keeps nothing of what was on the page as the visitor refused, though consent comes later', async () => {
    const { keeper, delivery } = setUp('granted')
    await keeper.save(response({ revision: 1 }))
    await settled()
    keeper.setConsent('denied')
    await keeper.save(response({ revision: 2 })) // its survey is taken off the page
    keeper.setConsent('granted')
    delivery.keep.mockClear()
    await keeper.save(response({ revision: 3, status: 'complete' }))
    await keeper.save(response({ id: 's', revision: 1 }))
    await settled()
    expect(delivery.keep.mock.calls.map(([{ id }]) => id)).toEqual(['s'])
  })

  it('starts nothing for a consent that was withdrawn, or a client destroyed, while delivery was on its way', async () => {
    for (const end of ['denied', 'destroy'] as const) {
      let arrive = () => {}
      const createDelivery = vi.fn()
      const env = page(new IDBFactory())
      const load = () => new Promise<never>(resolve => (arrive = () => resolve({ createDelivery } as never)))
      const keeper = createKeeper(
        env,
        readConfig({ endpoint: '/' }, () => {}),
        { part: async (name: string) => (name === 'carry' ? carry : load()) } as never as Load,
        () => {},
        () => {},
      )
      keeper.save(response())
      if (end === 'denied') keeper.setConsent('denied')
      else keeper.stop()
      arrive()
      await settled()
      expect(createDelivery).not.toHaveBeenCalled()
      if (end === 'destroy') expect(env.local.keys()).toEqual(['pulso:held:r'])
    }
  })

  it('fetches nothing for a grant alone', async () => {
    const { env, keeper, load } = setUp('pending')
    await env.advance(10)
    keeper.setConsent('granted')
    await env.advance(1000)
    expect(load).not.toHaveBeenCalled()
  })

  it('sends nothing more once consent is pending again', async () => {
    const { keeper, delivery } = setUp()
    await keeper.save(response())
    keeper.setConsent('pending')
    expect(delivery.stop).toHaveBeenCalledOnce()
  })

  it('keeps nobody from the next question when delivery neither comes nor fails', async () => {
    const { env, keeper, load } = setUp()
    load.mockReturnValue(new Promise(() => {}))
    const saved = vi.fn()
    keeper.save(response()).then(saved)
    await env.advance(3000)
    expect(saved).toHaveBeenCalledOnce()
    expect(env.local.keys()).toEqual(['pulso:held:r'])
  })

  it('answers its questions although delivery cannot be fetched', async () => {
    const { keeper, load } = setUp()
    load.mockRejectedValue(new Error('blocked'))
    expect(await keeper.kept.pending()).toBe(0)
    expect(await keeper.kept.refused()).toEqual([])
    expect(await keeper.kept.flush()).toBeUndefined()
  })
})
