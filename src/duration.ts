const unitMs: Record<string, number> = { m: 6e4, h: 36e5, d: 864e5, s: 1e3 }

/** Milliseconds in a duration such as `"30d"`; NaN when it is not one. */
export function durationMs(text: unknown): number {
  const [, count, unit] = (typeof text === 'string' && /^(\d+)([smhd])$/.exec(text)) || []
  return +count! * unitMs[unit!]!
}
