import { readFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, expect, type Page } from '@playwright/test'
import type { Pulso } from '../../src'
import type { Response as PulsoResponse } from '../../src/schema'

declare global {
  interface Window {
    pulso: Pulso
    dataLayer: unknown[]
  }
}

/** How the endpoint answers one request; it has committed what it received before. */
export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: string
  delayMs?: number
  /** Neither commit nor answer before this has come. */
  until?: Promise<unknown>
  /** Reset the connection in place of an answer. */
  reset?: boolean
  /** Reset the connection in the middle of the answer's body. */
  cut?: boolean
  /** Never answer. */
  hang?: boolean
  /** Answer without the headers that let a page read it. */
  hideFromPage?: boolean
  /** Do not commit. */
  lose?: boolean
}

/** A host's site and its endpoint, on two origins, as scriptable as a bad day. */
export interface Site {
  /** The origin of the pages. */
  url: string
  /** The endpoint, on another origin. */
  endpoint: string
  /** What the endpoint has committed, in order, one entry a transmission. */
  committed: PulsoResponse[]
  /** Every transmission: when it came, its body's bytes and its headers. */
  requests: { at: number; body: string; headers: IncomingHttpHeaders }[]
  /** Decides the next answers. Default: 200. */
  reply: (response: PulsoResponse, attempt: number, path: string) => Reply
  /** Makes safe what the endpoint commits. */
  commit: (body: string) => unknown
  /** The status with which the endpoint answers when a browser asks first. Default: 204. */
  preflight: () => number | Promise<number>
  /** Serves a page under a path. */
  page(path: string, html: string, headers?: Record<string, string>): string
  /** By response id, the highest revision committed: what a receiver that keeps to the contract would count. */
  counted(): PulsoResponse[]
}

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' }

async function startSite(): Promise<Site & { close(): Promise<void> }> {
  const pages = new Map<string, { html: string; headers: Record<string, string> }>()
  const attempts = new Map<string, number>()

  const cors = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'content-type, idempotency-key',
    'access-control-expose-headers': 'retry-after',
    'access-control-max-age': '600',
  }
  const host = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://host')
    const page = pages.get(pathname)
    if (page)
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html)
    try {
      const file = await readFile(`dist/cdn${pathname}`)
      response.writeHead(200, { 'content-type': types[pathname.split('.').pop()!] ?? 'text/plain', ...cors }).end(file)
    } catch {
      response.writeHead(404).end()
    }
  })

  const endpoint = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method === 'OPTIONS') return response.writeHead(await site.preflight(), cors).end()
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk)
    } catch {
      return // the browser went away half-way
    }
    const body = Buffer.concat(chunks).toString()
    const sent: PulsoResponse = JSON.parse(body)
    const attempt = (attempts.get(sent.id) ?? 0) + 1
    attempts.set(sent.id, attempt)
    site.requests.push({ at: Date.now(), body, headers: request.headers })
    const {
      status = 200,
      headers = {},
      body: text = '{}',
      delayMs = 0,
      until,
      reset,
      cut,
      hang,
      ...reply
    } = site.reply(sent, attempt, request.url!)
    await until
    if (!reply.lose && (status < 300 || reset)) {
      await site.commit(body)
      site.committed.push(sent)
    }
    if (delayMs) await new Promise(resolve => setTimeout(resolve, delayMs))
    if (hang) return
    if (reset) return request.socket.resetAndDestroy()
    response.writeHead(status, { 'content-type': 'application/json', ...(!reply.hideFromPage && cors), ...headers })
    if (!cut) return response.end(text)
    response.write(text)
    setTimeout(() => request.socket.resetAndDestroy(), 50)
  })

  const listen = (server: typeof host) =>
    new Promise<string>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
    )
  const url = await listen(host)
  const site = {
    url,
    endpoint: `${await listen(endpoint)}/feedback`,
    committed: [] as PulsoResponse[],
    requests: [] as Site['requests'],
    reply: (() => ({})) as Site['reply'],
    commit: (() => {}) as Site['commit'],
    preflight: (() => 204) as Site['preflight'],
    page(path: string, html: string, headers = {}) {
      pages.set(path, { html, headers })
      return url + path
    },
    counted() {
      const latest = new Map<string, PulsoResponse>()
      for (const one of site.committed) if ((latest.get(one.id)?.revision ?? 0) < one.revision) latest.set(one.id, one)
      return [...latest.values()]
    },
    async close() {
      for (const server of [host, endpoint]) {
        server.closeAllConnections()
        await new Promise(resolve => server.close(resolve))
      }
    },
  } satisfies Site & { close(): Promise<void> }
  return site
}

/** A page with the script tag on it. `attributes` are the tag's own. */
export const tagged = (attributes: string, rest = '') =>
  `<!doctype html><html lang="en"><head><title>Host</title>
  <script>window.dataLayer = window.dataLayer || []</script><script async src="/pulso.js" ${attributes}></script></head>
  <body><main><h1>Host page</h1><button>Theirs</button>${rest}</main></body></html>`

/** Everything a host would notice going wrong: exceptions, unhandled rejections, errors of ours on the console. */
export function watchForErrors(page: Page, errors: string[] = []): string[] {
  // A browser's own lines about failed requests, and about the icon it looks for, cannot be silenced by a script.
  const browsers = /Failed to load resource|net::ERR|CORS policy|Cross-Origin Request Blocked|favicon\.ico/
  const note = (text: string) => {
    if (!browsers.test(text)) errors.push(text)
  }
  page.on('pageerror', error => note(String(error)))
  page.on('console', message => message.type() === 'error' && note(message.text()))
  return errors
}

/** What a visitor sees of Pulso. */
export function survey(page: Page) {
  const region = page.getByRole('region', { name: /survey|encuesta/i })
  return {
    region,
    score: (number: number) => region.getByRole('radio', { name: new RegExp(`^${number}(,|$)`) }),
    /** Clicks a score as a pointer does: on what is drawn. */
    pick: (number: number) =>
      region
        .locator('label')
        .filter({ hasText: new RegExp(`^${number}$`) })
        .click(),
    comment: region.getByRole('textbox'),
    submit: region.getByRole('button', { name: /submit|enviar/i }),
    close: region.getByRole('button', { name: /close|cerrar/i }),
  }
}

/** Pushes what a shop pushes when an order is placed. */
export const purchase = (page: Page, id = 'T-1') =>
  page.evaluate(order => {
    window.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: order, value: 50, currency: 'EUR' } })
  }, id)

/** What lies in the databases of the page's origin: of each table its database's name, and its rows. */
export const inDatabases = (page: Page) =>
  page.evaluate(async () => {
    const tables: [name: string, rows: unknown[]][] = []
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>(resolve => {
        const request = indexedDB.open(name!)
        request.onsuccess = () => resolve(request.result)
      })
      for (const table of database.objectStoreNames) {
        const request = database.transaction(table).objectStore(table).getAll()
        await new Promise(resolve => {
          request.onsuccess = resolve
        })
        tables.push([name!, request.result])
      }
      database.close()
    }
    return tables
  })

/** What a script could find of ours on the device: keys, and what lies in databases. */
export const onDevice = async (page: Page) => ({
  keys: await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort()),
  records: (await inDatabases(page)).flatMap(([, rows]) => rows),
})

export const test = base.extend<{ site: Site; hostErrors: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  site: async ({}, use) => {
    const site = await startSite()
    await use(site)
    await site.close()
  },
  hostErrors: async ({ page }, use) => {
    const errors = watchForErrors(page)
    await use(errors)
    expect(errors, 'the host page saw an error').toEqual([])
  },
})

export { expect }

/** A page whose configuration lets a test ask as often as it likes, each survey one question long. */
export const quickPage = (site: Site, path = '/') =>
  site.page(
    path,
    tagged(
      '',
      `<script type="application/json" data-pulso>${JSON.stringify({
        endpoint: site.endpoint,
        surveys: { quick: { questions: [{ id: 'nps', kind: 'nps' }] } },
      })}</script>`,
    ),
  )

/** Answers one quick survey and takes it off the page; resolves once the answer is stored. */
export async function answerQuickly(page: Page, number: number) {
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => window.pulso.show('quick', { force: true }))
  await survey(page).pick(number)
  await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
  await page.evaluate(() => window.pulso.dismiss())
  await expect(survey(page).region).toHaveCount(0)
}
