import type { Locale } from '../../src/contracts'
import type { ContactQuestion } from '../../src/schema'
import { isEmail } from '../parts/email'
import { entered } from '../parts/entered'
import type { Kind } from './kind'

type Field = 'name' | 'email' | 'phone'
type Draft = Partial<Record<Field | 'consent', unknown>>

/** No name, address or number is longer. */
const MOST = 200
const types = { name: 'text', email: 'email', phone: 'tel' }
const completes = { name: 'name', email: 'email', phone: 'tel' }
/** Whether what was filled in can be one. A phone number has some digits, however it is written. */
const looks = { name: Boolean, email: isEmail, phone: (text: string) => /(\p{Nd}\P{Nd}*){5}/u.test(text) }

/** The fields that are asked for, and whether each has to be filled in. */
const asked = ({ fields }: ContactQuestion) =>
  Object.entries({ name: 'optional', email: 'required', phone: 'hidden', ...fields }).filter(
    ([field, how]) => field in types && how !== 'hidden',
  ) as [Field, 'optional' | 'required'][]

/** What was filled in, without the spaces around it. */
const given = (question: ContactQuestion, draft: Draft | undefined) =>
  asked(question).flatMap(([field]): [Field, string][] => {
    const value = entered(draft?.[field], MOST).trim()
    return value ? [[field, value]] : []
  })

/** The first thing that is wrong, and where. */
function issue(draft: Draft | undefined, question: ContactQuestion, { invalid }: Locale) {
  const filled = Object.fromEntries(given(question, draft))
  const at =
    asked(question).find(([field, how]) => (filled[field] ? !looks[field](filled[field]) : how === 'required'))?.[0] ??
    (Object.keys(filled).length ? (draft?.consent === true ? undefined : 'tick') : asked(question)[0]![0])
  return at && { at, words: invalid[at] }
}

/** How to reach the visitor, who has to agree to it. */
export const contact: Kind<ContactQuestion> = {
  title: locale => locale.contact.title,
  fits: question => asked(question).length > 0,
  read(draft, question) {
    const filled = given(question, draft)
    return filled.length ? { value: { ...Object.fromEntries(filled), consent: true } } : undefined
  },
  problem: (draft, question, locale) =>
    (given(question, draft).length > 0 || !question.optional) && issue(draft, question, locale)?.words,
  View({ question, locale, say, langOf, draft, invalid, describedBy, edit, commit }) {
    const own = Object(draft) as Draft
    const wrong = invalid ? issue(own, question, locale)?.at : undefined
    return (
      <fieldset class="contact" aria-labelledby="title" aria-describedby={describedBy}>
        {asked(question).map(([field, how]) => (
          <label key={field}>
            {locale.contact[field]}
            {how === 'optional' && <small> ({locale.optional})</small>}
            <input
              type={types[field]}
              class="field"
              part="field"
              autocomplete={completes[field]}
              maxLength={MOST}
              aria-required={how === 'required'}
              aria-invalid={wrong === field}
              aria-describedby={wrong === field ? 'error' : undefined}
              value={entered(own[field], MOST)}
              onInput={event => edit({ ...own, [field]: event.currentTarget.value })}
              onKeyDown={event => event.keyCode === 13 && commit(draft)}
            />
          </label>
        ))}
        <label class="choice">
          <input
            type="checkbox"
            aria-required={!question.optional}
            aria-invalid={wrong === 'tick'}
            aria-describedby={wrong === 'tick' ? 'error' : undefined}
            checked={own.consent === true}
            onChange={event => edit({ ...own, consent: event.currentTarget.checked })}
          />
          <span lang={langOf(question.consent)}>{say(question.consent) || locale.contact.consent}</span>
        </label>
      </fieldset>
    )
  },
}
