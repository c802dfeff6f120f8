import type { Destination, Env } from '../contracts'
import { toOutcome } from './outcome'
import { isLater, type Manner } from './send'

/** What a destination's options make of its requests. */
export function mannerOf(
  { now }: Env,
  { url, headers, credentials, idempotencyHeader, mode, redirect, ack }: Destination,
): Manner {
  return {
    prepare({ id }) {
      if (!url) throw 'no endpoint'
      const build = (headers?: Record<string, string>) => ({
        ...(credentials && { credentials }),
        ...(mode && { mode }),
        // In small letters, so that each takes the place of ours, however it is spelt.
        headers: {
          ...(idempotencyHeader && { [idempotencyHeader]: `"${id}"` }),
          ...Object.fromEntries(new Headers(headers)),
        },
      })
      const own = typeof headers === 'function' ? headers() : headers
      return isLater(own) ? own.then(build) : build(own)
    },
    async judge(response, text, { id }) {
      if (response.type === 'opaque') return { kind: 'accepted', status: 0, unconfirmed: true }
      const outcome = toOutcome(response, now(), redirect === 'trust')
      if (!ack) return outcome
      if (await ack(response, await text, id)) return { ...outcome, kind: 'accepted' }
      return outcome.kind === 'accepted' ? { ...outcome, kind: 'retry', slow: true } : outcome
    },
  }
}
