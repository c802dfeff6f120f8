/**
 * The receiver's contract in plain Node: answer 2xx once a response is on the disk, keep the highest revision of each id.
 *
 *     node examples/receiver/receiver.mjs 4700 responses.jsonl
 * @module
 */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const headers = {
  'content-type': 'application/json',
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type, idempotency-key',
  'access-control-expose-headers': 'retry-after',
  'access-control-max-age': '7200',
}

/** A server that appends what it receives to a file, a line each; `responses()` is what counts of it. */
export async function createReceiver(path, mostBytes = 256 * 1024) {
  const file = await open(path, 'a+')
  const latest = new Map()
  const isNews = one => !(latest.get(one.id)?.revision >= one.revision)
  const note = one => isNews(one) && latest.set(one.id, one)
  for await (const line of createInterface({ input: createReadStream(path) })) {
    try {
      note(JSON.parse(line))
    } catch {} // what a crash has cut off was not acknowledged
  }

  async function receive(request) {
    if (request.method === 'OPTIONS') return 204
    if (request.method !== 'POST') return 405
    if (Number(request.headers['content-length']) > mostBytes) return 413
    const one = JSON.parse(await text(request))
    if (typeof one?.id !== 'string' || !Number.isInteger(one.revision)) return 400
    if (!isNews(one)) return 200 // a repeat, or overtaken: we have it, or better
    await file.appendFile(`\n${JSON.stringify(one)}`)
    await file.datasync()
    note(one)
    return 200
  }
  const server = createServer(async (request, response) => {
    const status = await receive(request).catch(error => (error instanceof SyntaxError ? 400 : 503))
    response.writeHead(status, headers).end()
  })
  return { server, responses: () => [...latest.values()], close: () => server.close(() => file.close()) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port = '4700', path = 'responses.jsonl'] = process.argv.slice(2)
  const { server } = await createReceiver(path)
  server.listen(Number(port), () => console.log(`http://localhost:${port} to ${path}`))
}
