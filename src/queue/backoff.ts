import type { Outcome } from '../contracts'

const minute = 60_000
const hour = 60 * minute

/**
 * Milliseconds until the endpoint may be tried again after so many failures in a row: doubling, up to half of it
 * jitter. A quick trouble (network, overload) starts at 1 s and ends at 5 min; a slow one (wrong key, wrong address)
 * starts at 1 min and ends at 1 h. The server's own Retry-After is a floor.
 */
export function backoffMs(
  failures: number,
  { slow, afterMs = 0 }: Pick<Outcome, 'slow' | 'afterMs'>,
  random: number,
): number {
  const [base, most] = slow ? [minute, hour] : [1000, 5 * minute]
  return Math.max(afterMs, Math.min(most, base * 2 ** (failures - 1)) * (0.5 + random / 2))
}

/** Milliseconds until a record that was refused so many times is tried again; undefined: it is kept, and tried no more. */
export function quarantineMs(refusals: number): number | undefined {
  return refusals < 5 ? Math.min(hour, 4 ** refusals * minute) : undefined
}

/**
 * Milliseconds that a Retry-After header asks for: seconds or a date (RFC 9110 §10.2.3), at most a day. 0 where it is
 * missing or means nothing.
 */
export function retryAfterMs(header: string | null, now: number): number {
  const ms = /\D/.test(header!) ? Date.parse(header!) - now : +header! * 1000
  return ms > 0 ? Math.min(ms, 24 * hour) : 0
}
