import type { Locale } from '../../src/contracts'
import type { Text } from '../../src/schema'
import { pick } from '../wording'

/**
 * A language with some of its words in the site's own, by their dotted names: `submit`, `thumbs.up`, `feelings.0`.
 * `{1}` and `{2}` stand for the numbers of those that have some: `"left": "{1} to go"`.
 */
export function translate(locale: Locale, words: Record<string, Text> | undefined): Locale {
  const own: Record<string, unknown> = { ...locale }
  for (const [path, text] of Object.entries(words ?? {})) {
    const [name, inner] = path.split('.') as [string, string?]
    const words = pick(text, locale.code)
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
