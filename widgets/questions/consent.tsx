import type { ConsentQuestion } from '../../src/schema'
import type { Kind } from './kind'

/** A box to tick. Without a title, what is agreed to is the title. */
export const consent: Kind<ConsentQuestion> = {
  title: ({ agree }, { label }) => (Object.keys(Object(label))[0] ? label : agree),
  read: draft => (draft === true ? { value: true } : undefined),
  problem: (draft, { optional }, { invalid }) => draft !== true && !optional && invalid.tick,
  View: ({ question: { title, label, optional }, locale, say, langOf, draft, invalid, describedBy, edit }) => (
    <fieldset class="choices" aria-labelledby="title" aria-describedby={describedBy}>
      <label class={draft === true ? 'choice on' : 'choice'} part="option">
        <input
          type="checkbox"
          checked={draft === true}
          aria-required={!optional}
          aria-invalid={invalid}
          onChange={event => edit(event.currentTarget.checked)}
        />
        <span lang={langOf(title && label)}>{(title && say(label)) || locale.agree}</span>
      </label>
    </fieldset>
  ),
}
