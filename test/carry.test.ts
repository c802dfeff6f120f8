import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { createSafe, startCarrying } from '../src/carry'
import type { DestinationSettings } from '../src/config'
import type { Delivery, ExposureHandle, Left, Load, Response } from '../src/contracts'
import type { Visitor } from '../src/eligibility/visitor'
import { fakeEnv } from './fakes/env'

const response = (revision: number, change: Partial<Response> = {}) =>
  ({ id: 'r', revision, status: 'partial', ...change }) as Response

describe('createSafe', () => {
  async function setUp(...formats: DestinationSettings['format'][]) {
    const page = new EventTarget()
    const env = { ...fakeEnv(), window: page as never }
    const keep = vi.fn(async (_: Response) => 'stored' as const)
    const createDelivery = vi.fn(() => ({ keep, stop() {} }) as unknown as Delivery)
    const part = vi.fn(async (name: string) => (name === 'delivery' ? { createDelivery } : { named: name }))
    const destinations = formats.map(format => ({ url: '/', format }) as DestinationSettings)
    const warn = vi.fn()
    const load = { part } as unknown as Load
    const create = await createSafe(env, 'pulso', 'pulso:held:', destinations, load, () => {}, warn)
    return { env, page, keep, createDelivery, part, create, warn }
  }

  it('keeps what was held and what earlier pages have written down, each in its latest revision, once', async () => {
    const { env, keep, create } = await setUp('json')
    env.local.set('pulso:held:r', JSON.stringify(response(3)))
    env.local.set('pulso:held:s', JSON.stringify(response(5, { id: 's' })))
    env.local.set('pulso:held:bad', '{')
    env.local.set('pulso:visitor', '{}')
    const held = new Map([
      ['r', response(4)],
      ['s', response(2, { id: 's' })],
    ])
    const safe = create(held, () => {})
    await safe.adopt()
    expect(keep.mock.calls.map(([{ id, revision }]) => `${id}.${revision}`).sort()).toEqual(['r.4', 's.5'])
    expect(held.size).toBe(0)
    expect(env.local.keys().sort()).toEqual(['pulso:held:bad', 'pulso:visitor'])
    // What this page has held may go on; what another has left behind is due.
    expect(keep).toHaveBeenCalledWith(response(4), response(3))
    expect(keep).toHaveBeenCalledWith(response(5, { id: 's' }), response(4, { id: 's' }))
    env.local.set('pulso:held:t', JSON.stringify(response(2, { id: 't' })))
    await safe.adopt()
    expect(keep).toHaveBeenLastCalledWith(response(2, { id: 't' }), undefined)
    expect(keep).toHaveBeenCalledTimes(3)
  })

  it('takes nothing off the device before it is kept', async () => {
    const { env, keep, create } = await setUp('json')
    let kept = () => {}
    keep.mockReturnValueOnce(new Promise(resolve => (kept = () => resolve('stored'))))
    env.local.set('pulso:held:r', JSON.stringify(response(3)))
    const adopted = create(new Map(), () => {}).adopt()
    expect(env.local.keys()).toEqual(['pulso:held:r'])
    kept()
    await adopted
    expect(env.local.keys()).toEqual([])
  })

  it('leaves on the device what could not be kept, and nobody hears of it', async () => {
    const { env, keep, create } = await setUp('json')
    keep.mockRejectedValueOnce(new Error('oops'))
    env.local.set('pulso:held:r', JSON.stringify(response(3)))
    await create(new Map(), () => {}).adopt()
    expect(env.local.keys()).toEqual(['pulso:held:r'])
  })

  it('hears from another tab that the visitor refuses, until it is stopped', async () => {
    const { env, page, create } = await setUp('json')
    const onRefused = vi.fn()
    const safe = create(new Map(), onRefused)
    const hear = (key: string, newValue: string | null) =>
      page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }))
    hear('theirs', 'denied')
    hear('pulso:consent', null)
    expect(onRefused).not.toHaveBeenCalled()
    env.local.set('pulso:journal:r.2', '{}')
    env.local.set('pulso:consent', 'denied')
    hear('pulso:consent', 'denied')
    expect(onRefused).toHaveBeenCalledOnce()
    expect(env.local.keys()).toEqual(['pulso:consent'])
    safe.stop()
    hear('pulso:consent', 'denied')
    expect(onRefused).toHaveBeenCalledOnce()
  })

  it('fetches the formats where a destination asks for one by name, and only then', async () => {
    const plain = await setUp(undefined, 'json', () => ({ body: '', type: '' }))
    expect(plain.part.mock.calls).toEqual([['delivery']])
    const { part, create, createDelivery } = await setUp('json', 'segment')
    expect(part.mock.calls).toEqual([['delivery'], ['formats']])
    create(new Map(), () => {})
    expect(createDelivery).toHaveBeenLastCalledWith(...Array(4).fill(expect.anything()), { named: 'formats' })
  })

  it('names a format that there is not, and sends JSON in its place', async () => {
    const { warn, create, createDelivery } = await setUp(
      'json',
      'carrier-pigeon' as never,
      null as never,
      'named' as never,
    )
    expect(warn.mock.calls).toEqual([
      ['bad-format', '"carrier-pigeon" is none of json,named'],
      ['bad-format', '"null" is none of json,named'],
    ])
    create(new Map(), () => {})
    expect(createDelivery).toHaveBeenCalledOnce()
  })
})

describe('the log of the browser', () => {
  const load = { part: async () => ({ createDelivery: () => ({}) }) } as unknown as Load
  const create = (page: object, env = fakeEnv()) =>
    createSafe(
      { ...env, window: page as never },
      'pulso',
      'pulso:held:',
      [],
      load,
      () => {},
      () => {},
    )

  it('is begun anew by a database that is gone at once, before anything is kept', async () => {
    const indexedDB = new IDBFactory()
    const asked = vi.spyOn(indexedDB, 'deleteDatabase')
    await create({ indexedDB })
    expect(asked.mock.calls).toEqual([['pulso::']])
    expect(await indexedDB.databases()).toEqual([])
  })

  it('is let alone where nothing is to be stored', async () => {
    const open = vi.fn()
    await create({ indexedDB: { open } }, { ...fakeEnv(), storageFree: true })
    expect(open).not.toHaveBeenCalled()
  })

  it('keeps delivery from nobody, be storage refused, silent or at fault', async () => {
    const refused = Object.defineProperty({}, 'indexedDB', {
      get() {
        throw new DOMException('no', 'SecurityError')
      },
    })
    const failing = () => {
      const request = new EventTarget()
      setTimeout(() => (request as IDBRequest).onerror?.(new Event('error', { cancelable: true })))
      return request
    }
    const faulty = { indexedDB: { open: failing, deleteDatabase: failing } }
    for (const page of [{}, refused, faulty]) expect(await create(page)).toBeTypeOf('function')

    const env = fakeEnv()
    const coming = create({ indexedDB: { open: () => ({}), deleteDatabase: () => ({}) } }, env)
    await env.advance(500)
    expect(await coming).toBeTypeOf('function')
  })
})

describe('startCarrying', () => {
  const touchpoint = (id: string) => ({ id, raw: { enabled: id !== 'off' } })
  const setUp = (...given: unknown[]) => setUpWhile(undefined, ...given)
  function setUpWhile(on: boolean | undefined, ...given: unknown[]) {
    const page = new EventTarget()
    const env = fakeEnv(page as never)
    Object.assign(env, { window: page })
    if (given.length) env.session.set('pulso:left', JSON.stringify(given))
    const show = vi.fn(async () => true)
    const exposures = new Set<ExposureHandle>()
    const lefts: Left[] = []
    const dismiss = vi.fn()
    const forget = vi.fn()
    const visitor = { forget: forget as () => void } as Visitor
    let mayStore = true
    const stop = startCarrying({
      env,
      leftKey: 'pulso:left',
      exposures,
      lefts,
      mayStore: () => mayStore,
      settings: { config: { enabled: on } } as never,
      find: id => (id === 'gone' ? undefined : (touchpoint(id) as never)),
      presenter: { show, dismiss } as never,
      visitor,
    })
    const open = (left: object | undefined) => {
      const exposure = { leave: () => left, drop: vi.fn() } as unknown as ExposureHandle & { drop: () => void }
      exposures.add(exposure)
      return exposure
    }
    const happen = (type: string, options = {}) => page.dispatchEvent(Object.assign(new Event(type), options))
    const refuse = () => {
      mayStore = false
    }
    return {
      env,
      show,
      dismiss,
      forget,
      visitor,
      lefts,
      stop,
      open,
      happen,
      refuse,
      note: () => env.session.get('pulso:left'),
    }
  }
  const left = (id: string, floats = true) => ({ floats, response: response(3, { touchpoint: { id } }) })

  it('goes on with what floated on the page before, leaves the rest to be found, and takes the note away', () => {
    const { show, lefts, note } = setUp(null, {}, left('a'), left('b', false), left('gone'))
    expect(show.mock.calls).toEqual([[{ touchpoint: touchpoint('a') }]])
    expect(lefts.map(({ response }) => response.touchpoint.id)).toEqual(['a', 'b', 'gone'])
    expect(note()).toBeNull()
  })

  it('goes on with nothing that has been switched off since, be it alone or with everything', () => {
    const one = setUp(left('off'), left('a'))
    expect(one.show.mock.calls).toEqual([[{ touchpoint: touchpoint('a') }]])
    expect(one.lefts).toHaveLength(1)
    const all = setUpWhile(false, left('a'), left('b', false))
    expect(all.show).not.toHaveBeenCalled()
    expect(all.lefts).toEqual([])
    expect(all.note()).toBeNull()
  })

  it('writes down what was begun as the page goes, and nothing of a survey that was not', () => {
    const { open, happen, note } = setUp()
    open(undefined)
    happen('pagehide')
    expect(JSON.parse(note() ?? '[]')).toEqual([])
    open(left('a'))
    happen('pagehide')
    expect(JSON.parse(note()!)).toEqual([left('a')])
  })

  it('writes nothing down that may not be stored', () => {
    const { open, happen, refuse, note } = setUp()
    refuse()
    open(left('a'))
    happen('pagehide')
    expect(note()).toBeNull()
  })

  it('takes what is on the page off when the visitor refuses in another tab, and forgets the visitor here, too', () => {
    const { env, lefts, happen, dismiss, forget, stop } = setUp(left('a'))
    happen('storage', { key: 'theirs', newValue: 'denied' })
    happen('storage', { key: 'pulso:consent', newValue: null })
    expect([dismiss, forget].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
    expect(lefts).toHaveLength(1)
    env.local.set('pulso:consent', 'denied')
    happen('storage', { key: 'pulso:consent', newValue: 'denied' })
    expect([dismiss, forget].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    expect(lefts).toEqual([])
    stop()
    happen('storage', { key: 'pulso:consent', newValue: 'denied' })
    expect(dismiss).toHaveBeenCalledOnce()
  })

  it('forgets nothing that was written since, where consent has followed the refusal at once', () => {
    const { happen, dismiss, forget } = setUp()
    happen('storage', { key: 'pulso:consent', newValue: 'denied' })
    expect([dismiss, forget].map(({ mock }) => mock.calls.length)).toEqual([1, 0])
  })

  it('goes on with nothing of a visitor who was forgotten, nor after a refusal', () => {
    const { visitor, lefts, env, happen, show } = setUp(left('a'), left('gone'))
    expect(lefts).toHaveLength(2)
    visitor.forget()
    expect(lefts).toEqual([])
    show.mockClear()
    env.session.set('pulso:left', JSON.stringify([left('b')]))
    env.local.set('pulso:consent', 'denied')
    happen('pageshow', { persisted: true })
    expect([lefts.length, show.mock.calls.length, env.session.get('pulso:left')]).toEqual([0, 0, null])
  })

  it('gives way, on a page that comes back, to the page that has gone on', () => {
    const { env, open, happen, show } = setUp()
    const begun = open(left('a'))
    const seen = open(undefined)
    happen('pagehide')
    happen('pageshow', { persisted: false })
    expect(begun.drop).not.toHaveBeenCalled()
    env.session.set('pulso:left', JSON.stringify([left('b')]))
    happen('pageshow', { persisted: true })
    expect(begun.drop).toHaveBeenCalledOnce()
    expect(seen.drop).not.toHaveBeenCalled()
    expect(show.mock.calls).toEqual([[{ touchpoint: touchpoint('b') }]])
  })

  it('is quiet once stopped', () => {
    const { open, happen, stop, note } = setUp()
    stop()
    open(left('a'))
    happen('pagehide')
    expect(note()).toBeNull()
  })
})
