import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
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

  it('has every response once, in its last revision, whatever the way and its own deaths do to them', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'receiver-')), 'responses.jsonl')
    let state = 7
    const random = () => {
      state = (state * 16807) % 2147483647
      return state / 2147483647
    }
    let receiver = await run(path)
    const waiting = Array.from({ length: 120 }, (_, index) => response(`r${index % 40}`, 1 + Math.floor(index / 40)))
    const acknowledged: ReturnType<typeof response>[] = []
    let transmissions = 0
    /** Sends as a browser may: twice at once, or so that the answer never arrives. */
    const transmit = async (one: ReturnType<typeof response>) => {
      transmissions++
      const post = () =>
        fetch(receiver.url, { method: 'POST', body: JSON.stringify(one), signal: AbortSignal.timeout(5000) })
      const fault = random()
      if (fault < 0.1) post().catch(() => {})
      const { ok } = await post()
      if (fault > 0.8) throw new Error('the acknowledgement is lost')
      if (ok) acknowledged.push(one)
      return ok
    }
    for (let kills = 0; waiting.length; ) {
      const batch = Array.from({ length: 6 }, () => waiting.splice(Math.floor(random() * waiting.length), 1)).flat()
      const sending = batch.map(one => transmit(one).catch(() => false))
      if (kills < 5 && random() < 0.3) {
        kills++
        receiver.kill()
        receiver = await run(path)
      }
      const arrived = await Promise.all(sending)
      waiting.push(...batch.filter((_, index) => !arrived[index]))
    }
    receiver.kill()
    expect(transmissions).toBeGreaterThan(acknowledged.length)
    const kept = (await start(path)).responses()
    expect(kept.map(({ id, revision }) => `${id}.${revision}`).sort()).toEqual(
      Array.from({ length: 40 }, (_, index) => `r${index}.3`).sort(),
    )
  }, 30_000)
})

/** The receiver as a process of its own, so that it can be killed. */
async function run(path: string) {
  const port = await new Promise<number>(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
  const child = spawn(process.execPath, ['examples/receiver/receiver.mjs', `${port}`, path])
  const one = { url: `http://127.0.0.1:${port}/`, kill: () => child.kill('SIGKILL') }
  running.push({ close: one.kill })
  await new Promise(resolve => child.stdout.once('data', resolve))
  return one
}
