import { type Kept, keepsItsPromises, type Promised } from './promises'
import type { Recipe } from './recipe'
import { expect, type Servers } from './servers'
import { comment } from './visit'

const cors = { 'access-control-allow-origin': '*' }
const key = 'wk_1'

interface Call {
  writeKey?: string
  event?: string
  messageId: string
  anonymousId?: string
  userId?: string
  properties: { nps: unknown; why: unknown; response: Kept }
}

/** What Segment's warehouse has: one row a `messageId`, of calls that say who did what. */
function createSource() {
  const rows = new Map<string, Call>()
  return {
    take(call: Call) {
      if (call.event && (call.anonymousId || call.userId)) rows.set(call.messageId, call)
    },
    kept: () =>
      [...rows.values()].map(({ properties: { nps, why, response } }) => ({
        id: response.id,
        revision: response.revision,
        nps,
        why,
      })),
  }
}

/** 400 for what is no JSON or too large, 200 for everything else; what is wrong in it, only the debugger tells. */
async function startSegment(_: Recipe, servers: Servers) {
  const { take, kept } = createSource()
  const url = await servers.serve(async request => {
    // Its own script sends text/plain; whether it answers a preflight is written nowhere.
    if (request.method !== 'POST' || new URL(request.url).pathname !== '/v1/track')
      return new Response(null, { status: 404 })
    const text = await request.text()
    try {
      if (text.length > 32_000) throw 'too large'
      const call = JSON.parse(text)
      if (call.writeKey === key) take(call)
    } catch {
      return Response.json({ success: false }, { status: 400, headers: cors })
    }
    return Response.json({ success: true }, { headers: cors })
  })
  const replacements = { 'https://api.segment.io': url, YOUR_WRITE_KEY: key }
  return { replacements, mistaken: { ...replacements, '/v1/track': '/v1/trak' }, kept }
}

const sent: Promised['sent'] = request => {
  expect(request.headers()['content-type']).toBe('text/plain')
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  const id = expect.stringMatching(/^[\w-]{21}$/)
  expect(request.postDataJSON()).toEqual({
    writeKey: key,
    type: 'track',
    event: 'Survey Completed',
    messageId: expect.stringMatching(/^[\w-]{21}\.\d+$/),
    anonymousId: id,
    timestamp: time,
    properties: {
      nps: 9,
      why: comment,
      survey: 'nps',
      touchpoint: 'nps',
      response: expect.objectContaining({ id, revision: expect.any(Number) }),
    },
    context: {
      page: expect.objectContaining({ url: expect.any(String) }),
      locale: 'en',
      library: expect.objectContaining({ name: 'pulso' }),
    },
  })
}

keepsItsPromises('segment', { start: startSegment, overtaken: undefined, sent })

/** RudderStack's data plane: basic authentication, a preflight that allows it, and `OK` for an answer. */
async function startRudderStack(_: Recipe, servers: Servers) {
  const { take, kept } = createSource()
  const url = await servers.serve(async request => {
    if (request.method === 'OPTIONS')
      return new Response(null, {
        status: 204,
        headers: { ...cors, 'access-control-allow-headers': 'authorization, content-type' },
      })
    const refuse = (status: number, text: string) => new Response(text, { status, headers: cors })
    if (new URL(request.url).pathname !== '/v1/track') return refuse(404, '404 page not found')
    if (request.headers.get('authorization') !== `Basic ${btoa('YOUR_WRITE_KEY:')}`)
      return refuse(401, 'Invalid Authorization Header')
    if (!request.headers.get('content-type')?.startsWith('application/json')) return refuse(400, 'Invalid request')
    take((await request.json()) as Call)
    return new Response('OK', { headers: cors })
  })
  const replacements = { 'https://dataplane.example.com': url }
  return { replacements, mistaken: { ...replacements, WU9VUl9XUklURV9LRVk6: btoa('another:') }, kept }
}

keepsItsPromises('segment', {
  variant: 'Those that speak its language',
  start: startRudderStack,
  overtaken: undefined,
})
