import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { readConfig } from '../src/config'
import type { Consent, Delivery, Response } from '../src/contracts'
import { createKeeper } from '../src/keeper'
import { type FakeEnv, fakeEnv, settled } from './fakes/env'

const page = (indexedDB: unknown) => {
  const env = fakeEnv()
  return { ...env, window: Object.assign(new EventTarget(), { indexedDB }) as never as FakeEnv['window'] }
}

function setUp(consent: Consent = 'granted', env: FakeEnv = page(new IDBFactory())) {
  const notify = vi.fn()
  const delivery = {
    keep: vi.fn(async () => 'stored' as const),
    pending: vi.fn(async () => 2),
    refused: vi.fn(async () => []),
    flush: vi.fn(async () => {}),
    stop: vi.fn(),
  } satisfies Delivery
  const load = vi.fn(async () => ({ createDelivery: () => delivery }))
  const keeper = createKeeper(
    env,
    readConfig({ endpoint: '/', consent }, () => {}),
    load,
    notify,
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
    expect(await keeper.pending()).toBe(1)
    keeper.setConsent('granted')
    await settled()
    expect(delivery.keep).toHaveBeenCalledOnce()
    expect(delivery.keep).toHaveBeenCalledWith(expect.objectContaining({ revision: 3 }))
  })

  it('forgets everything but the refusal when consent is denied, on the next page too', async () => {
    const { env, keeper, delivery } = setUp()
    env.local.set('pulso:visitor', '{}')
    env.local.set('pulso:journal:x', '{}')
    env.local.set('theirs', '1')
    env.session.set('pulso:session', '1')
    env.window.indexedDB.open('pulso')
    await keeper.flush()
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

  it('writes down what is held when the page goes, and the next page delivers it', async () => {
    const { env, keeper, load } = setUp()
    load.mockRejectedValue(new Error('offline'))
    await keeper.save(response())
    await keeper.save(response({ revision: 3, endedBy: 'leave' }), response(), true)
    keeper.stop()
    const next = setUp('granted', env)
    await env.advance(0)
    expect(next.delivery.keep).toHaveBeenCalledWith(expect.objectContaining({ revision: 3, endedBy: 'leave' }))
    expect(env.local.keys()).toEqual([])
  })
})
