import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { DestinationSettings } from '../src/config'
import type { Response } from '../src/contracts'
import { createDelivery } from '../src/delivery'
import * as formats from '../src/destinations'
import { createIndexedDbStore } from '../src/queue/indexeddb'
import { type FakeEnv, fakeEnv, settled } from './fakes/env'

const response = (revision: number, change: Partial<Response> = {}) =>
  ({ id: 'r', revision, status: 'partial', answers: [], ...change }) as Response

function setUp(status = 200) {
  const fetch = vi.fn(async (_: string, __: RequestInit) => new globalThis.Response('{}', { status }))
  const window = Object.assign(new EventTarget(), {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    fetch,
    navigator: {},
    location: { href: 'https://shop.example/cart', host: 'shop.example' },
    document: Object.assign(new EventTarget(), { hidden: false, baseURI: 'https://shop.example/cart' }),
  })
  const env = { ...fakeEnv(), window: window as never } as FakeEnv
  const delivery = createDelivery(
    env,
    'pulso',
    [{ url: '/feedback', statuses: ['partial', 'complete'], key: '' }],
    () => {},
  )
  const sent = () => fetch.mock.calls.map(([, init]) => JSON.parse(init.body as string))
  return { env, delivery, sent }
}

describe('createDelivery', () => {
  it('keeps a partial response for itself while its survey is open, and sends the last revision alone', async () => {
    const { delivery, sent } = setUp()
    await settled()
    expect(await delivery.keep(response(2), response(1))).toBe('stored')
    await delivery.flush()
    expect(sent()).toEqual([])
    await delivery.keep(response(3, { status: 'complete', endedBy: 'submit' }), response(2))
    await delivery.flush()
    expect(sent()).toEqual([response(3, { status: 'complete', endedBy: 'submit' })])
    expect(await delivery.pending()).toBe(0)
    delivery.stop()
  })

  it('sends the partial response that a page has left behind as it was killed', async () => {
    const { delivery, sent } = setUp()
    await settled()
    await delivery.keep(response(2))
    await delivery.flush()
    expect(sent()).toEqual([response(2)])
    delivery.stop()
  })

  it('keeps a revision that is handed on twice, one after the other or at once', async () => {
    const { delivery, sent } = setUp()
    await settled()
    const twice = () => [1, 2].map(() => delivery.keep(response(2), response(1)))
    expect(await Promise.all(twice())).toEqual(['stored', 'stored'])
    await delivery.keep(response(2))
    expect(await delivery.pending()).toBe(1)
    await delivery.keep(response(3, { status: 'complete', endedBy: 'submit' }), response(2))
    await delivery.flush()
    expect(sent()).toEqual([response(3, { status: 'complete', endedBy: 'submit' })])
    delivery.stop()
  })

  it('sends at once when the page is left, and has written the response down', async () => {
    const { env, delivery, sent } = setUp()
    await settled()
    await delivery.keep(response(2), response(1))
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
    expect(await delivery.refused()).toMatchObject([
      { id: 'r.2', status: 422, body: JSON.stringify(response(2, { status: 'complete' })) },
    ])
    expect(await delivery.pending()).toBe(0)
    delivery.stop()
  })

  it('sends the last revision of a page that was left, and not the one before', async () => {
    const { env, delivery, sent } = setUp()
    await settled()
    await delivery.keep(response(2))
    delivery.keep(response(3, { endedBy: 'leave' }), response(2), true)
    delivery.stop()
    const next = createDelivery(
      env,
      'pulso',
      [{ url: '/feedback', statuses: ['partial', 'complete'], key: '' }],
      () => {},
    )
    await settled()
    await settled()
    await next.flush()
    expect(sent().map(({ revision }) => revision)).toEqual([3, 3])
    next.stop()
  })

  it('gives a refused record another chance when it is asked to', async () => {
    const { env, delivery, sent } = setUp(422)
    await settled()
    await delivery.keep(response(2, { status: 'complete' }))
    for (let hour = 0; hour < 5; hour++) {
      await env.advance(36e5)
      await settled()
    }
    const before = sent().length
    expect(await delivery.retry('nobody')).toBe(false)
    expect(await delivery.retry('')).toBe(false)
    expect(await delivery.retry('r.2')).toBe(true)
    expect(await delivery.refused()).toEqual([])
    await delivery.flush()
    expect(sent().length).toBe(before + 1)
    delivery.stop()
  })

  it('gives another chance to a record of a version that says no more than its body', async () => {
    const { env, delivery, sent } = setUp(200)
    await settled()
    const disk = createIndexedDbStore(env, 'pulso', () => {})
    await disk.run<void>(rows =>
      rows.put({ id: 'older.1', type: 'application/json', body: '{"id":"older","revision":1}' } as never),
    )
    expect(await delivery.refused()).toMatchObject([{ id: 'older.1' }])
    expect(await delivery.retry('older.1')).toBe(true)
    await delivery.flush()
    expect(sent()).toMatchObject([{ id: 'older' }])
    delivery.stop()
  })

  describe('to several destinations', () => {
    several.last = [] as DestinationSettings[]
    function several(...options: Partial<DestinationSettings>[]) {
      const { env, delivery: other } = setUp()
      other.stop()
      const down = new Set<string>()
      const fetch = vi.fn(
        async (url: string, _: RequestInit) => new globalThis.Response('{}', { status: down.has(url) ? 503 : 200 }),
      )
      Object.assign(env.window, { fetch })
      const told: string[] = []
      const notify = ((name: string, { id, code }: { id?: string; code?: string }) =>
        told.push([name, code, id].filter(Boolean).join(' '))) as never
      const destinations = options.map((one, index) => ({
        url: `/${index}`,
        statuses: ['partial', 'complete'] as never,
        key: index ? `:/${index}` : '',
        ...one,
      }))
      const delivery = createDelivery(env, 'pulso', destinations, notify, formats)
      several.last = destinations
      const sent = () => fetch.mock.calls.map(([url, { body }]) => [url, body as string] as const)
      return { env, delivery, fetch, sent, down, told }
    }
    const complete = response(2, { status: 'complete', touchpoint: { id: 't' }, survey: { id: 's' } })

    it('gives each its own shape, and one that is down holds up no other', async () => {
      const { delivery, sent, down } = several(
        {},
        { format: 'form' },
        { format: ({ id }) => ({ body: id, type: 'text/x-id' }) },
      )
      down.add('/1')
      await settled()
      expect(await delivery.keep(complete)).toBe('stored')
      await delivery.flush()
      await settled()
      expect(
        sent()
          .map(([url]) => url)
          .sort(),
      ).toEqual(['/0', '/1', '/2'])
      expect(sent().find(([url]) => url === '/0')![1]).toBe(JSON.stringify(complete))
      expect(sent().find(([url]) => url === '/1')![1]).toMatch(/^id=r&revision=2/)
      expect(sent().find(([url]) => url === '/2')![1]).toBe('r')
      expect(await delivery.pending()).toBe(1)
      delivery.stop()
    })

    it('gives nobody else what a visitor with Global Privacy Control says', async () => {
      const { env, delivery, sent } = several(
        { url: 'https://api.elsewhere.example/' },
        { url: '/own' },
        { url: 'https://cdp.example/', key: ':cdp' },
        { url: '//other.example', key: ':other' },
        { url: 'https://shop.example/same', key: ':same' },
        { url: 'https://ours.example/', key: ':ours', thirdParty: false },
        { url: '/share', thirdParty: true },
      )
      await settled()
      const urls = async (control: boolean) => {
        Object.assign(env.window.navigator, { globalPrivacyControl: control })
        const { length } = sent()
        const fresh = createDelivery(env, `${control}`, several.last, () => {}, formats)
        await fresh.keep(complete)
        await fresh.flush()
        await settled()
        fresh.stop()
        return sent()
          .slice(length)
          .map(([url]) => url)
          .sort()
      }
      expect(await urls(true)).toEqual([
        '/own',
        'https://api.elsewhere.example/',
        'https://ours.example/',
        'https://shop.example/same',
      ])
      expect(await urls(false)).toHaveLength(7)
      delivery.stop()
    })

    it('takes the first for the site’s own, until the site says that it is somebody else’s', async () => {
      const { env, delivery, sent } = several({ url: 'https://cdp.example/', thirdParty: true })
      await settled()
      const keep = async (control: boolean) => {
        Object.assign(env.window.navigator, { globalPrivacyControl: control })
        const fresh = createDelivery(env, `${control}`, several.last, () => {}, formats)
        const kept = await fresh.keep(complete)
        await fresh.flush()
        fresh.stop()
        return kept
      }
      expect(await keep(true)).toBeUndefined() // nothing is kept, either
      expect(sent()).toEqual([])
      expect((await env.window.indexedDB.databases()).map(({ name }) => name)).not.toContain('true')
      expect(await keep(false)).toBe('stored')
      expect(sent().map(([url]) => url)).toEqual(['https://cdp.example/'])
      delivery.stop()
    })

    it.each([
      ['a function', () => ({ authorization: 'Bearer s3cret' })],
      ['a promise', async () => ({ authorization: 'Bearer s3cret' })],
      ['the configuration', { authorization: 'Bearer s3cret' }],
    ])('stores nothing of the headers that it has from %s', async (_, headers) => {
      const { env, delivery, fetch, down } = several({ headers })
      down.add('/0')
      await settled()
      await delivery.keep(complete)
      await delivery.flush()
      expect(new Headers(fetch.mock.calls[0]![1].headers).get('authorization')).toBe('Bearer s3cret')
      delivery.keep(response(3, { endedBy: 'leave' }), undefined, true)
      const rows = await createIndexedDbStore(env, 'pulso', () => {}).run<object[]>((all, done) => all.all(done))
      expect(rows.map(row => Object.keys(row).sort())).toEqual([
        ['closedUntil', 'failures', 'id', 'setAt', 'status'],
        ['body', 'createdAt', 'id', 'notBefore', 'type'],
      ])
      const journal = env.local.keys().map(key => env.local.get(key))
      expect(journal).toHaveLength(1)
      expect(JSON.stringify([rows, journal])).not.toMatch(/s3cret|authorization/)
      delivery.stop()
    })

    it('keeps only the statuses that each wants', async () => {
      const { delivery, sent } = several({ statuses: ['complete'] }, { statuses: ['dismissed'] })
      await settled()
      expect(await delivery.keep(complete)).toBe('stored')
      expect(await delivery.keep(response(3, { status: 'shown' }))).toBeUndefined()
      await delivery.flush()
      expect(sent().map(([url]) => url)).toEqual(['/0'])
      delivery.stop()
    })

    it('gives two of one URL each its own', async () => {
      const two = { url: '/two', key: ':/two' }
      const { env, delivery, sent } = several({}, two, two)
      await settled()
      expect(await delivery.keep(complete)).toBe('stored')
      await delivery.flush()
      expect(
        sent()
          .map(([url]) => url)
          .sort(),
      ).toEqual(['/0', '/two', '/two'])
      const names = (await env.window.indexedDB.databases()).map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['pulso', 'pulso:/two', 'pulso:/two+']))
      delivery.stop()
    })

    it('says so where a destination makes a promise of the response', async () => {
      const { delivery, sent, told } = several({ beforeSend: (async (one: Response) => one) as never })
      await settled()
      await delivery.keep(complete)
      await delivery.flush()
      expect(told).toContain('error before-send r.2')
      expect(sent()).toEqual([])
      delivery.stop()
    })

    it('takes back what it kept last, though a revision between was dropped', async () => {
      const { delivery, sent } = several({ beforeSend: one => (one.revision === 3 ? null : one) })
      await settled()
      await delivery.keep(response(2), response(1))
      await delivery.keep(response(3), response(2))
      await delivery.keep(response(4, { status: 'complete', endedBy: 'submit' }), response(3))
      await delivery.flush()
      expect(sent().map(([, body]) => JSON.parse(body).revision)).toEqual([4])
      expect(await delivery.pending()).toBe(0)
      delivery.stop()
    })

    it('still sends what it has kept of a response, though a later revision is dropped', async () => {
      const { env, delivery, sent } = several({ beforeSend: one => (one.status === 'complete' ? null : one) })
      await settled()
      await delivery.keep(response(2), response(1))
      await delivery.keep(response(3, { status: 'complete' }), response(2))
      delivery.stop()
      const next = createDelivery(env, 'pulso', several.last, () => {})
      await settled()
      await next.flush()
      expect(sent().map(([, body]) => JSON.parse(body).revision)).toEqual([2])
      next.stop()
    })

    it('says so where JSON makes no text of the response', async () => {
      const { delivery, told } = several({})
      await settled()
      const stringify = vi.spyOn(JSON, 'stringify').mockReturnValue(undefined as never)
      const kept = await delivery.keep(complete)
      stringify.mockRestore()
      expect(kept).toBe('lost')
      expect(told.filter(line => line.startsWith('error'))).toEqual(['error not-kept r.2'])
      delivery.stop()
    })

    it('says so where nothing can be made of what a destination has changed', async () => {
      const { delivery, sent, told } = several({ beforeSend: one => ({ ...one, value: 9n }) as never }, {})
      await settled()
      expect(await delivery.keep(complete)).toBe('lost')
      await delivery.flush()
      expect(told.filter(line => line.startsWith('error'))).toEqual(['error not-kept r.2'])
      expect(sent().map(([url]) => url)).toEqual(['/1'])
      delivery.stop()
    })

    it('keeps what a destination makes of the response, and nothing of what it drops', async () => {
      const { env, delivery, sent, told } = several(
        { beforeSend: one => ({ ...one, id: 'x', answers: [], locale: 'zz' }) },
        { beforeSend: () => null },
        {
          beforeSend() {
            throw new Error('oops')
          },
        },
        {
          beforeSend(one) {
            one.locale = 'changed in place'
            return one
          },
        },
      )
      await settled()
      expect(await delivery.keep({ ...complete, locale: 'en' })).toBe('stored')
      await delivery.flush()
      await settled()
      const bodies = sent().map(([url, body]) => [url, JSON.parse(body)] as const)
      expect(bodies.map(([url, { id, revision, locale }]) => [url, id, revision, locale]).sort()).toEqual([
        ['/0', 'r', 2, 'zz'],
        ['/3', 'r', 2, 'changed in place'],
      ])
      expect(told).toContain('error before-send r.2')
      expect(env.local.keys()).toEqual([])
      delivery.stop()
    })

    it('keeps for itself what a format cannot carry, says so, and sends it when it is asked to', async () => {
      const { delivery, sent, told } = several(
        {
          format() {
            throw new Error('oops')
          },
        },
        { format: (async () => ({ body: 'late', type: 'text/plain' })) as never },
        {},
      )
      await settled()
      expect(await delivery.keep(complete)).toBe('stored')
      await delivery.flush()
      expect(sent().map(([url]) => url)).toEqual(['/2'])
      expect(told.filter(line => line === 'error format r.2')).toHaveLength(2)
      const kept = { id: 'r.2', status: 0, body: JSON.stringify(complete) }
      expect(await delivery.refused()).toEqual([kept, kept])
      expect(await delivery.pending()).toBe(0)
      expect(await delivery.keep(complete, undefined, true)).toBeUndefined() // nor as the page goes
      expect(sent()).toHaveLength(2)
      expect(await delivery.retry('r.2')).toBe(true)
      await delivery.flush()
      expect(
        sent()
          .slice(2)
          .map(([url]) => url)
          .sort(),
      ).toEqual(['/0', '/1'])
      delivery.stop()
    })

    it('keeps one revision of a response that a format cannot carry: the last', async () => {
      const { delivery } = several({ format: (() => {}) as never })
      await settled()
      await delivery.keep(response(2))
      await delivery.keep(response(3), response(2))
      await delivery.keep(response(4), response(3))
      expect((await delivery.refused()).map(({ id }) => id)).toEqual(['r.4'])
      delivery.stop()
    })
  })
})
