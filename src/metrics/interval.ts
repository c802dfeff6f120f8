/** How far a measured value may be from the true one, lowest and highest. */
export type Interval = [low: number, high: number]

/** The z value of a two-sided 95 % interval: the 97.5 % point of the standard normal distribution. */
export const z95 = 1.96

/** The normal interval `value ± z·SE`, kept within the ends that the measure can reach. */
export function normalInterval(value: number, standardError: number, ends: Interval, z = z95): Interval {
  return [Math.max(ends[0], value - z * standardError), Math.min(ends[1], value + z * standardError)]
}

/**
 * The Wilson interval of a share: `(x + z²/2)/(n + z²) ± z/(n + z²)·√(x(n − x)/n + z²/4)`. It stays within 0 and 1
 * and holds for small samples and for shares near the ends, where the normal interval fails.
 * Without answers it is null. Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927).
 */
export function wilsonInterval(hits: number, count: number, z = z95): Interval | null {
  if (count === 0) return null
  const centre = (hits + (z * z) / 2) / (count + z * z)
  const reach = (z / (count + z * z)) * Math.sqrt((hits * (count - hits)) / count + (z * z) / 4)
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)]
}
