import { describe, expect, it, vi } from 'vitest'
import type { Destination } from '../../src/contracts'
import { leaseMs } from '../../src/queue/claim'
import { mannerOf } from '../../src/transport/manner'
import { createSend } from '../../src/transport/send'
import { row } from '../contracts/queue-store'
import { fakeEnv, settled } from '../fakes/env'

function setUp(
  fetch: (url: string, init: RequestInit) => Promise<unknown>,
  { url = '/feedback', ...options }: Partial<Destination> = {},
) {
  const spy = vi.fn(fetch)
  const env = fakeEnv({ fetch: spy } as never)
  return { env, spy, send: createSend(env, url, mannerOf(env, { url, ...options })) }
}
const ok = async () => new Response('{}', { status: 202 })

describe('createSend', () => {
  it('posts the stored bytes as they are, with the type they were stored with', async () => {
    const { spy, send } = setUp(ok, { headers: { authorization: 'Bearer x' } })
    expect(await send(row('a', { body: '{"a":1}' }))).toMatchObject({ kind: 'accepted', status: 202 })
    expect(spy).toHaveBeenCalledWith(
      '/feedback',
      expect.objectContaining({
        method: 'POST',
        body: '{"a":1}',
        credentials: 'omit',
        keepalive: true,
        headers: { 'content-type': 'application/json', authorization: 'Bearer x' },
      }),
    )
  })

  it.each([
    ['rejects', () => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'was replaced by one that throws',
      () => {
        throw new Error('patched')
      },
    ],
  ])('is a network trouble when fetch %s', async (_, fetch) => {
    expect(await setUp(fetch as never).send(row('a'))).toEqual({ kind: 'retry', status: 0 })
  })

  it('is a network trouble where a script of the page has taken what a request needs', async () => {
    const { AbortController } = globalThis
    globalThis.AbortController = undefined as never
    const outcome = await setUp(ok).send(row('a'))
    globalThis.AbortController = AbortController
    expect(outcome).toEqual({ kind: 'retry', status: 0 })
  })

  it('gives up on an endpoint that hangs after twenty seconds', async () => {
    const { env, send } = setUp((_, init) => new Promise((_, reject) => init.signal!.addEventListener('abort', reject)))
    const outcome = vi.fn()
    send(row('a')).then(outcome)
    await env.advance(19_999)
    expect(outcome).not.toHaveBeenCalled()
    await env.advance(1)
    expect(outcome).toHaveBeenCalledWith({ kind: 'retry', status: 0 })
  })

  it('gives up before others may take the record, with the time to write that down', async () => {
    const { env, send } = setUp(() => new Promise(() => {}))
    const outcome = vi.fn()
    send(row('a')).then(outcome)
    await env.advance(leaseMs - 5000) // a transaction ends within five seconds
    await settled()
    expect(outcome).toHaveBeenCalledWith({ kind: 'retry', status: 0 })
  })

  it('gives up on a replaced fetch that hears of no abort', async () => {
    const { env, send } = setUp(() => new Promise(() => {}))
    const outcome = vi.fn()
    send(row('a')).then(outcome)
    await env.advance(20_000)
    await settled()
    expect(outcome).toHaveBeenCalledWith({ kind: 'retry', status: 0 })
  })

  it('counts the keepalive budget in bytes, over all that is in flight, until bodies are read', async () => {
    const answers: (() => void)[] = []
    const { spy, send } = setUp(() => new Promise(resolve => answers.push(() => resolve(new Response('{}')))))
    const euros = row('a', { body: '€'.repeat(15_000) })
    send(euros)
    send(euros)
    expect(spy.mock.calls.map(([, init]) => init.keepalive)).toEqual([true, false])
    for (const answer of answers) answer()
    await settled()
    send(euros)
    expect(spy.mock.calls[2]![1].keepalive).toBe(true)
  })

  it('takes the status for the answer although the body breaks off', async () => {
    const broken = {
      status: 200,
      ok: true,
      redirected: false,
      headers: new Headers(),
      text: () => Promise.reject(new Error('reset')),
    }
    expect(await setUp(async () => broken).send(row('a'))).toMatchObject({ kind: 'accepted' })
  })

  it('sends nothing while no endpoint is set', async () => {
    const { spy, send } = setUp(ok, { url: '' })
    expect(await send(row('a'))).toMatchObject({ kind: 'retry' })
    expect(spy).not.toHaveBeenCalled()
  })

  it('has the site’s content type in the place of its own, however it is spelt', async () => {
    const { spy, send } = setUp(ok, { headers: { 'Content-Type': 'application/cloudevents+json' } })
    await send(row('a'))
    expect(new Headers(spy.mock.calls[0]![1].headers).get('content-type')).toBe('application/cloudevents+json')
  })

  it('asks for fresh headers at every sending, and carries the record’s key', async () => {
    let token = 0
    const { spy, send } = setUp(ok, {
      headers: async () => ({ authorization: `Bearer ${++token}` }),
      idempotencyHeader: 'Idempotency-Key',
    })
    await send(row('a.1'))
    await send(row('a.1'))
    expect(spy.mock.calls.map(([, { headers }]) => headers)).toEqual([
      { 'content-type': 'application/json', 'Idempotency-Key': '"a.1"', authorization: 'Bearer 1' },
      { 'content-type': 'application/json', 'Idempotency-Key': '"a.1"', authorization: 'Bearer 2' },
    ])
  })

  it('asks a plain function for its headers in the same task, each time anew', () => {
    let token = 0
    const { spy, send } = setUp(ok, { headers: () => ({ authorization: `Bearer ${++token}` }) })
    send(row('a'))
    send(row('a'))
    expect(spy.mock.calls.map(([, { headers }]) => headers)).toEqual([
      { 'content-type': 'application/json', authorization: 'Bearer 1' },
      { 'content-type': 'application/json', authorization: 'Bearer 2' },
    ])
  })

  it.each(['omit', 'same-origin', 'include'] as const)('sends cookies as the site says: %s', async credentials => {
    const { spy, send } = setUp(ok, { credentials })
    await send(row('a'))
    expect(spy.mock.calls[0]![1].credentials).toBe(credentials)
  })

  it('keeps the record when a plain function has no headers to give', async () => {
    const { spy, send } = setUp(ok, {
      headers: () => {
        throw new Error('no token')
      },
    })
    expect(await send(row('a'))).toEqual({ kind: 'retry', status: 0 })
    expect(spy).not.toHaveBeenCalled()
  })

  it('waits for headers that are a promise of another kind than the page’s', async () => {
    const then = (hand: (given: unknown) => void) => hand({ authorization: 'Bearer 1' })
    const { spy, send } = setUp(ok, { headers: (() => ({ then })) as never })
    vi.stubGlobal('Promise', class extends Promise<unknown> {})
    await send(row('a'))
    const { send: own } = setUp(spy, { headers: async () => ({ authorization: 'Bearer 2' }) })
    await own(row('b'))
    vi.unstubAllGlobals()
    expect(spy.mock.calls.map(([, { headers }]) => headers)).toEqual([
      { 'content-type': 'application/json', authorization: 'Bearer 1' },
      { 'content-type': 'application/json', authorization: 'Bearer 2' },
    ])
  })

  it('keeps the record when the headers cannot be had, or never come', async () => {
    const broken = setUp(ok, { headers: () => Promise.reject(new Error('no token')) })
    expect(await broken.send(row('a'))).toEqual({ kind: 'retry', status: 0 })
    const hanging = setUp(ok, { headers: () => new Promise(() => {}) })
    const outcome = vi.fn()
    hanging.send(row('a')).then(outcome)
    await hanging.env.advance(20_000)
    await settled()
    expect(outcome).toHaveBeenCalledWith({ kind: 'retry', status: 0 })
    expect(broken.spy).not.toHaveBeenCalled()
  })

  it('starts in the same task where nothing has to be waited for, as a page that goes has no other', () => {
    const { spy, send } = setUp(ok, { headers: { a: 'b' } })
    send(row('a'))
    expect(spy).toHaveBeenCalledOnce()
  })

  it('counts an opaque answer as delivered and unconfirmed, when it was told to expect no other', async () => {
    const opaque = async () => ({ type: 'opaque', status: 0, text: async () => '' })
    const { spy, send } = setUp(opaque, { mode: 'no-cors' })
    expect(await send(row('a'))).toEqual({ kind: 'accepted', status: 0, unconfirmed: true })
    expect(spy.mock.calls[0]![1].mode).toBe('no-cors')
  })

  it('believes a redirected answer only where it is told to trust it', async () => {
    const redirected = async () => Object.defineProperty(new Response('{}'), 'redirected', { value: true })
    expect(await setUp(redirected).send(row('a'))).toMatchObject({ kind: 'retry', status: -1 })
    expect(await setUp(redirected, { redirect: 'trust' }).send(row('a'))).toMatchObject({ kind: 'accepted' })
  })

  it('lets the site say what counts as an acknowledgement, by the answer’s own words', async () => {
    const says = (text: string) => async () => new Response(text)
    const ack = (_: Response, text: string, key: string) => JSON.parse(text).ok === key
    expect(await setUp(says('{"ok":"a"}'), { ack }).send(row('a'))).toMatchObject({ kind: 'accepted' })
    expect(await setUp(says('{"ok":"b"}'), { ack }).send(row('a'))).toMatchObject({ kind: 'retry', slow: true })
    expect(await setUp(says('oops'), { ack }).send(row('a'))).toEqual({ kind: 'retry', status: 0 })
  })
})
