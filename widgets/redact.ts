/**
 * Arrives with the first survey of a site that wants free text redacted.
 * @module
 */
import type { Privacy, Question } from '../src/schema'

type What = NonNullable<Privacy['redact']>

/** Whether the check digits of an IBAN are right: the remainder by 97 of what it is as a number, ISO 13616-1 §6. */
function isIban(text: string): boolean {
  const plain = text.replace(/[\W_]/g, '')
  return (
    /^[a-z]{2}\d\d(?=(\D*\d){8}).{11,30}$/i.test(plain) &&
    BigInt((plain.slice(4) + plain.slice(0, 4)).replace(/[a-z]/gi, letter => `${Number.parseInt(letter, 36)}`)) %
      97n ===
      1n
  )
}

/** What there is of digits in a text. */
const digitsIn = (text: string) => text.replace(/\P{Nd}/gu, '')

/**
 * Whether groups of digits can be those of one number. A space, a dash or a dot may stand anywhere; what parts the
 * numbers of a list, as a comma does, only where cards are parted, and where no amount or year begins the list.
 */
const isGrouped = (text: string) =>
  /^(([\s\p{Pd}\p{Cf}._]?\p{Nd})+|(?!1|20)\p{Nd}{4}(\P{Nd}+\p{Nd}{4,6})+)$/u.test(text)

/** Whether the last digit of a card number is what the others make it: Luhn, ISO/IEC 7812-1 annex B. */
function isCard(text: string): boolean {
  const digits = [...digitsIn(text)]
  const luhn = (sum: number, digit: number, index: number) =>
    sum + (index % 2 ? digit * 2 - (digit > 4 ? 9 : 0) : digit)
  return (
    digits.length > 12 &&
    digits.length < 20 &&
    isGrouped(text) &&
    digits.reverse().map(digitOf).reduce(luhn, 0) % 10 === 0
  )
}

/**
 * A number may have others for neighbours, so every run of its groups is looked at, the longest first: a card's 19 digits
 * are 19 groups at most.
 */
function replace(found: string, isOne: (text: string) => boolean, name: string): string {
  const groups = found.split(/([^\p{L}\p{N}]+)/u)
  for (let from = 0; from < groups.length; from += 2)
    for (let to = from + 37; to > from; to -= 2)
      if (isOne(groups.slice(from, to).join(''))) {
        groups.splice(from, to - from, name)
        to = 0
      }
  return groups.join('')
}

/** Nine digits in any grouping, eight behind a plus or a zero: fewer are prices, years and dates. */
const isPhone = (text: string) => digitsIn(text).length > (/^\(?[+0]/.test(text) ? 7 : 8)

/**
 * What is looked for, in the order it is: a card is no phone number. Nor is what begins with a date, or goes on behind a
 * dash, as the number of an order does.
 */
const rules: [name: string, pattern: RegExp, isOne: (text: string) => boolean][] = [
  ['email', /(?<![^\s@<>()[\],;:"])[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@<>()[\],;:".!?]+/g, Boolean],
  ['iban', /[a-z]{2}\d{2}([\s\p{P}\p{Cf}]{0,3}[a-z\d]){11,}/giu, isIban],
  ['card', /\p{Nd}([\s\p{P}\p{Cf}]{0,3}\p{Nd}){12,}/gu, isCard],
  [
    'phone',
    /(?<![\w\p{Nd}]|\p{Nd}[.,:-])(?!(\d\d?[./-])+(19|20)\d\d(?![-\d])|20\d\d-)([+(]\p{Nd}([\s\p{Pd}\p{Cf}./()]{0,2}\p{Nd}|\)? \p{Pd} \p{Nd}){7,14}|\p{Nd}([\s\p{Pd}\p{Cf}./()]{0,2}\p{Nd}){7,14})(?!\w|[.,:-]?\p{Nd})/gu,
    isPhone,
  ],
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

/**
 * What a digit of any script says. Each script has its ten in a row, from a code that ends on 0 or, where no digit does,
 * on 6: The Unicode Standard, chapter 22.3.
 */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0)!
  const first = code & ~15
  return code - first - (/\p{Nd}/u.test(String.fromCodePoint(first)) ? 0 : 6)
}
