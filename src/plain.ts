/** What of properties travels: numbers, booleans and short texts at the top level. */
export function plain(properties: Record<string, unknown>, query?: string[]) {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) =>
        typeof value === 'string' ? value.length <= 200 : typeof value === 'boolean' || Number.isFinite(value),
      )
      .map(([name, value]) => [name, bare(value, query)]),
  ) as Record<string, string | number | boolean>
}

/** A value as it may be kept, which only concerns an address, whole or of the site itself. */
export const bare = <T>(value: T, query?: string[]) =>
  typeof value === 'string' && /^(https?:|\/)/i.test(value) ? address(value, query) : value

/** An address with none of its parameters but those that the site has asked for, and without what follows a `#`. */
export function address(url: string, query: unknown): string {
  const [path = '', rest] = url.replace(/#.*/, '').split(/\?(.*)/s)
  const asked = [...new URLSearchParams(rest)].filter(([name]) => Array.isArray(query) && query.includes(name))
  return [path, ...(asked.length ? [new URLSearchParams(asked)] : [])].join('?')
}
