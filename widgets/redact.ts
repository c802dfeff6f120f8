/**
 * Arrives with the first survey of a site that wants free text redacted.
 * @module
 */
import type { Privacy, Question } from '../src/schema'

type What = NonNullable<Privacy['redact']>

/**
 * What a digit of any script says. Each script has its ten in a row, from a code that ends on 0 or, where no digit does,
 * on 6: The Unicode Standard, chapter 22.3.
 */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0)!
  const first = code & ~15
  return code - first - (/\p{Nd}/u.test(String.fromCodePoint(first)) ? 0 : 6)
}

/** Whether the last digit of a card number is what the others make it: Luhn, ISO/IEC 7812-1 annex B. */
function isCard(text: string): boolean {
  const digits = [...text.replace(/\P{Nd}/gu, '')].reverse().map(digitOf)
  if (digits.length < 13) return false
  const sum = digits.reduce((sum, digit, index) => sum + (index % 2 ? digit * 2 - (digit > 4 ? 9 : 0) : digit), 0)
  return sum % 10 === 0
}

/** Whether the check digits of an IBAN are right: the remainder by 97 of what it is as a number, ISO 13616-1 §6. */
function isIban(text: string): boolean {
  const plain = text.replace(/\W/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d\d.{11}/.test(plain)) return false
  const digits = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, letter => `${Number.parseInt(letter, 36)}`)
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

/** Nine digits in any grouping, eight behind a plus or a zero: fewer are prices, years and dates. */
const isPhone = (text: string) => text.replace(/\P{Nd}/gu, '').length >= (/^\(?[+0]/.test(text) ? 8 : 9)

/** What is looked for, in the order it is: a card is no phone number. */
const rules: [name: string, pattern: RegExp, isOne: (text: string) => boolean][] = [
  ['email', /[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".!?]+/g, Boolean],
  ['iban', /\b[a-z]{2}\d{2}(?:[\s-]?[a-z\d]){11,30}\b/gi, isIban],
  ['card', /(?<!\p{Nd})\p{Nd}(?:[\s.-]?\p{Nd}){12,18}(?!\p{Nd})/gu, isCard],
  ['phone', /(?<![\w.,\p{Nd}])[+(]?\p{Nd}(?:[\s()./-]{0,2}\p{Nd}){7,14}(?!\w|[.,]?\p{Nd})/gu, isPhone],
]

/** A text with the names of what was found in place of it: `[email]`. */
export const redact = (text: string, what: What): string =>
  rules.reduce(
    (text, [name, pattern, isOne]) =>
      what === true || (what as string[]).includes?.(name)
        ? text.replace(pattern, found => replace(found, isOne, `[${name}]`))
        : text,
    text,
  )

/** A number may have others for neighbours, so every run of its groups is looked at, the longest first. */
function replace(found: string, isOne: (text: string) => boolean, name: string): string {
  const groups = found.split(/([\s.-]+)/)
  for (let from = 0; from < groups.length; from += 2)
    for (let to = groups.length; to > from; to -= 2)
      if (isOne(groups.slice(from, to).join('')))
        return groups.slice(0, from).join('') + name + replace(groups.slice(to).join(''), isOne, name)
  return found
}

/** Redacts what was said to a question in the visitor's own words; what was asked for, a contact for one, stays. */
export function redactAnswer<T>(value: T, question: Question | undefined, what: What): T {
  const isFree =
    question?.kind === 'choice' || (question?.kind === 'text' && !/email|url|number/.test(`${question.input}`))
  const within = (value: unknown): unknown =>
    typeof value === 'string'
      ? redact(value, what)
      : Array.isArray(value)
        ? value.map(within)
        : typeof value === 'object' && value
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(one)]))
          : value
  return isFree ? (within(value) as T) : value
}
