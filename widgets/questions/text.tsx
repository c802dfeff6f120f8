import type { TextQuestion } from '../../src/schema'
import type { Kind } from './kind'

/** An answer in the visitor's own words. Enter makes a new line; Ctrl or Cmd with Enter sends. */
export const text: Kind<TextQuestion> = {
  title: locale => locale.why,
  read: draft => (draft as string | undefined)?.trim() || undefined,
  View: ({ question, say, draft, invalid, describedBy, edit, commit }) => (
    <textarea
      id="field"
      rows={3}
      maxLength={question.maxLength ?? 2000}
      placeholder={say(question.placeholder)}
      value={(draft as string | undefined) ?? ''}
      aria-required={!question.optional}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onInput={event => edit(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
          event.preventDefault()
          commit(event.currentTarget.value)
        }
      }}
    />
  ),
}
