/** A score as people write it: rounded, with its sign, `+42`, `0`, `−7`. */
export function signed(score: number) {
  const rounded = Math.round(Math.abs(score))
  if (rounded === 0) return '0'
  return `${score < 0 ? '−' : '+'}${rounded}`
}

/** A whole percentage; a share that is there but rounds to nothing is `<1 %`. */
export function percent(part: number, whole: number) {
  const share = whole === 0 ? 0 : (100 * part) / whole
  return share > 0 && share < 0.5 ? '<1 %' : `${Math.round(share)} %`
}

/** A number with the word it counts: `1 answer`, `1,204 answers`. */
export function counted(count: number, one: string, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })

/** A moment in UTC. The page's script puts the reader's own time in its place. */
export function utc(iso: string) {
  return `${timeFormat.format(new Date(iso))} UTC`
}
