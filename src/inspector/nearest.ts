/** The known word that somebody most likely meant, if one is close enough to say so. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]/g, '')
  const ranked = known.map(one => ({ one, steps: distance(plain(word), plain(one)) })).sort((a, b) => a.steps - b.steps)
  const [best] = ranked
  return best && best.steps <= Math.max(1, Math.floor(best.one.length / 3)) ? best.one : undefined
}

/** How many letters have to be put in, taken out, changed or swapped with their neighbour. */
function distance(from: string, to: string): number {
  let earlier: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const next = [row]
    for (let at = 1; at <= to.length; at++) {
      const same = from[row - 1] === to[at - 1]
      next[at] = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1))
      const swapped = row > 1 && at > 1 && from[row - 1] === to[at - 2] && from[row - 2] === to[at - 1]
      if (swapped) next[at] = Math.min(next[at]!, earlier[at - 2]! + 1)
    }
    earlier = last
    last = next
  }
  return last[to.length]!
}
