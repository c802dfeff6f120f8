import type { ChoiceQuestion } from '../../src/schema'
import { type Option, OTHER, optionsOf, shuffle } from '../parts/choices'
import { entered } from '../parts/entered'
import type { Kind } from './kind'

interface Draft {
  picked: string[]
  other: string
}

/** No other choice takes more words. */
const MOST = 500

/** What is chosen, in the order of the survey. The page may have entered an id by itself, a list, or anything. */
function draftOf(draft: unknown, { choices, multiple, other: offered }: ChoiceQuestion): Draft {
  const { picked = draft, other } = Object(draft)
  const ids = [...optionsOf(choices, offered).map(({ id }) => id), ...(offered ? [OTHER] : [])].filter(id =>
    [picked].flat().includes(id),
  )
  return { picked: multiple ? ids : ids.slice(0, 1), other: entered(other, MOST) }
}

/** One or several of the choices, and perhaps another in the visitor's own words. */
export const choice: Kind<ChoiceQuestion> = {
  title: locale => locale.stars.title,
  fits({ choices, other, multiple, min = 1, max = Infinity }) {
    const count = optionsOf(choices, other).length
    return count > 0 && !(multiple && min > Math.min(max, count + (other ? 1 : 0)))
  },
  read(draft, question) {
    const { picked, other } = draftOf(draft, question)
    const words = picked.includes(OTHER) && other.trim()
    return picked.length
      ? { value: question.multiple ? picked : picked[0]!, ...(words && { other: words }) }
      : undefined
  },
  problem(draft, question, { invalid, least, most }) {
    const { multiple, optional, min = 1, max = Infinity } = question
    const { picked, other } = draftOf(draft, question)
    if (picked.includes(OTHER) && !other.trim()) return invalid.other
    if (multiple && (picked.length || !optional))
      return picked.length < min ? least(min) : picked.length > max && most(max)
  },
  View({ question, locale, say, langOf, draft, invalid, describedBy, seed, edit, commit }) {
    const { choices, multiple, other: offered, optional } = question
    const { picked, other } = draftOf(draft, question)
    const options = optionsOf(choices, offered)
    const shown = question.shuffle ? shuffle(options, seed) : options
    if (offered) shown.push({ id: OTHER, label: offered === true ? locale.other : offered })
    const name = ({ id, label }: Option) => say(label) || (offered && id === OTHER ? locale.other : id)
    const toggle = (id: string) => {
      const rest = multiple ? picked.filter(one => one !== id) : []
      edit({ picked: picked.includes(id) && multiple ? rest : [...rest, id], other })
    }
    const isBlank = picked.includes(OTHER) && !other.trim()
    const wrong = invalid && !isBlank
    const Group = multiple ? 'fieldset' : 'div'
    return (
      <Group
        class="choices"
        role={multiple ? undefined : 'radiogroup'}
        aria-labelledby="title"
        aria-describedby={describedBy}
        aria-required={multiple ? undefined : !optional}
        aria-invalid={multiple ? undefined : wrong}
      >
        {shown.map(({ id, label }) => (
          <label key={id} class={picked.includes(id) ? 'choice on' : 'choice'} part="option">
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name="choice"
              value={id}
              checked={picked.includes(id)}
              aria-invalid={multiple ? wrong : undefined}
              onChange={() => toggle(id)}
            />
            <span lang={langOf(label)}>{name({ id, label })}</span>
          </label>
        ))}
        {offered && picked.includes(OTHER) && (
          <input
            type="text"
            class="field"
            part="field"
            maxLength={MOST}
            aria-label={name(shown[shown.length - 1]!)}
            aria-invalid={invalid && isBlank}
            aria-describedby={invalid && isBlank ? 'error' : undefined}
            value={other}
            onInput={event => edit({ picked, other: event.currentTarget.value })}
            onKeyDown={event => event.keyCode === 13 && commit(draft)}
          />
        )}
      </Group>
    )
  },
}
