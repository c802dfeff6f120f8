/** JSON, also where an old library has given arrays a `toJSON` of its own, which would make texts of them. */
export const stringify = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key, plain) {
    const given = this[key]
    return Array.isArray(given) ? given : plain
  })
