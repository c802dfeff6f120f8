import type { Answer } from '../../src/contracts'
import { answer, current, draftOf, ending, type Flow, isLast, path, previous } from '../flow'
import { Link, safeUrl } from '../parts/link'
import type { StepProps } from '../survey'

/** How far along, in surveys of three steps or more. */
export function Top({ input, state: { flow } }: StepProps) {
  const steps = path(flow)
  const question = current(flow)
  if (steps.length < 3 || !question) return null
  const done = steps.indexOf(question)
  return <progress class="progress" aria-label={input.locale.survey} value={done} max={steps.length} />
}

/** What an ending offers to go on to: its own link, else the survey's place for reviews, which is everybody's. */
const linkOf = (flow: Flow) => [ending(flow)?.link, flow.survey.review].find(link => safeUrl(link?.href))

/** What is wrong, and the ways on and back; below the thank-you, its link. */
export function Foot({ input, state, seed, kind, say, langOf, commit, skip, go }: StepProps) {
  const { locale, placement } = input
  const { flow, draft, problem, undo } = state
  const question = current(flow)
  const { text, href } = (!question && placement.kind !== 'kiosk' && linkOf(flow)) || {}
  // One tap goes on by itself, except from what was entered before: by a link, or on the way here.
  const goes = question && !(kind!.oneTap && draftOf(flow) === undefined)
  /** Where what is entered would lead, as an answer: it may be a branch of its own. */
  const ahead = () => {
    const reading = kind!.read(draft as never, question!, locale, seed)
    return answer(flow, { question: question!.id, ...reading } as Answer)
  }
  const returns = (question || undo) && previous(flow, draft)
  return (
    <>
      {!question && <Tick />}
      {problem && (
        <p id="error" class="error">
          {problem}
        </p>
      )}
      {href && (
        <Link href={href} lang={langOf(text)}>
          {say(text) || href}
        </Link>
      )}
      {(returns || question?.optional || goes) && (
        <div class="actions">
          {returns && (
            <button type="button" class="back" onClick={() => go(returns)}>
              {locale.back}
            </button>
          )}
          {question?.optional && (
            <button type="button" onClick={skip}>
              {locale.skip}
            </button>
          )}
          {goes && (
            <button type="button" class="go" part="submit" onClick={() => commit(draft)}>
              {isLast(ahead()) ? locale.submit : locale.next}
            </button>
          )}
        </div>
      )}
    </>
  )
}

const Tick = () => (
  <svg class="tick" viewBox="0 0 24 24" aria-hidden="true">
    <path d="m7 12.5 3.5 3.5 7-8" />
  </svg>
)
