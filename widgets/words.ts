import type { Locale } from '../src/contracts'
import type { Text } from '../src/schema'
import { keyOf } from './wording'

/**
 * A language with some of its words in the site's own, by their dotted names: `submit`, `thumbs.up`, `feelings.0`.
 * `{1}` and `{2}` stand for the numbers of those that have some: `"left": "{1} to go"`.
 */
export function translate(locale: Locale, words: Record<string, Text> | undefined): Locale {
  const own: Record<string, unknown> = { ...locale }
  for (const [path, text] of Object.entries(words ?? {})) {
    const [name, inner] = path.split('.') as [string, string?]
    const words = text && typeof text === 'object' ? inLanguage(text, locale.code) : text
    if (typeof words !== 'string') continue // words for others, or none
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

function inLanguage(text: Record<string, string>, language: string) {
  const key = keyOf(text, language)
  return key?.split('-')[0] === language.split('-')[0] ? text[key!] : undefined
}
