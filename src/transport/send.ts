import type { Env, Outcome, QueueRow } from '../contracts'
import type { DestinationOptions } from '../schema'
import { noResponse, toOutcome } from './outcome'

/** The browser lets a page have 64 KiB of keepalive bodies in flight; beyond that it fails them like a network error. */
const keepaliveBytes = 60_000

/** Makes the one transmission of a record: it ends in an Outcome within 20 s, and never throws. */
export function createSend(
  env: Env,
  { url, headers, credentials = 'omit' }: DestinationOptions,
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
      const sending = env.window.fetch(url, {
        method: 'POST',
        body: row.body,
        headers: { 'content-type': row.type, ...headers },
        credentials,
        keepalive,
        signal: abort.signal,
      })
      const response = await Promise.race([sending, late])
      // The status is the answer. The body is read to its end only because unread ones keep the keepalive budget.
      body = response.text()
      return toOutcome(response, env.now())
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
