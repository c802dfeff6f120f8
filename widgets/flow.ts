import type { Answer, Condition, Ending, Place, Question, Survey } from '../src/contracts'

/** What a flow is told of the world. */
export interface FlowRules {
  /** Whether a condition holds over values by question id: `{ nps: 9 }`. */
  matches(condition: Condition, values: Record<string, unknown>): boolean
  /** Whether a question can be asked at all. */
  fits(question: Question): boolean
}

/** Where a visitor stands in a survey. Past the last question comes the thank-you. All answers stay, in case of a way back. */
export interface Flow extends Omit<Place, 'seed'>, FlowRules {
  survey: Survey
}

/** Begins at the first question that applies, or goes on where an earlier page was left. */
export function start(survey: Survey, rules: FlowRules, place?: Partial<Place>): Flow {
  const { at = -1, answers = [], drafts = {} } = place ?? {}
  const flow = { survey, ...rules, at, answers, drafts }
  return applies(flow, current(flow)) ? flow : next({ ...flow, at: -1 })
}

/** The question on screen; undefined once there is none left. */
export const current = ({ survey, at }: Flow): Question | undefined => survey.questions[at]

/** What was entered for the question on screen. A question may be called `constructor`. */
export function draftOf(flow: Flow): unknown {
  const question = current(flow)
  return question && Object.hasOwn(flow.drafts, question.id) ? flow.drafts[question.id] : undefined
}

/**
 * The questions that apply as things stand, and the answers that count: those on a branch that was left are pruned. A
 * condition looks back alone, as nobody comes to a question by what is asked later.
 */
function walk(flow: Flow): [path: Question[], answers: Answer[]] {
  const answers: Answer[] = []
  const path = flow.survey.questions.filter(question => {
    if (!flow.fits(question) || !holds(flow, question.if, answers)) return false
    answers.push(...flow.answers.filter(one => one.question === question.id))
    return true
  })
  return [path, answers]
}

/** The answers that count. */
export const answersOf = (flow: Flow): Answer[] => walk(flow)[1]

/** Whether a condition holds over the answers that count; nothing to hold is held. */
export const holds = (flow: Flow, condition: Condition | undefined, answers = answersOf(flow)): boolean =>
  !condition || flow.matches(condition, valuesOf(answers))

/** Values by question id. */
export const valuesOf = (answers: Answer[]) =>
  Object.fromEntries(answers.map(({ question, value }) => [question, value]))

/** The questions that apply as things stand. */
export const path = (flow: Flow): Question[] => walk(flow)[0]

const applies = (flow: Flow, question: Question | undefined) => walk(flow)[0].includes(question!)

/** Goes on to the next question that applies. */
export function next(flow: Flow): Flow {
  const { questions } = flow.survey
  const at = questions.findIndex((question, at) => at > flow.at && applies(flow, question))
  return { ...flow, at: at < 0 ? questions.length : at }
}

/** Goes back to the question before, whose answer is still there, as is what was entered here; undefined at the first. */
export function previous(flow: Flow, draft?: unknown): Flow | undefined {
  const { questions } = flow.survey
  const { id } = current(flow) ?? {}
  let at = flow.at - 1
  while (at >= 0 && !applies(flow, questions[at]!)) at--
  return at < 0 ? undefined : { ...flow, at, drafts: id ? { ...flow.drafts, [id]: draft } : flow.drafts }
}

/** Whether nothing comes before the question on screen. */
export const isFirst = (flow: Flow): boolean => path(flow)[0] === current(flow)

/** Whether the thank-you follows. */
export const isLast = (flow: Flow): boolean => !current(next(flow))

/** Takes or, without one, drops the answer to the question on screen. */
export function answer(flow: Flow, given?: Answer, draft?: unknown): Flow {
  const { id } = current(flow)!
  const answers = flow.answers.filter(one => one.question !== id)
  return { ...flow, answers: given ? [...answers, given] : answers, drafts: { ...flow.drafts, [id]: draft } }
}

/** The first ending whose condition holds. */
export const ending = (flow: Flow): Ending | undefined =>
  [flow.survey.endings ?? []].flat().find(one => holds(flow, one?.if))
