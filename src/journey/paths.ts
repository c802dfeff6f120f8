/** The paths that a condition looks at, whole and in part: `event` and `event value` in `{ "$not": { "event.value": 5 } }`. */
export function pathsIn(condition: unknown, path: string[] = []): string[][] {
  if (!condition || typeof condition !== 'object') return []
  return Object.entries(condition).flatMap(([key, value]) => {
    // An operator, or one of the conditions that it joins, looks where it stands.
    const at = key[0] === '$' || Array.isArray(condition) ? path : [...path, ...key.split('.')]
    return [at, ...pathsIn(value, at)]
  })
}
