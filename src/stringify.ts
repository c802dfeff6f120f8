/** A copy that nothing can come of any more, whatever getters and cycles there were; what cannot be copied is left out. */
export function copyOf(properties: object | undefined): Record<string, unknown> {
  const copy: Record<string, unknown> = {}
  try {
    for (const name in properties)
      try {
        copy[name] = JSON.parse(stringify(properties[name as never]))
      } catch {}
  } catch {}
  return copy
}

/** JSON, also where an old library has given arrays a `toJSON` of its own, which would make texts of them. */
export const stringify = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, plain) {
    const given = this[key]
    return Array.isArray(given) ? given : plain
  })
