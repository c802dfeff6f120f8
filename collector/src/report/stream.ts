import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Changes } from '../changes'

const heartbeatMs = 20_000

/**
 * Handles a live connection: it says `changed` at once and after every change, so that a reader who was cut off misses
 * nothing. A comment line now and then keeps proxies from closing a quiet one. All end when `signal` aborts.
 */
export function createStream(changes: Changes, signal: AbortSignal | undefined) {
  const open = new Set<() => void>()
  signal?.addEventListener('abort', () => {
    for (const end of open) end()
  })

  return function stream(c: Context) {
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' })
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async events => {
      const say = () => void events.writeSSE({ event: 'changed', data: '-' }) // browsers drop an event without data
      const stop = changes.onChange(say)
      const beat = setInterval(() => void events.write(':\n\n'), heartbeatMs)
      say()
      await new Promise<void>(resolve => {
        const end = () => {
          open.delete(end)
          resolve()
        }
        open.add(end)
        events.onAbort(end)
        if (signal?.aborted) end()
      })
      clearInterval(beat)
      stop()
    })
  }
}
