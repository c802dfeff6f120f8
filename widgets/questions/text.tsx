import type { Locale } from '../../src/contracts'
import type { TextQuestion } from '../../src/schema'
import { isEmail } from '../parts/email'
import { entered } from '../parts/entered'
import type { Kind } from './kind'

const trimmed = (draft: unknown, { maxLength }: TextQuestion) => entered(draft, maxLength).trim()
/**
 * A number as people write one, in Arabic digits and those of a full width, too; `1e5` is none. A point or a comma with
 * three digits after it makes groups, where it is not the language's own sign for decimals and no 0 stands first.
 */
function number(draft: unknown, code: string): number {
  if (typeof draft === 'number') return draft
  const plain = entered(draft)
    .replace(/[٠-٩０-９]/g, digit => (digit.charCodeAt(0) & 15) as never)
    .replace(/\s/g, '')
  const own = (0.5).toLocaleString(code)[1]
  const whole = plain.replace(/[.,٬](?=\d{3}(?!\d))/g, sign => (sign === own || /^\D?0/.test(plain) ? sign : ''))
  return Number(whole.replace(/[,٫]/, '.').replace(/[a-z]/i, '?'))
}

/** What is wrong with a text. */
function problem(draft: unknown, question: TextQuestion, { code, invalid, range, short }: Locale) {
  const text = trimmed(draft, question)
  const { input, minLength, optional, min, max } = question
  const shown = (limit: number) => limit.toLocaleString(code)
  if (!text) return !optional && (invalid[input as 'email'] ?? invalid.text)
  if (input === 'email' && !isEmail(text)) return invalid.email
  if (input === 'url' && !/^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(text)) return invalid.url
  if (input === 'number') {
    const value = number(draft, code)
    if (Number.isNaN(value)) return invalid.number
    if (value < min! || value > max!)
      return min === undefined || max === undefined
        ? `${invalid.number} ${min === undefined ? '≤' : '≥'} ${shown(min ?? max!)}`
        : range(shown(min), shown(max))
  }
  if (text.length < minLength!) return short(shown(minLength!))
}

/** An answer in the visitor's own words. Enter makes a new line; Ctrl or Cmd with Enter sends. In a short one Enter sends. */
export const text: Kind<TextQuestion> = {
  title: (locale, { optional }) => (optional ? locale.why : locale.feedback),
  field: true,
  fits: ({ minLength, maxLength, min, max }) => (maxLength ?? 2000) >= (minLength || 1) && !(min! > max!),
  read(draft, question, { code }) {
    const text = trimmed(draft, question)
    return text ? { value: question.input === 'number' ? number(draft, code) : text } : undefined
  },
  problem,
  View({ question, locale, say, draft, invalid, describedBy, edit, commit }) {
    const { input = 'long', maxLength, placeholder, optional } = question
    const long = input === 'long'
    const Field = long ? 'textarea' : 'input'
    const most = maxLength ?? 2000
    const value = entered(draft, maxLength)
    return (
      <>
        <Field
          id="field"
          part="field"
          class="field"
          {...(long
            ? { rows: 3 }
            : {
                type: /email|url/.test(input) ? input : 'text',
                inputMode: input === 'number' ? 'decimal' : undefined,
              })}
          autocomplete={input === 'email' ? 'email' : 'off'}
          maxLength={most}
          placeholder={say(placeholder)}
          value={value}
          aria-required={!optional}
          aria-invalid={invalid}
          aria-describedby={[describedBy, maxLength && 'left'].filter(Boolean).join(' ') || undefined}
          onInput={(event: { currentTarget: { value: string } }) => edit(event.currentTarget.value)}
          onKeyDown={(event: KeyboardEvent & { currentTarget: { value: string } }) => {
            // By its code: what an input method takes is 229, in Safari after it has said that it is done.
            if (event.keyCode === 13 && (!long || event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              commit(event.currentTarget.value)
            }
          }}
        />
        {maxLength && (
          <p id="left" class="left">
            {locale.left(maxLength - value.length)}
          </p>
        )}
      </>
    )
  },
}
