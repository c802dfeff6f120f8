import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createReceiver } from '../examples/receiver/receiver.mjs'

const running: { close(): void }[] = []
afterEach(() => {
  for (const one of running.splice(0)) one.close()
})

async function start(path = join(mkdtempSync(join(tmpdir(), 'receiver-')), 'responses.jsonl')) {
  const receiver = await createReceiver(path)
  running.push(receiver)
  await new Promise<void>(resolve => receiver.server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(receiver.server.address() as AddressInfo).port}/`
  const post = async (body: unknown, init: RequestInit = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const { status, headers } = await fetch(url, { method: 'POST', body: text, ...init })
    return { status, headers }
  }
  return { ...receiver, path, url, post }
}
const response = (id: string, revision: number) => ({ id, revision, status: 'partial', answers: [] })

describe('the reference receiver', () => {
  it('is what it says: under sixty lines', () => {
    expect(readFileSync('examples/receiver/receiver.mjs', 'utf8').split('\n').length).toBeLessThanOrEqual(60)
  })

  it('keeps the highest revision, whatever comes twice or in disorder, and acknowledges each', async () => {
    const { post, responses, path } = await start()
    for (const [id, revision] of [
      ['a', 2],
      ['b', 5],
      ['a', 3],
      ['a', 2],
      ['b', 1],
      ['a', 3],
    ] as const)
      expect((await post(response(id, revision))).status).toBe(200)
    expect(responses()).toMatchObject([
      { id: 'a', revision: 3 },
      { id: 'b', revision: 5 },
    ])
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(3)
  })

  it('has on the disk what it has acknowledged, and starts again over a line that was cut off', async () => {
    const { post, path } = await start()
    await post(response('a', 2))
    appendFileSync(path, '\n{"id":"a","revision":9,"answers":[{"que')
    const again = await start(path)
    expect(again.responses()).toMatchObject([{ id: 'a', revision: 2 }])
    await again.post(response('a', 4))
    expect((await start(path)).responses()).toMatchObject([{ id: 'a', revision: 4 }])
  })

  it.each([
    ['{ not json', 400],
    ['null', 400],
    ['{"id":7,"revision":1}', 400],
    ['{"id":"a","revision":"2"}', 400],
    [`{"id":"${'x'.repeat(300_000)}","revision":1}`, 413],
  ])('answers %.24s with %i, and goes on', async (body, status) => {
    const { post, responses } = await start()
    expect((await post(body)).status).toBe(status)
    expect((await post(response('a', 1))).status).toBe(200)
    expect(responses()).toHaveLength(1)
  })

  it('answers what a browser asks first, and lets it read Retry-After', async () => {
    const { url, post } = await start()
    const asked = await fetch(url, { method: 'OPTIONS' })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-headers')).toContain('content-type')
    expect((await post(response('a', 1))).headers.get('access-control-expose-headers')).toBe('retry-after')
    expect((await fetch(url)).status).toBe(405)
  })
})
