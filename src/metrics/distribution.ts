/** How many answers stand at one point of a scale. */
export interface ScalePoint {
  value: number
  count: number
}

/**
 * Counts the answers at each whole point of a scale, ends included, lowest first. A point that nobody chose counts
 * zero; what is not a point of the scale is left out.
 */
export function distribution(answers: Iterable<number>, scale: readonly [number, number]): ScalePoint[] {
  const [low, high] = scale
  const points: ScalePoint[] = []
  for (let value = low; value <= high; value++) points.push({ value, count: 0 })
  for (const answer of answers) {
    const point = points[answer - low]
    if (point) point.count++
  }
  return points
}
