import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { answersStrangers, readTable } from './own'
import { keepsItsPromises } from './promises'
import { type Recipe, readRecipe } from './recipe'
import type { Servers } from './servers'

type Handler = (request: Request) => Response | Promise<Response>

/** Next's part: it finds the handler by path and method, and answers 404 and 405 itself. */
async function start({ receiver }: Recipe, servers: Servers) {
  const folder = servers.write({ 'route.mjs': receiver.js! })
  const database = join(folder, 'responses.db')
  process.env.DATABASE_URL = database
  const route: Record<string, Handler> = await import(pathToFileURL(join(folder, 'route.mjs')).href)
  const site = await servers.serve(request => {
    if (new URL(request.url).pathname !== '/feedback') return new Response(null, { status: 404 })
    return route[request.method]?.(request) ?? new Response(null, { status: 405 })
  })
  return {
    replacements: { '/feedback': `${site}/feedback` },
    mistaken: { '/feedback': `${site}/feedbck` },
    kept: () => readTable(database),
    url: `${site}/feedback`,
  }
}

keepsItsPromises('next', { start })
answersStrangers('next', servers => start(readRecipe('next'), servers))
