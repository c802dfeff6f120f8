import type { Env, Outcome, QueueRow } from '../contracts'
import { noResponse, toOutcome } from './outcome'

/**
 * The browser lets a page have 64 KiB of keepalive bodies in flight; beyond that it fails them like a network error. Of
 * UTF-16 as many units make at most three times as many bytes of UTF-8.
 */
const keepaliveLength = 20_000

/** How a destination wants its requests, and what it takes for a yes. */
export interface Manner {
  /** What is added to a request. Where it is no promise, the request starts in the same task. */
  prepare(row: QueueRow): RequestInit | Promise<RequestInit>
  judge(response: Response, text: Promise<string>, row: QueueRow): Outcome | Promise<Outcome>
}

/** A promise of any kind: where a library has put its own in place, those of async functions are not of it. */
export const isLater = <T>(given: unknown | Promise<T>): given is Promise<T> =>
  !!(given as Promise<T> | undefined)?.then

/** Makes the one transmission of a record: it ends in an Outcome within 20 s, and never throws. */
export function createSend(env: Env, url: string, manner: Partial<Manner> = {}): (row: QueueRow) => Promise<Outcome> {
  const { prepare, judge = response => toOutcome(response, env.now()) } = manner
  let inFlight = 0
  return async row => {
    let taken = 0
    let stop = () => {}
    let text: Promise<string> | undefined
    try {
      const { length } = row.body
      if (inFlight + length < keepaliveLength) taken = length
      inFlight += taken
      const abort = new AbortController()
      const late = new Promise<never>((_, reject) => {
        stop = env.after(20_000, () => {
          reject() // also where the page has replaced fetch by one that does not hear of it
          abort.abort()
        })
      })
      const inTime = <T>(promise: T | Promise<T>) => Promise.race([promise, late])
      // A page that goes has time for one more task, not for two: nothing is waited for without need.
      const own = prepare?.(row)
      const { headers, ...more } = (isLater(own) ? await inTime(own) : own) ?? {}
      const sending = env.window.fetch(url, {
        method: 'POST',
        body: row.body,
        credentials: 'omit',
        keepalive: taken > 0,
        signal: abort.signal,
        ...more,
        headers: { 'content-type': row.type, ...headers },
      })
      const response = await inTime(sending)
      // The status is the answer. The body is read to its end only because unread ones keep the keepalive budget.
      text = response.text()
      return await inTime(judge(response, text, row))
    } catch {
      return noResponse
    } finally {
      Promise.resolve(text)
        .catch(() => {})
        .then(() => {
          stop()
          inFlight -= taken
        })
    }
  }
}
