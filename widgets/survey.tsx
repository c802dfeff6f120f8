import type { SurveyInput } from '../src/contracts'
import { current, ending, type Flow, holds, isLast } from './flow'
import { kindOf } from './questions'
import type { QuestionProps } from './questions/kind'
import { say } from './wording'

/** Everything that a survey on screen knows. */
export interface State {
  flow: Flow
  /** What was entered for the question on screen and is not yet an answer. */
  draft?: unknown
  /** An answer was asked for and there is none. */
  invalid?: boolean
  /** What the live region says. */
  said?: string
}

/** What a visitor can do. */
export interface Actions extends Pick<QuestionProps<never>, 'edit' | 'commit'> {
  skip(): void
  close(): void
}

interface SurveyProps extends Actions {
  input: SurveyInput
  state: State
}

/** The words of the step on screen, in the visitor's language. */
export function words({ flow }: State, { locale, brand }: SurveyInput) {
  const speak: QuestionProps<never>['say'] = wording =>
    say(wording, { language: locale.code, brand, holds: condition => holds(flow, condition) })
  const question = current(flow)
  const step = question ?? ending(flow)
  const fallback = question ? kindOf(question)!.title(locale) : locale.thanks
  return { say: speak, title: speak(step?.title) || speak(fallback), description: speak(step?.description) }
}

/** One survey: the question on screen, or the thank-you. The same state always looks the same. */
export function SurveyView({ input, state, edit, commit, skip, close }: SurveyProps) {
  const { locale, placement } = input
  const { flow, draft, invalid } = state
  const question = current(flow)
  const kind = question && kindOf(question)!
  const { say, title, description } = words(state, input)
  const describedBy = [description && 'about', invalid && 'error'].filter(Boolean).join(' ') || undefined
  const about = description && (
    <p id="about" class="about">
      {description}
    </p>
  )
  return (
    <>
      {kind ? (
        <div key={question.id} class="step">
          <h2 id="title">
            {kind.oneTap ? title : <label for="field">{title}</label>}
            {question.optional && <small> ({locale.optional})</small>}
          </h2>
          {about}
          <kind.View {...{ question, locale, say, draft, invalid: !!invalid, describedBy, edit, commit }} />
          {invalid && (
            <p id="error" class="error">
              {locale.required}
            </p>
          )}
          {(question.optional || !kind.oneTap) && (
            <div class="actions">
              {question.optional && (
                <button type="button" onClick={skip}>
                  {locale.skip}
                </button>
              )}
              {!kind.oneTap && (
                <button type="button" class="go" onClick={() => commit(draft)}>
                  {isLast(flow) ? locale.submit : locale.next}
                </button>
              )}
            </div>
          )}
        </div>
      ) : (
        <div key="thanks" class="step thanks">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m7 12.5 3.5 3.5 7-8" />
          </svg>
          <h2 id="title" tabIndex={-1}>
            {title}
          </h2>
          {about}
        </div>
      )}
      {placement.kind === 'popover' && (
        <button type="button" class="close" aria-label={locale.close} onClick={close}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m7 7 10 10M17 7 7 17" />
          </svg>
        </button>
      )}
      <div class="said" role="status">
        {state.said}
      </div>
    </>
  )
}
