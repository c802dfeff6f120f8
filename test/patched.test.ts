// @vitest-environment happy-dom
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSafe } from '../src/carry'
import { readConfig } from '../src/config'
import type { Destination, Load, Response } from '../src/contracts'
import { createDelivery } from '../src/delivery'
import { createVisitor } from '../src/eligibility/visitor'
import { createEnv } from '../src/env'
import { createKeeper } from '../src/keeper'
import { createSend } from '../src/transport/send'
import { redactAnswer } from '../widgets/redact'
import { row } from './contracts/queue-store'
import { settled } from './fakes/env'

const response = (revision: number, change: Partial<Response> = {}) =>
  ({ id: 'r', revision, status: 'complete', endedBy: 'submit', answers: [], ...change }) as Response
const real = { stringify: JSON.stringify, now: Date.now }
const broken = () => {
  throw new Error('theirs')
}

let status = 200
const fetch = vi.fn(async (_: string, __: RequestInit) => new globalThis.Response('{}', { status }))
const told: string[] = []
const env = () => createEnv(window as never, cause => told.push(`internal ${cause}`))
const notify = ((name: string, { id, code }: { id?: string; code?: string }) =>
  told.push([name, code, id].filter(Boolean).join(' '))) as never
function deliver(...options: Partial<Destination>[]) {
  const { destinations } = readConfig({ destination: options.map((one, at) => ({ url: `/${at}`, ...one })) }, () => {})
  return createDelivery(env(), 'pulso', destinations, notify)
}

beforeEach(() => {
  Object.assign(window, { fetch, indexedDB: new IDBFactory(), IDBKeyRange })
  fetch.mockClear()
  told.length = 0
  status = 200
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => Object.assign(JSON, { stringify: real.stringify }) && Object.assign(Date, { now: real.now }))

describe.each([
  ['NaN', () => Number.NaN],
  ['a word', () => 'noon'],
  ['a number as text', () => `${real.now()}`],
  ['nothing', () => undefined],
])('where the page has replaced Date.now, and it gives %s', (_, now) => {
  const isNow = (time: unknown) => expect(Math.abs((time as number) - real.now())).toBeLessThan(60_000)
  beforeEach(() => void Object.assign(Date, { now }))

  it('an answer is stored, sent and forgotten', async () => {
    const delivery = deliver({})
    expect(await delivery.keep(response(2))).toBe('stored')
    await delivery.flush()
    expect(fetch).toHaveBeenCalledOnce()
    expect(await delivery.pending()).toBe(0)
    expect(told).toEqual(['queued r.2', 'delivered r.2'])
    delivery.stop()
  })

  it('an endpoint that is down is left in peace', async () => {
    status = 503
    const delivery = deliver({})
    await delivery.keep(response(2))
    await delivery.flush()
    const { length } = fetch.mock.calls
    for (let time = 0; time < 20; time++) await settled()
    expect(fetch.mock.calls.length).toBe(length)
    expect(await delivery.pending()).toBe(1)
    delivery.stop()
  })

  it('a Retry-After that is a date is understood', async () => {
    const at = new Date(real.now() + 120_000).toUTCString()
    fetch.mockImplementationOnce(
      async () => new globalThis.Response('{}', { status: 503, headers: { 'retry-after': at } }),
    )
    const { afterMs } = await createSend(env(), '/')(row('a'))
    expect(afterMs).toBeGreaterThan(60_000)
    expect(afterMs).toBeLessThanOrEqual(120_000)
  })

  it('a visitor who was asked is known to have been', () => {
    createVisitor(env(), () => true).note('shown', 'a')
    const { shown, seen } = createVisitor(env(), () => true).read()
    isNow(shown)
    isNow(seen.a!.shown)
  })

  it('persons are taken out of what was said', () => {
    const said = { question: 'why', kind: 'text', value: 'jo@example.com' }
    expect(redactAnswer(said, { id: 'why', kind: 'text' }, true).value).toBe('[email]')
  })
})

describe('where the page has replaced JSON.stringify, and it throws', () => {
  beforeEach(() => void Object.assign(JSON, { stringify: broken }))
  const mend = () => Object.assign(JSON, real)

  it('an answer that cannot be written is told of, and others flow', async () => {
    const delivery = deliver({}, { format: ({ id, revision }) => ({ body: `${id} ${revision}`, type: 'text/plain' }) })
    expect(await delivery.keep(response(2))).toBe('lost')
    mend()
    expect(await delivery.keep(response(3), response(2))).toBe('stored')
    await delivery.flush()
    const sent = fetch.mock.calls.map(([url, { body }]) => `${url} ${body}`)
    expect(sent).toEqual(expect.arrayContaining(['/1 r 2', `/0 ${JSON.stringify(response(3))}`, '/1 r 3']))
    expect(told.filter(line => line.startsWith('error'))).toEqual(['error not-kept r.2'])
    expect([await delivery.pending(), await delivery.refused()]).toEqual([0, []])
    delivery.stop()
  })

  it('what is stored already is sent as it is', async () => {
    expect(await createSend(env(), '/')(row('a'))).toMatchObject({ kind: 'accepted' })
    expect(fetch.mock.calls[0]![1].body).toBe(row('a').body)
  })

  it('an answer that the page is left with is sent, although it cannot be written down', async () => {
    Object.assign(window, { indexedDB: undefined })
    const delivery = deliver({ format: ({ id }) => ({ body: id, type: 'text/plain' }) })
    delivery.keep(response(2), undefined, true)
    await settled()
    expect(fetch.mock.calls[0]![1].body).toBe('r')
    delivery.stop()
  })

  it('nothing is thrown at whoever saves, and what an earlier page has written down stays', async () => {
    mend()
    localStorage.setItem('pulso:held:early', JSON.stringify(response(2, { id: 'early' })))
    Object.assign(JSON, { stringify: broken })
    const part = async (name: string) => (name === 'carry' ? { createSafe } : { createDelivery })
    const keeper = createKeeper(
      env(),
      readConfig({ endpoint: '/' }, () => {}),
      { part } as never as Load,
      notify,
      () => {},
    )
    await keeper.save(response(2))
    await keeper.save(response(3), response(2))
    expect(told).toEqual(expect.arrayContaining(['error not-kept r.2', 'error not-kept r.3']))
    expect(localStorage.getItem('pulso:held:early')).toContain('early')
    keeper.stop()
  })

  it('a visitor who was asked is known to have been, as long as the page is there', () => {
    const visitor = createVisitor(env(), () => true)
    visitor.note('shown', 'a')
    visitor.note('shown', 'a')
    expect(visitor.read().seen.a!.count).toBe(2)
    mend()
    visitor.note('shown', 'a')
    expect(createVisitor(env(), () => true).read().seen.a!.count).toBe(3)
  })

  it('persons are taken out of what was said', () => {
    const said = { question: 'why', kind: 'text', value: 'jo@example.com' }
    expect(redactAnswer(said, { id: 'why', kind: 'text' }, true).value).toBe('[email]')
  })
})
