import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'
import { answersStrangers, readTable } from './own'
import { keepsItsPromises } from './promises'
import { type Recipe, readRecipe } from './recipe'
import { expect, type Servers, test } from './servers'

/** The part of a D1 binding that the recipe uses, over SQLite, which D1 is. */
const createD1 = (db: Database.Database) => ({
  prepare: (sql: string) => ({
    bind: (...values: unknown[]) => ({
      run: async () => ({ success: true, meta: { changes: db.prepare(sql).run(...values).changes } }),
    }),
  }),
})

async function start({ receiver }: Recipe, servers: Servers) {
  const folder = servers.write({ 'worker.mjs': receiver.js! })
  const path = join(folder, 'responses.db')
  const db = new Database(path)
  db.exec(receiver.sql!)
  const binding = receiver.toml!.match(/^binding = "(\w+)"$/m)![1]!
  const { default: worker } = await import(pathToFileURL(join(folder, 'worker.mjs')).href)
  const url = await servers.serve(request => worker.fetch(request, { [binding]: createD1(db) }))
  const noWorker = await servers.serve(() => new Response('error code: 1042', { status: 404 }))
  return {
    replacements: { 'https://feedback.shop.workers.dev': url },
    mistaken: { 'https://feedback.shop.workers.dev': noWorker },
    kept: () => readTable(path),
    url,
    db,
  }
}

keepsItsPromises('cloudflare-worker', { start })
answersStrangers('cloudflare-worker', servers => start(readRecipe('cloudflare-worker'), servers))

test('cloudflare-worker: while the database is down, it says so', async ({ servers }) => {
  const { url, db } = await start(readRecipe('cloudflare-worker'), servers)
  db.close()
  const { status, headers } = await fetch(url, { method: 'POST', body: '{"id":"a","revision":1}' })
  expect([status, headers.get('access-control-allow-origin')]).toEqual([503, '*'])
})
