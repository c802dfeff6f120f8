import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type CollectorOptions, createCollector, openSqlite } from '../../collector/src'
import type { Response } from '../../src/schema'

/** A folder of one test's own, gone after it. */
export function givenFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'pulso-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A store in a real file, closed after the test. */
export async function givenStore(file = join(givenFolder(), 'pulso.db')) {
  const store = await openSqlite(file)
  onTestFinished(() => store.close())
  return store
}

/** A collector over a real file. */
export async function givenCollector(options: Partial<CollectorOptions> = {}) {
  const store = options.store ?? (await givenStore())
  const app = createCollector({ ...options, store })
  return {
    app,
    store,
    post: (body: unknown, headers: Record<string, string> = {}) =>
      app.request('/v1/responses', {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
  }
}

/** A response that the collector takes: an NPS answer after an order. */
export function response(changes: Partial<Response> & { score?: number; comment?: string } = {}): Response {
  const { score = 9, comment, ...rest } = changes
  const answers: Response['answers'] = [{ question: 'nps', kind: 'nps', value: score, scale: [0, 10] }]
  if (comment !== undefined) answers.push({ question: 'why', kind: 'text', value: comment })
  return {
    id: 'response-1',
    revision: 1,
    status: 'complete',
    touchpoint: { id: 'post-purchase', stage: 'purchase' },
    survey: { id: 'nps' },
    channel: 'web',
    locale: 'en',
    answers,
    shownAt: '2026-03-01T10:00:00.000Z',
    updatedAt: '2026-03-01T10:00:05.000Z',
    ...rest,
  }
}

/** As many ids as a test needs. */
export function ids(count: number, prefix = 'response') {
  return Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(4, '0')}`)
}

/** How many responses have a score, and the scores as `{ "9": 2 }`. */
export async function storedScores(store: CollectorOptions['store']) {
  const counts = await store.npsCounts()
  return Object.fromEntries(counts.map(({ value, count }) => [value, count]))
}
