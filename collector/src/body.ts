import type { Problem } from './problem'

/** Largest body that is read, in bytes. */
export const maxBodyBytes = 256 * 1024

/** How deep objects and arrays may stand in each other. A response needs about eight levels. */
const maxDepth = 64

type Read = { kind: 'read'; value: unknown } | { kind: 'refused'; problem: Problem }

/**
 * Reads a request's JSON, whatever the sender calls it of `application/json`, `text/plain` and nothing at all.
 * Never takes in more than `maxBodyBytes`, announced or not. Half a surrogate pair, which a text cut within an emoji
 * leaves behind, becomes U+FFFD: the answer is worth more than the character.
 */
export async function readJson(request: Request): Promise<Read> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (!['', 'application/json', 'text/plain'].includes(type)) {
    return refused(415, 'Send JSON as application/json or text/plain.')
  }
  if (!['', 'identity'].includes(request.headers.get('content-encoding') ?? '')) {
    return refused(415, 'Send the body without a content encoding.')
  }
  const bytes = await readBytes(request)
  if (bytes === 'too large') return refused(413, `The body is larger than ${maxBodyBytes} bytes.`)
  if (bytes === 'broken off') return refused(400, 'The body ended before it was complete.')
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return refused(400, 'The body is not JSON in UTF-8.')
  }
  if (depth(parsed) > maxDepth)
    return refused(422, `Objects and arrays stand more than ${maxDepth} deep in each other.`)
  return { kind: 'read', value: wellFormed(parsed) }
}

function refused(status: Problem['status'], detail: string): Read {
  return { kind: 'refused', problem: { status, detail } }
}

async function readBytes(request: Request): Promise<Uint8Array | 'too large' | 'broken off'> {
  const announced = request.headers.get('content-length')
  if (Number(announced) > maxBodyBytes) return 'too large'
  try {
    // HTTP holds a sender to the length it announced, so taking it in one piece is safe, and twice as fast.
    if (announced !== null) return new Uint8Array(await request.arrayBuffer())
    return await readStream(request.body)
  } catch {
    return 'broken off'
  }
}

async function readStream(body: Request['body']) {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBodyBytes) return 'too large' // leaving the loop cancels the stream
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Counts level by level, because recursion over hostile JSON ends on the stack's limit. */
function depth(value: unknown) {
  let level = [value]
  let count = 0
  while (count <= maxDepth) {
    level = level.flatMap(item => (typeof item === 'object' && item !== null ? Object.values(item) : []))
    if (level.length === 0) break
    count++
  }
  return count
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\uFFFD')
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(wellFormed)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [wellFormed(key), wellFormed(item)]))
}
