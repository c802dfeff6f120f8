import type { Question, SurveyInput } from '../src/contracts'
import type { Wording } from '../src/schema'
import { answersOf, current, ending, type Flow, holds, isFirst, valuesOf } from './flow'
import { late } from './late'
import { kindOf } from './questions'
import type { Kind, QuestionProps } from './questions/kind'
import { languageOf, type Speech, say } from './wording'

/** Everything that a survey on screen knows. */
export interface State {
  flow: Flow
  /** What was entered for the question on screen and is not yet an answer. */
  draft?: unknown
  /** What is wrong with it, once it was to be an answer. */
  problem?: string
  /** What the live region says. */
  said?: string
  /** The thank-you is up, and what it thanks for is nowhere but in the page. */
  unsent?: boolean
  /** The last answer was picked with one tap, so the thank-you offers the way back to it. */
  undo?: boolean
}

/** What a visitor can do. */
export interface Actions extends Pick<QuestionProps<never>, 'edit' | 'commit'> {
  skip(): void
  /** Goes where the way leads that was offered, back for one. */
  go(flow: Flow): void
  close(): void
  optOut?: (() => void) | undefined
}

export interface SurveyProps extends Actions {
  input: SurveyInput
  state: State
  seed: number
}

/** What the parts around a question are given. */
export interface StepProps extends SurveyProps {
  kind: Kind<Question> | undefined
  say: QuestionProps<never>['say']
  langOf: QuestionProps<never>['langOf']
}

/** A way to put wordings into words, and the words of the step on screen, in the visitor's language. */
export function words({ flow, unsent }: State, { locale, brand, values }: SurveyInput) {
  const answers = valuesOf(answersOf(flow))
  const speech: Speech = {
    language: locale.code,
    brand,
    values: { ...values, answers },
    holds: condition => holds(flow, condition),
  }
  const speak: QuestionProps<never>['say'] = wording => say(wording, speech)
  late.kinds?.spoken(answers, flow, speak)
  const langOf: StepProps['langOf'] = wording => languageOf(wording, speech)
  const question = current(flow)
  const step = question ?? ending(flow)
  const fallback = question ? kindOf(question)!.title(locale, question) : locale.thanks
  const title = speak(step?.title) ? step!.title : fallback
  const about: Wording | undefined = unsent ? locale.unsent : step?.description
  return { say: speak, langOf, title: speak(title), titleLang: langOf(title), about }
}

/** One survey: the question on screen, or the thank-you. The same state always looks the same. */
export function SurveyView(props: SurveyProps) {
  const { input, state, seed, edit, commit, close, optOut } = props
  const { locale, placement } = input
  const { flow, draft, problem } = state
  const question = current(flow)
  const kind = question && kindOf(question)!
  const { say, langOf, title, titleLang, about } = words(state, input)
  const description = say(about)
  const describedBy = [description && 'about', problem && 'error'].filter(Boolean).join(' ') || undefined
  const { Foot, Top } = late.more ?? {}
  const step = { ...props, kind, say, langOf }
  return (
    <>
      {Top && <Top {...step} />}
      <div key={flow.at} class={kind ? 'step' : 'step thanks'}>
        <h2 id="title" part="title" tabindex={-1} lang={titleLang}>
          {kind?.field ? <label for="field">{title}</label> : title}
          {question?.optional && <small> ({locale.optional})</small>}
        </h2>
        {description && (
          <p id="about" class="about" lang={langOf(about)}>
            {description}
          </p>
        )}
        {kind && (
          <kind.View
            {...{ question, locale, say, langOf, draft, invalid: !!problem, describedBy, seed, edit, commit }}
          />
        )}
        {Foot && <Foot {...step} />}
        {optOut && isFirst(flow) && (
          <button type="button" class="out" part="opt-out" onClick={optOut}>
            {locale.optOut}
          </button>
        )}
      </div>
      {!/inline|kiosk/.test(placement.kind) && (
        <button type="button" class="close" part="close" aria-label={locale.close} onClick={close} />
      )}
      <div class="said" role="status">
        {state.said}
      </div>
    </>
  )
}
