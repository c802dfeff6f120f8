import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { constants, createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2'
import type { AddressInfo } from 'node:net'
import { selfSigned } from './certificate'

/** Something between the browser and the endpoint that a test can break. */
export interface Way {
  url: string
  /** How many requests have come by, browsers that ask first included. */
  passed: number
  close(): Promise<void>
}

/** Hands a request on to the endpoint, and its answer back. */
function handOn(from: IncomingMessage | Http2ServerRequest, to: string, done: (answer: IncomingMessage) => void) {
  const headers = Object.fromEntries(Object.entries(from.headers).filter(([name]) => !/^(:|proxy-)/.test(name)))
  from.pipe(request(to, { method: from.method!, headers: { ...headers, host: new URL(to).host } }, done))
}

const opened = async (server: Server | ReturnType<typeof createSecureServer>) => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A proxy that wants a password for the endpoint while `asks` is set. */
export async function startProxy(): Promise<Way & { asks?: string | undefined }> {
  const server = createServer((from: IncomingMessage, response: ServerResponse) => {
    way.passed++
    if (way.asks && from.url!.startsWith(way.asks))
      return response.writeHead(407, { 'proxy-authenticate': 'Basic realm="office"' }).end()
    handOn(from, from.url!, answer => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    })
  })
  const way: Way & { asks?: string | undefined } = {
    url: `http://${await opened(server)}`,
    passed: 0,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return way
}

/** HTTP/2 before the endpoint; it goes away in the middle of a POST while `leaves` says when. */
export async function startHttp2(endpoint: string): Promise<Way & { leaves?: 'unread' | 'committed' | undefined }> {
  const server = createSecureServer(selfSigned(), (from: Http2ServerRequest, response: Http2ServerResponse) => {
    way.passed++
    const { session } = from.stream
    const goAway = () => {
      session!.goaway(constants.NGHTTP2_INTERNAL_ERROR)
      session!.destroy()
    }
    const leaves = from.method === 'POST' && way.leaves
    if (leaves === 'unread') return goAway()
    handOn(from, endpoint, answer => {
      if (leaves) return goAway()
      const { connection, 'keep-alive': _, 'transfer-encoding': __, ...headers } = answer.headers
      response.writeHead(answer.statusCode!, headers)
      answer.pipe(response)
    })
  })
  const sessions = new Set<{ destroy(): void }>()
  server.on('session', session => sessions.add(session))
  const way: Way & { leaves?: 'unread' | 'committed' | undefined } = {
    url: `https://${await opened(server)}/feedback`,
    passed: 0,
    async close() {
      for (const session of sessions) session.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return way
}
