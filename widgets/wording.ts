import type { Condition } from '../src/contracts'
import type { Wording } from '../src/schema'

/** Who is spoken to, and by whom. */
export interface Speech {
  /** A language tag: `es-MX`. */
  language: string
  brand: string
  holds(condition: Condition | undefined): boolean
}

/**
 * Puts a wording into words: the first variant whose condition holds, in the visitor's language, else in its base
 * language, English, or whatever there is. Always plain text; empty when there is nothing to say.
 */
export function say(wording: Wording | undefined, { language, brand, holds }: Speech): string {
  const text = Array.isArray(wording) ? wording.find(variant => holds(variant.if))?.text : wording
  const found =
    typeof text === 'object'
      ? (text[language] ?? text[language.split('-')[0]!] ?? text.en ?? Object.values(text)[0])
      : text
  return String(found ?? '')
    .split('{brand}')
    .join(brand)
}
