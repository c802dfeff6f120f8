import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createReceiver } from '../../../examples/receiver/receiver.mjs'
import type { Options } from '../../../src'
import type { GateRow, QueueRow } from '../../../src/contracts'
import { test as base, expect, type Site, tagged, watchForErrors } from '../site'

declare global {
  interface Window {
    heard: string[]
    tries: Try[]
  }
}

/** One call of fetch; what the browser repeats, or stops, is one all the same. */
export interface Try {
  keepalive?: boolean | undefined
  failed?: boolean
}

/** A page, or a frame on one. */
export type Place = Pick<Page, 'evaluate'>

/** What became of an answer: its record's key, and where it was kept. */
export interface Given {
  id: string
  result: 'stored' | 'memory' | 'full'
}

/**
 * The faulty world around the product as it is built: pages, an endpoint, and what must hold whatever happens. The
 * endpoint is a bad way to the reference receiver, which has what is committed: `counted` is its word. As a row ends, its
 * pages have seen no error, and every transmission of a record was the same, byte for byte.
 */
export interface Lab extends Site {
  /** Puts a page of the site there, and returns its address; `options` are the configuration's. */
  host(path?: string, options?: Partial<Options>, headers?: Record<string, string>): string
  /** Opens such a page in a tab of this browser, and waits for the client. */
  open(page: Page, url?: string): Promise<Page>
  /** Another tab of the same browser, open on a page of the site. */
  tab(url?: string): Promise<Page>
  /** Answers surveys on the page as fast as a page can, one after the other; each resolves once it is kept. */
  give(page: Place, ...scores: number[]): Promise<Given[]>
  /** Everything that was promised to be stored. */
  stored: Set<string>
  /** What is in the database, read past the product; the endpoint's row has the id ''. */
  rows(page: Place, name?: string): Promise<QueueRow[]>
  /** Writes rows into the database, past the product. It must have been opened by the product before. */
  write(page: Place, ...rows: object[]): Promise<void>
  /** What was promised, sent and committed so far counts no more, once its bytes are compared. */
  forget(): void
  /** How often the record of this key was transmitted. Browsers themselves repeat what was reset. */
  sent(id: string): number
  /** The endpoint's own row, while it fails. */
  gate(page: Page): Promise<GateRow | undefined>
  /** Waits until the endpoint has failed so often in a row. */
  failed(page: Page, times?: number): Promise<GateRow>
  /** Listens to what the product tells its page from now on: `error not-delivered <id> status 503`. */
  hear(page: Page): Promise<() => Promise<string[]>>
  /** Counts what the pages that this tab opens from now on try to fetch. */
  count(page: Page): Promise<() => Promise<Try[]>>
  /** An answer that the endpoint holds back, for a reply's `until`, until it is released. */
  hold(): { until: Promise<void>; release(): void }
  /** What the browser itself will say on the console, and no script can silence. */
  forgiven?: RegExp
  /**
   * Waits until nothing is left to deliver, and holds the invariants: everything stored was committed, each response
   * counts once, in its last revision, every transmission of a record was the same, and the database holds exactly the
   * rows that are named.
   */
  drained(page: Place, options?: { left?: string[]; timeout?: number }): Promise<void>
}

const keyOf = ({ id, revision }: { id: string; revision: number }) => `${id}.${revision}`
const key = (body: string) => keyOf(JSON.parse(body))

export const test = base.extend<{ lab: Lab }>({
  lab: async ({ context, site }, use) => {
    const errors: string[] = []
    context.on('page', page => watchForErrors(page, errors))
    for (const page of context.pages()) watchForErrors(page, errors)
    const stored = new Set<string>()
    const folder = await mkdtemp(join(tmpdir(), 'pulso-'))
    const receiver = await createReceiver(join(folder, 'responses.jsonl'), 16e6)
    await new Promise<void>(resolve => receiver.server.listen(0, '127.0.0.1', resolve))
    const { port } = receiver.server.address() as AddressInfo
    site.commit = async body => {
      const { status } = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })
      if (status !== 200) throw new Error(`the receiver says ${status}`)
    }
    /** By the pure rule: of each response the highest revision. */
    const { counted } = site
    const holdBytes = () => {
      const bodies = new Map<string, Set<string>>()
      for (const { body } of site.requests) bodies.set(key(body), (bodies.get(key(body)) ?? new Set()).add(body))
      const changed = [...bodies].filter(([, versions]) => versions.size > 1)
      expect(changed, 'records whose bytes changed').toEqual([])
    }
    const lab: Lab = Object.assign(site, {
      stored,
      counted() {
        const ids = new Set(site.committed.map(({ id }) => id))
        return receiver.responses().filter(({ id }) => ids.has(id)) as ReturnType<Site['counted']>
      },
      host: (path = '/', options: Partial<Options> = {}, headers?: Record<string, string>) => {
        const config = {
          endpoint: site.endpoint,
          surveys: { quick: { questions: [{ id: 'nps', kind: 'nps' }] } },
          ...options,
        }
        const json = `<script type="application/json" data-pulso>${JSON.stringify(config)}</script>`
        return site.page(path, tagged('', json), headers)
      },
      async open(page: Page, url = lab.host()) {
        await page.goto(url)
        await ready(page)
        return page
      },
      tab: async (url?: string) => lab.open(await context.newPage(), url),
      async give(page: Place, ...scores: number[]) {
        const given = await page.evaluate(answerAll, scores)
        for (const { id, result } of given) if (result === 'stored') stored.add(id)
        return given
      },
      rows: (page: Place, name = 'pulso') => page.evaluate(readRows, name),
      write: (page: Place, ...rows: object[]) => page.evaluate(writeRows, rows),
      async gate(page: Page) {
        return (await lab.rows(page)).find(({ id }) => !id) as GateRow | undefined
      },
      async failed(page: Page, times = 1) {
        await expect
          .poll(async () => (await lab.gate(page))?.failures ?? 0, { message: 'failures' })
          .toBeGreaterThanOrEqual(times)
        await page.evaluate(() => window.pulso.pending()) // a transaction later, so that the page has gone idle
        return (await lab.gate(page))!
      },
      async hear(page: Page) {
        await page.evaluate(listen)
        return () => page.evaluate(() => window.heard)
      },
      async count(page: Page) {
        await page.addInitScript(countFetches)
        return () => page.evaluate(() => window.tries)
      },
      hold() {
        let release = () => {}
        const until = new Promise<void>(resolve => {
          release = resolve
        })
        return { until, release }
      },
      forget() {
        holdBytes()
        stored.clear()
        site.requests.length = site.committed.length = 0
      },
      sent: (id: string) => site.requests.filter(({ body }) => key(body) === id).length,
      async drained(page: Place, { left = [], timeout = 30_000 }: { left?: string[]; timeout?: number } = {}) {
        await expect
          .poll(() => lab.rows(page).then(rows => rows.map(({ id }) => id).sort(), String), {
            timeout,
            message: 'rows left',
          })
          .toEqual(left.sort())
        const committed = new Set(site.committed.map(keyOf))
        expect([...stored].filter(id => !committed.has(id) && !left.includes(id))).toEqual([])
        expect(lab.counted().map(keyOf).sort()).toEqual(counted().map(keyOf).sort())
        holdBytes()
      },
    })
    await use(lab)
    site.commit = () => {} // what closed tabs still send
    receiver.close()
    await rm(folder, { recursive: true, force: true })
    const unforgiven = errors.filter(error => !lab.forgiven?.test(error))
    expect(unforgiven, 'the host page saw an error').toEqual([])
    holdBytes()
  },
})

/** A row as a page would have left it, of a response that nobody has given. */
export const record = (response: string, notBefore: number, more: object = {}) => ({
  id: `${response}.1`,
  body: JSON.stringify({ id: response, revision: 1, status: 'complete', answers: [], ...more }),
  type: 'application/json',
  createdAt: notBefore,
  notBefore,
})

/** Waits for the client of the script tag. */
export const ready = (page: Page) => page.waitForFunction(() => 'show' in (window.pulso ?? {}))

export { expect }

/** Runs in the page: asks, answers, and takes the survey off again, through nothing but what a host can reach. */
async function answerAll(scores: number[]) {
  const { pulso } = window
  const until = async <T>(look: () => T | null | undefined): Promise<T> => {
    for (;;) {
      const found = look()
      if (found) return found
      await new Promise(resolve => setTimeout(resolve, 5))
    }
  }
  const given: Given[] = []
  for (const score of scores) {
    const kept: Given[] = []
    let last = ''
    const stops = [
      pulso.on('queued', detail => kept.push(detail)),
      pulso.on('completed', ({ id, revision }) => {
        last = `${id}.${revision}`
      }),
    ]
    await pulso.show('quick', { force: true })
    const root = await until(() => document.querySelector('[data-pulso]:not(script)')?.shadowRoot)
    const radio = await until(() => root.querySelectorAll('input')[score])
    radio.click()
    given.push(await until(() => kept.find(({ id }) => id === last)))
    pulso.dismiss()
    for (const stop of stops) stop()
  }
  return given
}

/** Runs in the page. */
function listen() {
  window.heard = []
  const note = (...words: unknown[]) => window.heard.push(words.join(' '))
  window.pulso.on('delivered', ({ id }) => note('delivered', id))
  window.pulso.on('refused', ({ id, status }) => note('refused', id, status))
  window.pulso.on('error', ({ code, message }) => note('error', code, message))
}

/** Runs in the page, before anything else. The page holds on to each response: a collected one gives back what it kept. */
function countFetches() {
  const { fetch } = window
  const responses: Response[] = []
  window.tries = []
  window.fetch = (input, init) => {
    const one: Try = { keepalive: init?.keepalive }
    window.tries.push(one)
    const response = fetch(input, init)
    response.then(
      found => responses.push(found),
      () => {
        one.failed = true
      },
    )
    return response
  }
}

/** Runs in the page. A database that is not there is not made. */
async function readRows(name: string) {
  const known = await indexedDB.databases()
  if (!known.some(one => one.name === name)) return []
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.transaction!.abort() // it has gone meanwhile
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  }).catch(error => {
    if (error.name !== 'AbortError') throw error // it cannot be read, which says nothing of what is in it
  })
  if (!database) return []
  try {
    return await new Promise<never[]>((resolve, reject) => {
      const request = database.transaction('queue').objectStore('queue').getAll()
      request.onsuccess = () => resolve(request.result as never)
      request.onerror = () => reject(request.error)
    })
  } finally {
    database.close()
  }
}

async function writeRows(rows: object[]) {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('pulso')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const transaction = database.transaction('queue', 'readwrite')
  for (const row of rows) transaction.objectStore('queue').put(row)
  await new Promise(resolve => {
    transaction.oncomplete = resolve
  })
  database.close()
}
