import type { Destination, Env, Outcome, QueueRow } from '../contracts'
import { noResponse, toOutcome } from './outcome'

/** The browser lets a page have 64 KiB of keepalive bodies in flight; beyond that it fails them like a network error. */
const keepaliveBytes = 60_000

/** Makes the one transmission of a record: it ends in an Outcome within 20 s, and never throws. */
export function createSend(
  env: Env,
  { url, headers, credentials = 'omit', idempotencyHeader, mode, redirect, ack }: Destination,
): (row: QueueRow) => Promise<Outcome> {
  let inFlight = 0
  return async row => {
    if (!url) return { ...noResponse, slow: true }
    const bytes = new Blob([row.body]).size
    const keepalive = inFlight + bytes < keepaliveBytes
    const taken = keepalive ? bytes : 0
    inFlight += taken
    const abort = new AbortController()
    let stop = () => {}
    const late = new Promise<never>((_, reject) => {
      stop = env.after(20_000, () => {
        abort.abort()
        reject() // also where the page has replaced fetch by one that does not hear of it
      })
    })
    let body: Promise<unknown> | undefined
    try {
      // A page that goes has time for one more task, not for two: nothing is waited for without need.
      const more = typeof headers === 'function' ? await Promise.race([headers(), late]) : headers
      const sending = env.window.fetch(url, {
        method: 'POST',
        body: row.body,
        headers: {
          'content-type': row.type,
          ...(idempotencyHeader && { [idempotencyHeader]: `"${row.id}"` }),
          ...more,
        },
        credentials,
        keepalive,
        signal: abort.signal,
        ...(mode && { mode }),
      })
      const response = await Promise.race([sending, late])
      // The status is the answer. The body is read to its end only because unread ones keep the keepalive budget.
      body = response.text()
      if (response.type === 'opaque') return { kind: 'accepted', status: 0, unconfirmed: true }
      const outcome = toOutcome(response, env.now(), redirect === 'trust')
      if (!ack) return outcome
      const acked = await Promise.race([ack(response, (await body) as string, row.id), late])
      return acked
        ? { ...outcome, kind: 'accepted' }
        : outcome.kind === 'accepted'
          ? { ...outcome, kind: 'retry', slow: true }
          : outcome
    } catch {
      return noResponse
    } finally {
      Promise.resolve(body)
        .catch(() => {})
        .then(() => {
          stop()
          inFlight -= taken
        })
    }
  }
}
