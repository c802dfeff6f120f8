import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'

const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

/**
 * Serves the SDK's files to pages of any origin. A file asked for with `?v=<version>` may be kept for good; any other,
 * `pulso.js` above all, is asked for again after five minutes and answered 304 while it is the same. A neighbour that ends in
 * `.br` or `.gz` is sent in its place to those who take it.
 */
export function serveAssets(folder: string) {
  const assets = new Hono()
  assets.use(etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...Object.keys(open)] }))
  assets.use(async (c, next) => {
    await next()
    if (c.res.ok) setHeaders(c)
  })
  assets.get('/*', serveStatic({ root: folder, precompressed: true }))
  return assets
}

function setHeaders(c: Context) {
  for (const [name, value] of Object.entries(open)) c.header(name, value)
  const kept = c.req.query('v') === undefined ? 'public, max-age=300' : 'public, max-age=31536000, immutable'
  c.header('cache-control', kept)
}
