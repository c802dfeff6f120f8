import type { Condition, Values } from '../src/contracts'
import type { Wording } from '../src/schema'

/** Who is spoken to, by whom, and what is known. */
export interface Speech {
  /** A language tag: `es-MX`. */
  language: string
  brand: string
  values: Values
  holds(condition: Condition | undefined): boolean
}

/** The language that a wording is said in; undefined when it does not say which it is. */
export function languageOf(wording: Wording | undefined, { language, holds }: Speech): string | undefined {
  const text = variant(wording, holds)
  return text && typeof text === 'object' ? keyOf(text, language) : undefined
}

/** The first variant whose condition holds. */
const variant = (wording: Wording | undefined, holds: Speech['holds']) =>
  Array.isArray(wording) ? wording.find(variant => holds(variant?.if))?.text : wording

/**
 * Puts a wording into words: the first variant whose condition holds, in the visitor's language, else in its base
 * language, English, or whatever there is; `{{user.name|there}}` is filled in. Always plain text; empty when there is
 * nothing to say.
 */
export function say(wording: Wording | undefined, { language, brand, values, holds }: Speech): string {
  const text = variant(wording, holds)
  return spelt(text && typeof text === 'object' ? text[keyOf(text, language)!] : text).replace(
    /\{\{\s*([^\s{}|]+)\s*(?:\|([^{}]*))?\}\}|\{brand\}/g,
    (_, path: string | undefined, fallback = '') => (path ? valueAt(values, path) || fallback : brand),
  )
}

/** The visitor's language, its base language, one of its regions, English, or whatever a text is there in. */
export const keyOf = (text: object, language: string) => {
  const base = language.split('-')[0]!
  const keys = Object.keys(text)
  return [language, base, keys.find(key => key.startsWith(`${base}-`))!, 'en', ...keys].find(
    key => (text as never)[key] != null,
  )
}

/** A text or number as it is; what has no words of its own says nothing. */
const spelt = (value: unknown) => (value == null || typeof value === 'object' ? '' : `${value}`)

/** A value by its dotted path, own properties only, in words; empty when there is nothing to read out. */
function valueAt(values: object, path: string): string {
  let at: unknown = values
  for (const key of path.split('.'))
    at = at && typeof at === 'object' && Object.hasOwn(at, key) ? (at as never)[key] : undefined
  return Array.isArray(at) ? at.join(', ') : spelt(at)
}
