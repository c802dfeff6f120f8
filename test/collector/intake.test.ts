// @vitest-environment node
import { describe, expect, it, vi } from 'vitest'
import { givenCollector, givenStore, ids, response, storedScores } from './given'

const kilobyte = 1024

describe('POST /v1/responses', () => {
  it('takes one response and answers once it is stored', async () => {
    const { post, store } = await givenCollector()
    const answer = await post(response())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('application/json')
    expect(await answer.json()).toEqual({ accepted: 1, changed: 1 })
    expect(await storedScores(store)).toEqual({ 9: 1 })
  })

  it('takes an array, an empty one too', async () => {
    const { post, store } = await givenCollector()
    expect((await post([])).status).toBe(200)
    expect(await (await post(ids(20).map(id => response({ id })))).json()).toEqual({ accepted: 20, changed: 20 })
    expect(await storedScores(store)).toEqual({ 9: 20 })
  })

  it.each(['application/json', 'application/json; charset=utf-8', 'text/plain;charset=UTF-8', 'Text/Plain', ''])(
    'takes the content type "%s"',
    async type => {
      const { post } = await givenCollector()
      expect((await post(response(), { 'content-type': type })).status).toBe(200)
    },
  )

  it('answers a repeat and an older revision like any other, for there is nothing to try again', async () => {
    const { post } = await givenCollector()
    await post(response({ revision: 2 }))
    for (const revision of [2, 1]) {
      const answer = await post(response({ revision }))
      expect([answer.status, await answer.json()]).toEqual([200, { accepted: 1, changed: 0 }])
    }
  })

  it('counts each of many concurrent deliveries once', async () => {
    const { post, store } = await givenCollector()
    const answers = await Promise.all([...ids(100), ...ids(100)].map(id => post(response({ id }))))
    expect(answers.every(answer => answer.status === 200)).toBe(true)
    expect(await storedScores(store)).toEqual({ 9: 100 })
  })

  it('takes what a configuration names by a number, and keeps it as text', async () => {
    const { post, store } = await givenCollector()
    const save = vi.spyOn(store, 'save')
    const named = { touchpoint: { id: 'till', stage: 4 }, survey: { id: 'nps', version: 2 }, device: { id: 7 } }
    expect((await post({ ...response(), ...named })).status).toBe(200)
    expect(save.mock.lastCall![0][0]).toMatchObject({
      touchpoint: { stage: '4' },
      survey: { version: '2' },
      device: { id: '7' },
    })
    expect(await storedScores(store)).toEqual({ 9: 1 })
  })

  it('keeps fields it does not know', async () => {
    const { post, store } = await givenCollector()
    const save = vi.spyOn(store, 'save')
    await post({ ...response(), weather: [{ name: 'rain' }] })
    expect(save.mock.lastCall![0][0]).toHaveProperty('weather', [{ name: 'rain' }])
  })

  it.each([
    ['malformed JSON', '{"id": ', 400],
    ['nothing', '', 400],
    ['a word', '"hello"', 422],
    ['null', 'null', 422],
    ['a response without an id', JSON.stringify({ ...response(), id: undefined }), 422],
    ['a hundred thousand brackets', '['.repeat(100_000), 400],
    ['a hundred thousand arrays in each other', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422],
    [
      'deep objects in a field it does not know',
      JSON.stringify(response()).replace('{', `{"x":${'{"a":'.repeat(9000)}1${'}'.repeat(9000)},`),
      422,
    ],
  ])('refuses %s with a problem body and loses nothing it had', async (_, body, status) => {
    const { post, store } = await givenCollector()
    await post(response())
    const answer = await post(body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({
      type: 'about:blank',
      status,
      title: expect.any(String),
      detail: expect.any(String),
    })
    expect(await storedScores(store)).toEqual({ 9: 1 })
  })

  it('refuses bytes that are not UTF-8', async () => {
    const { app } = await givenCollector()
    const body = new Uint8Array([0x22, 0xff, 0x22])
    expect((await app.request('/v1/responses', { method: 'POST', body })).status).toBe(400)
  })

  it('names the field that is wrong, in words', async () => {
    const { post } = await givenCollector()
    const answer = await post(response({ score: 11 }))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      detail: 'answers.0.value: an answer of the kind nps is a whole number from 0 to 10',
      errors: [{ path: 'answers.0.value', message: 'an answer of the kind nps is a whole number from 0 to 10' }],
    })
    const untyped = await (await post({ ...response(), revision: '1' })).json()
    expect(untyped.errors[0]).toEqual({ path: 'revision', message: expect.stringContaining('expected') })
  })

  it('one wrong response of an array is named by its place, and none of them is stored', async () => {
    const { post, store } = await givenCollector()
    const answer = await post([response(), response({ id: 'response-2', score: 4.5 })])
    expect(answer.status).toBe(422)
    expect((await answer.json()).errors[0].path).toBe('1.answers.0.value')
    expect(await storedScores(store)).toEqual({})
  })

  it('refuses a body of more than 256 kB, announced or not, and takes one of just that size', async () => {
    const { post, app } = await givenCollector()
    const full = { ...response(), padding: '' }
    full.padding = 'x'.repeat(256 * kilobyte - JSON.stringify(full).length)
    expect((await post(full)).status).toBe(200)
    full.padding += 'x'
    const announced = await post(full, { 'content-length': String(256 * kilobyte + 1) })
    expect([announced.status, (await announced.json()).title]).toEqual([413, 'Content Too Large'])
    const chunked = await app.request('/v1/responses', {
      method: 'POST',
      body: endless(),
      duplex: 'half',
    } as RequestInit)
    expect(chunked.status).toBe(413)
  })

  it('refuses other kinds of content', async () => {
    const { post } = await givenCollector()
    expect((await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await post(response(), { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  it('keeps a comment that was cut within an emoji', async () => {
    const { post, store } = await givenCollector()
    expect((await post(JSON.stringify(response({ comment: 'great \ud83d' })))).status).toBe(200)
    expect((await post(response({ id: 'response-2', comment: 'great 😀' }))).status).toBe(200)
    expect((await store.comments(2)).map(comment => comment.text).sort()).toEqual(['great \ufffd', 'great 😀'].sort())
  })

  it('takes names of the language itself as plain names', async () => {
    const { post, store } = await givenCollector()
    const body = JSON.stringify(response({ comment: 'x' })).replace(
      '{',
      '{"__proto__": {"status": "shown"}, "constructor": {"prototype": {"polluted": true}},',
    )
    expect((await post(body)).status).toBe(200)
    expect((await post('{"__proto__": {"id": "response-1"}}')).status).toBe(422)
    expect({}).not.toHaveProperty('polluted')
    expect(await store.commented()).toBe(1)
  })

  it('a touchpoint with U+0000 in its name is stored without it', async () => {
    const { post, store } = await givenCollector()
    expect((await post(response({ touchpoint: { id: 'a\0b' } }))).status).toBe(200)
    expect((await store.npsCounts())[0]!.touchpoint).toBe('ab')
  })

  it.each(['GET', 'PUT', 'DELETE', 'PATCH'])('answers %s with the methods it knows', async method => {
    const { app } = await givenCollector()
    const answer = await app.request('/v1/responses', { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
    expect(await answer.json()).toMatchObject({ status: 405, title: 'Method Not Allowed' })
  })

  it('a store that fails is a problem without details, and the log has them', async () => {
    const store = await givenStore()
    const log = vi.fn()
    const { post } = await givenCollector({
      store: { ...store, save: () => Promise.reject(new Error('secret path')) },
      log,
    })
    const answer = await post(response())
    expect(answer.status).toBe(500)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answer.text()).not.toContain('secret')
    expect(log).toHaveBeenCalledWith(expect.objectContaining({ message: 'secret path' }))
  })
})

describe('CORS', () => {
  const shop = { origin: 'https://shop.example' }

  it('lets a page of any origin ask before it posts', async () => {
    const { app } = await givenCollector()
    const headers = {
      ...shop,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    }
    const answer = await app.request('/v1/responses', { method: 'OPTIONS', headers })
    expect(answer.status).toBe(204)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST,OPTIONS',
      'access-control-allow-headers': 'content-type,authorization,idempotency-key',
      'access-control-max-age': '7200',
    })
  })

  it('lets the page read every answer, refusals included, and Retry-After', async () => {
    const { app, post } = await givenCollector()
    const answers = [
      await post(response(), shop),
      await post('{', shop),
      await post({}, shop),
      await post('', { ...shop, 'content-length': '999999999' }),
      await app.request('/v1/responses', { headers: shop }),
      await app.request('/v1/nothing', { headers: shop }),
    ]
    expect(answers.map(answer => answer.status)).toEqual([200, 400, 422, 413, 405, 404])
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-expose-headers')).toBe('retry-after')
    }
  })

  it('takes from the listed origins alone when there is a list, and from servers, which have none', async () => {
    const { post, store } = await givenCollector({ origins: [shop.origin] })
    const known = await post(response(), shop)
    expect([known.status, known.headers.get('access-control-allow-origin')]).toEqual([200, shop.origin])
    expect(known.headers.get('vary')).toContain('Origin')
    const stranger = await post(response({ id: 'response-2' }), {
      origin: 'https://other.example',
      'content-type': 'text/plain',
    })
    expect([stranger.status, stranger.headers.get('access-control-allow-origin')]).toEqual([403, null])
    expect((await post(response({ id: 'response-3' }))).status).toBe(200)
    expect(await storedScores(store)).toEqual({ 9: 2 })
  })
})

function endless() {
  return new ReadableStream({ pull: controller => controller.enqueue(new Uint8Array(16 * kilobyte)) })
}
