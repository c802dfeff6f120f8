import type { Locale } from '../../src/contracts'
import type { Text } from '../../src/schema'
import { keyOf, spelt } from '../wording'

/**
 * A language with some of its words in the site's own, by their dotted names: `submit`, `thumbs.up`, `feelings.0`.
 * `{1}` and `{2}` stand for the numbers of those that have some: `"left": "{1} to go"`.
 */
export function translate(locale: Locale, words: Record<string, Text> | undefined): Locale {
  const own: Record<string, unknown> = { ...locale }
  for (const [path, text] of Object.entries(words ?? {})) {
    const [name, inner] = path.split('.') as [string, string?]
    const key = text && typeof text === 'object' ? keyOf(text, locale.code) : undefined
    if (key && !isOf(key, locale.code)) continue // words for others
    const words = spelt(key ? (text as Record<string, string>)[key] : text)
    const theirs = Object.hasOwn(own, name) ? own[name] : undefined
    if (typeof theirs === 'function')
      own[name] = (...numbers: (number | string)[]) =>
        words.replace(/\{([12])\}/g, (all, nth) => numbers[nth - 1]?.toLocaleString(locale.code) ?? all)
    else if (typeof theirs === 'string') own[name] = words
    else if (theirs && inner)
      own[name] = Object.assign(Array.isArray(theirs) ? [...theirs] : { ...theirs }, { [inner]: words })
  }
  return own as unknown as Locale
}

/** The tags are of one language. */
const isOf = (one: string, other: string) => one.split('-')[0] === other.split('-')[0]
