import type { Outcome } from '../contracts'
import { retryAfterMs } from '../queue/backoff'

/**
 * What a response means for the record it answers. Accepted is a 2xx that was not redirected and is no HTML page, so
 * that captive portals, single-page fallbacks and offline pages swallow nothing. 400, 413 and 422 speak about the
 * record; everything else about the endpoint or the way to it, and costs the record nothing.
 */
export function toOutcome({ status, ok, redirected, headers }: Response, now: number, trusted?: boolean): Outcome {
  if ((redirected && !trusted) || (ok && /^text\/html/i.test(headers.get('content-type')!)))
    return { kind: 'retry', status: -1, slow: true }
  return {
    afterMs: retryAfterMs(headers.get('retry-after'), now),
    status,
    kind: ok ? 'accepted' : /400|413|422/.test(`${status}`) ? 'refused' : 'retry',
    slow: status < 500 && !/40[89]|42[59]/.test(`${status}`),
  }
}

/** No response at all: offline, blocked, refused by CORS, timed out. The browser does not say which. */
export const noResponse: Outcome = { kind: 'retry', status: 0 }
