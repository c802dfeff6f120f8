import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { requireToken } from './access'
import type { Changes } from './changes'
import { allow } from './problem'
import { page } from './report/page'
import { createStream } from './report/stream'
import { readSummary } from './report/summary'
import type { Store } from './store'

// Scripts and styles of this site alone, nothing inline: whatever a comment holds, it stays text.
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What the report needs. */
export interface ReportOptions {
  store: Store
  token: string | undefined
  changes: Changes
  signal: AbortSignal | undefined
}

/**
 * The page that shows what the answers say. The server writes it whole at `/report`; its script fetches it again
 * whenever `/report/stream` says that something changed.
 */
export function createReport({ store, token, changes, signal }: ReportOptions) {
  const report = new Hono()
  const [css, js] = ['report.css', 'report.js'].map(readReportFile)

  report.get('/report.css', c => c.body(css!, 200, file('text/css')))
  report.get('/report.js', c => c.body(js!, 200, file('text/javascript')))
  report.use('/report/*', requireToken(token))

  report.get('/report', async c => {
    c.header('content-security-policy', policy)
    c.header('referrer-policy', 'no-referrer')
    c.header('cache-control', 'no-store')
    return c.html(page(await readSummary(store), new URL(c.req.url).origin))
  })
  report.get('/report/stream', createStream(changes, signal))
  for (const path of ['/report', '/report/stream', '/report.css', '/report.js']) report.all(path, allow('GET', 'HEAD'))
  return report
}

/** The files stand beside `src` and `dist` alike, so the path holds for both. */
function readReportFile(name: string) {
  return readFileSync(new URL(`../report/${name}`, import.meta.url), 'utf8')
}

function file(type: string) {
  return { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' }
}
