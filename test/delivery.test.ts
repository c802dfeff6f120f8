import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { Response } from '../src/contracts'
import { createDelivery } from '../src/delivery'
import { type FakeEnv, fakeEnv, settled } from './fakes/env'

const response = (revision: number, change: Partial<Response> = {}) =>
  ({ id: 'r', revision, status: 'partial', answers: [], ...change }) as Response

function setUp(status = 200) {
  const fetch = vi.fn(async (_: string, __: RequestInit) => new globalThis.Response('{}', { status }))
  const window = Object.assign(new EventTarget(), {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    fetch,
    document: Object.assign(new EventTarget(), { hidden: false }),
  })
  const env = { ...fakeEnv(), window: window as never } as FakeEnv
  const delivery = createDelivery(env, 'pulso', { url: '/feedback' }, () => {})
  const sent = () => fetch.mock.calls.map(([, init]) => JSON.parse(init.body as string))
  return { env, delivery, sent }
}

describe('createDelivery', () => {
  it('keeps a partial response for itself while its survey is open, and sends the last revision alone', async () => {
    const { delivery, sent } = setUp()
    await settled()
    expect(await delivery.keep(response(2))).toBe('stored')
    await delivery.flush()
    expect(sent()).toEqual([])
    await delivery.keep(response(3, { status: 'complete', endedBy: 'submit' }), response(2))
    await delivery.flush()
    expect(sent()).toEqual([response(3, { status: 'complete', endedBy: 'submit' })])
    expect(await delivery.pending()).toBe(0)
    delivery.stop()
  })

  it('sends at once when the page is left, and has written the response down', async () => {
    const { env, delivery, sent } = setUp()
    await settled()
    await delivery.keep(response(2))
    delivery.keep(response(3, { endedBy: 'leave' }), response(2), true)
    expect(sent()).toEqual([response(3, { endedBy: 'leave' })])
    expect(env.local.keys()).toEqual(['pulso:journal:r.3'])
    delivery.stop()
  })

  it('shows what the endpoint has refused for good', async () => {
    const { env, delivery } = setUp(422)
    await settled()
    await delivery.keep(response(2, { status: 'complete' }))
    for (let hour = 0; hour < 5; hour++) {
      await env.advance(36e5)
      await settled()
    }
    expect(await delivery.refused()).toMatchObject([{ id: 'r.2', status: 422, response: { id: 'r', revision: 2 } }])
    expect(await delivery.pending()).toBe(0)
    delivery.stop()
  })

  it('sends the last revision of a page that was left, and not the one before', async () => {
    const { env, delivery, sent } = setUp()
    await settled()
    await delivery.keep(response(2))
    delivery.keep(response(3, { endedBy: 'leave' }), response(2), true)
    delivery.stop()
    const next = createDelivery(env, 'pulso', { url: '/feedback' }, () => {})
    await settled()
    await settled()
    await next.flush()
    expect(sent().map(({ revision }) => revision)).toEqual([3, 3])
    next.stop()
  })
})
