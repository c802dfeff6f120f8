import { Hono } from 'hono'
import { serveAssets } from './assets'
import { createChanges } from './changes'
import { createIntake } from './intake'
import { refuse } from './problem'
import { createReport } from './report'
import type { Store } from './store'

/** What a collector is made of. */
export interface CollectorOptions {
  store: Store
  /** The folder with the SDK's script-tag files, `dist/cdn`. Without it, none are served. */
  assets?: string | undefined
  /** What a reader of the report must know. Without it, everybody who reaches the collector may read. */
  token?: string | undefined
  /** The origins whose pages may post, for example `["https://shop.example"]`. Default: all. */
  origins?: string[] | undefined
  /** Ends the report's live connections when it aborts, so that a server can close. */
  signal?: AbortSignal | undefined
  /** Default: the clock. */
  now?: () => Date
  /** Where unexpected failures go. Default: `console.error`. */
  log?: (error: unknown) => void
}

/**
 * A collector as a value: `fetch` handles a request, wherever the request comes from. Every refusal has a problem
 * body (RFC 9457), and an answer counts as received only after the store has it on the disk.
 */
export function createCollector(options: CollectorOptions) {
  const { store, assets, token, origins, signal, now = () => new Date(), log = console.error } = options
  const changes = createChanges()
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('x-content-type-options', 'nosniff')
  })
  app.route('/v1', createIntake({ store, origins, now, changed: changes.announce }))
  app.route('/', createReport({ store, token, changes, signal }))
  if (assets !== undefined) app.route('/', serveAssets(assets))
  app.notFound(c => refuse(c, { status: 404, detail: `There is nothing at ${c.req.path}.` }))
  app.onError((error, c) => {
    log(error)
    return refuse(c, { status: 500, detail: 'The collector failed. Nothing was stored; try again later.' })
  })
  return app
}
