/**
 * The demo: the shop, the SDK, the collector and its report on one port, with an embedded database.
 *
 *     node examples/demo.mjs [path to open first]
 *
 * PORT (4600) and PULSO_DB (.data/demo.db) may be set. What was answered stays for the next start.
 * @module
 */
import { mkdirSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = path => relative(process.cwd(), `${here}${path}`)

/** Starts the demo; resolves with its URL and the way to stop it. */
export async function startDemo({ port, database }) {
  const { createCollector, openSqlite } = await import('../collector/dist/index.js')
  mkdirSync(dirname(database), { recursive: true })
  const store = await openSqlite(database)
  const stopping = new AbortController()
  const app = new Hono()
  app.use('/kinds/*', serveStatic({ root: folder('kinds'), rewriteRequestPath: path => path.replace(/^\/kinds/, '') }))
  app.use('*', serveStatic({ root: folder('shop') }))
  app.route('/', createCollector({ store, assets: folder('../dist/cdn'), signal: stopping.signal }))
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' })
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject)).catch(async error => {
    await store.close()
    throw error
  })
  return {
    url: `http://localhost:${server.address().port}`,
    async stop() {
      stopping.abort()
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
      await store.close()
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.PORT ?? 4600)
  const database = process.env.PULSO_DB ?? '.data/demo.db'
  try {
    const { url, stop } = await startDemo({ port, database })
    const first = process.argv[2]
    if (first) console.log(`\n  open      ${url}${first}`)
    console.log(`
  shop      ${url}/            buy something, and tell us how it went
  report    ${url}/report      the scores and the comments, live
  gallery   ${url}/kinds/      every kind of question
  collector ${url}/v1/responses
  database  ${database}

Ctrl-C stops it; the answers stay.`)
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().then(() => process.exit(0)))
  } catch (error) {
    const taken = error.code === 'EADDRINUSE'
    console.error(taken ? `Port ${port} is taken. Stop what listens there, or start with PORT=4700.` : error)
    process.exitCode = 1
  }
}
