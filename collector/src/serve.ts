import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve as listen } from '@hono/node-server'
import { createCollector } from './app'
import type { Settings } from './settings'
import { openSqlite } from './sqlite'

/** A collector that listens. */
export interface Running {
  /** Where it listens: `http://127.0.0.1:4601`. */
  url: string
  /** Whether it serves the SDK's files: their folder was there. */
  servesAssets: boolean
  /** Takes no more requests, finishes those under way, ends live connections and closes the database. */
  stop(): Promise<void>
}

/** How long a stop waits for requests under way. */
const patienceMs = 5000

/** Opens the database and listens. Rejects when the port is taken or the file cannot be opened. */
export async function serve({ port, host, database, token, assets }: Settings): Promise<Running> {
  const store = await openSqlite(database)
  const servesAssets = existsSync(assets)
  const stopping = new AbortController()
  const app = createCollector({
    store,
    token,
    assets: servesAssets ? assets : undefined,
    signal: stopping.signal,
  })
  const server = listen({ fetch: app.fetch, port, hostname: host }) as Server
  try {
    await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
  } catch (error) {
    await store.close()
    throw error
  }
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    servesAssets,
    async stop() {
      const closed = new Promise(resolve => server.close(resolve))
      stopping.abort()
      const idle = setInterval(() => server.closeIdleConnections(), 50) // a finished stream leaves its connection open
      const impatience = setTimeout(() => server.closeAllConnections(), patienceMs)
      await closed
      clearInterval(idle)
      clearTimeout(impatience)
      await store.close()
    },
  }
}
