import type { Condition, FirstWords, Locale, Values } from '../src/contracts'
import type { Text, Wording } from '../src/schema'

/** Who is spoken to, by whom, and what is known. */
export interface Speech {
  /** A language tag: `es-MX`. */
  language: string
  brand: string
  values: Values
  holds(condition: Condition | undefined): boolean
}

/**
 * Puts a wording into words: the first variant whose condition holds, in the visitor's language, else in its base
 * language, English, or whatever there is; `{{user.name|there}}` is filled in. Always plain text; empty when there is
 * nothing to say.
 */
export function say(wording: Wording | undefined, { language, brand, values, holds }: Speech): string {
  const text = Array.isArray(wording) ? wording.find(variant => holds(variant?.if))?.text : wording
  return pick(text, language).replace(
    /\{\{\s*([^\s{}|]+)\s*(?:\|([^{}]*))?\}\}|\{brand\}/g,
    (_, path: string | undefined, fallback = '') => (path ? (valueAt(values, path) ?? fallback) : brand),
  )
}

/** A text in a language. */
function pick(text: Text | undefined, language: string): string {
  const found =
    text && typeof text === 'object'
      ? (text[language] ?? text[language.split('-')[0]!] ?? text.en ?? Object.values(text)[0])
      : text
  return found == null || typeof found === 'object' ? '' : `${found}`
}

/**
 * A language with some of its words in the site's own, by their dotted names: `submit`, `thumbs.up`, `feelings.0`.
 * `{1}` and `{2}` stand for the numbers of those that have some: `"left": "{1} to go"`.
 */
export function translate(locale: FirstWords, words: Record<string, Text> = {}): Locale {
  const own: Record<string, unknown> = { ...locale }
  for (const [path, text] of Object.entries(words)) {
    const [name, inner] = path.split('.') as [string, string?]
    const words = pick(text, locale.code)
    const theirs = Object.hasOwn(own, name) ? own[name] : undefined
    if (typeof theirs === 'function')
      own[name] = (...numbers: unknown[]) => words.replace(/\{([12])\}/g, (_, nth) => `${numbers[nth - 1]}`)
    else if (typeof theirs === 'string') own[name] = words
    else if (theirs && inner)
      own[name] = Object.assign(Array.isArray(theirs) ? [...theirs] : { ...theirs }, { [inner]: words })
  }
  return own as unknown as Locale
}

/** A value by its dotted path, own properties only, in words; undefined when there is nothing to read out. */
function valueAt(values: object, path: string): string | undefined {
  let at: unknown = values
  for (const key of path.split('.'))
    at = at && typeof at === 'object' && Object.hasOwn(at, key) ? (at as never)[key] : undefined
  return Array.isArray(at) ? at.join(', ') : at == null || at === '' || typeof at === 'object' ? undefined : `${at}`
}
