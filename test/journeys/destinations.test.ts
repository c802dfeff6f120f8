import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createReceiver } from '../../examples/receiver/receiver.mjs'
import { test as base, expect, type Site, survey, tagged } from './site'

interface Sent {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

/** Servers of others, each as it behaves: what it hears, in order. */
const test = base.extend<{ serve: (answer: RequestListener) => Promise<{ url: string; heard: Sent[] }> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  serve: async ({}, use) => {
    const servers: ReturnType<typeof createServer>[] = []
    await use(async answer => {
      const heard: Sent[] = []
      const server = createServer(async (request, response) => {
        const chunks: Buffer[] = []
        for await (const chunk of request) chunks.push(chunk)
        const { method = '', url: path = '', headers } = request
        heard.push({ method, path, headers, body: Buffer.concat(chunks).toString() })
        answer(request, response)
      })
      servers.push(server)
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard }
    })
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  },
})
const open = { 'access-control-allow-origin': '*' }

/** A page whose answers go to these destinations; answers one question. */
const answer = async (page: import('@playwright/test').Page, site: Site, destination: object) => {
  const config = { destination, surveys: { quick: { questions: [{ id: 'nps', kind: 'nps' }] } } }
  const json = `<script type="application/json" data-pulso>${JSON.stringify(config)}</script>`
  await page.goto(site.page('/', tagged('', json)))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => window.pulso.show('quick', { force: true }))
  await survey(page).pick(9)
  await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
}
const pending = (page: import('@playwright/test').Page) => page.evaluate(() => window.pulso.pending())

test('text asks no leave of another origin, JSON does', async ({ page, site, serve, hostErrors: _ }) => {
  const plain = await serve((_, response) => response.writeHead(200, open).end())
  await answer(page, site, { url: plain.url, format: 'text' })
  await expect.poll(() => plain.heard.length).toBe(1)
  expect(plain.heard[0]!.headers['content-type']).toBe('text/plain;charset=UTF-8')
  expect(JSON.parse(plain.heard[0]!.body)).toMatchObject({ status: 'complete', answers: [{ value: 9 }] })
  await expect.poll(() => pending(page)).toBe(0)
})

test('a script of Google’s answers by way of a redirect, which has to be trusted', async ({
  page,
  site,
  serve,
  hostErrors: _,
}) => {
  // Apps Script runs the POST, then sends the browser to where its answer lies; it knows no OPTIONS.
  const script = await serve((request, response) => {
    if (request.method === 'OPTIONS') return response.writeHead(405).end()
    if (request.url === '/echo')
      return response.writeHead(200, { ...open, 'content-type': 'application/json' }).end('{"ok":true}')
    response.writeHead(302, { ...open, location: '/echo' }).end()
  })
  await answer(page, site, { url: `${script.url}/exec`, format: 'form', redirect: 'trust' })
  await expect
    .poll(() => script.heard.map(({ method, path }) => `${method} ${path}`))
    .toEqual(['POST /exec', 'GET /echo'])
  expect(new URLSearchParams(script.heard[0]!.body).get('nps')).toBe('9')
  await expect.poll(() => pending(page)).toBe(0)
})

test('one that says nothing to a page is sent to once, and taken at that', async ({
  page,
  site,
  serve,
  hostErrors: _,
}) => {
  const silent = await serve((_, response) => response.writeHead(200).end())
  const [, given] = readFileSync('docs/destinations.md', 'utf8').match(/such as Zapier's:\n\n```json\n(.+)\n```/)!
  const { destination } = JSON.parse(given!)
  expect(destination.url).toContain('hooks.')
  await answer(page, site, { ...destination, url: silent.url })
  await expect.poll(() => pending(page)).toBe(0)
  expect(silent.heard).toHaveLength(1)
})

test('Segment, CloudEvents and the reference receiver at once, each in its own shape and at its own pace', async ({
  page,
  site,
  serve,
  hostErrors: _,
}) => {
  const cors = { ...open, 'access-control-allow-headers': 'content-type, authorization, idempotency-key' }
  const segment = await serve((_, response) => response.writeHead(200, cors).end('{"success":true}'))
  let up = false
  const events = await serve((request, response) =>
    response.writeHead(request.method === 'OPTIONS' || up ? 200 : 503, cors).end(),
  )
  const receiver = await createReceiver(join(mkdtempSync(join(tmpdir(), 'pulso-')), 'responses.jsonl'))
  await new Promise<void>(resolve => receiver.server.listen(0, '127.0.0.1', resolve))
  const own = `http://127.0.0.1:${(receiver.server.address() as AddressInfo).port}/`
  await answer(page, site, [
    { url: own, idempotencyHeader: 'Idempotency-Key' },
    { url: `${segment.url}/v1/track`, format: 'segment', headers: { authorization: 'Basic d3JpdGVrZXk6' } },
    { url: events.url, format: 'cloudevents' },
  ])
  await expect.poll(() => receiver.responses()).toMatchObject([{ status: 'complete', answers: [{ value: 9 }] }])
  const posted = (heard: Sent[]) => heard.filter(({ method }) => method === 'POST')
  await expect.poll(() => posted(segment.heard).length).toBe(1)
  expect(posted(segment.heard)[0]!.headers.authorization).toBe('Basic d3JpdGVrZXk6')
  expect(JSON.parse(posted(segment.heard)[0]!.body)).toMatchObject({ type: 'track', properties: { nps: 9 } })
  await expect.poll(() => posted(events.heard).length).toBeGreaterThan(0)
  expect(await pending(page)).toBe(1)
  up = true
  await expect.poll(() => pending(page)).toBe(0)
  const bodies = posted(events.heard).map(({ body }) => body)
  expect(new Set(bodies).size).toBe(1)
  expect(JSON.parse(bodies[0]!)).toMatchObject({ specversion: '1.0', type: 'pulso.response.complete' })
  // A refusal leaves nothing behind, in any of the queues.
  await page.evaluate(() => window.pulso.setConsent('denied'))
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
  receiver.close()
})
