import type { Answer, Condition, Ending, Question, Survey } from '../src/contracts'

/** Where a visitor stands in a survey. Past the last question comes the thank-you. */
export interface Flow {
  survey: Survey
  /** Whether a condition holds over values by question id: `{ nps: 9 }`. */
  matches(condition: Condition, values: Record<string, unknown>): boolean
  at: number
  answers: Answer[]
}

/** Begins at the first question that applies. */
export const start = (survey: Survey, matches: Flow['matches']): Flow => next({ survey, matches, at: -1, answers: [] })

/** The question on screen; undefined once there is none left. */
export const current = ({ survey, at }: Flow): Question | undefined => survey.questions[at]

/** Whether a condition holds over the answers so far; nothing to hold is held. */
export const holds = ({ matches, answers }: Flow, condition: Condition | undefined): boolean =>
  !condition || matches(condition, Object.fromEntries(answers.map(({ question, value }) => [question, value])))

/** Goes on to the next question that applies. */
export function next(flow: Flow): Flow {
  const { questions } = flow.survey
  let at = flow.at + 1
  while (at < questions.length && !holds(flow, questions[at]!.if)) at++
  return { ...flow, at }
}

/** Whether the thank-you follows. */
export const isLast = (flow: Flow): boolean => !current(next(flow))

/** Takes or, without one, drops the answer to the question on screen, and prunes those on a branch that no longer applies. */
export function answer(flow: Flow, given?: Answer): Flow {
  const id = current(flow)!.id
  const answers: Answer[] = []
  for (const question of flow.survey.questions) {
    const found = question.id === id ? given : flow.answers.find(one => one.question === question.id)
    if (found && holds({ ...flow, answers }, question.if)) answers.push(found)
  }
  return { ...flow, answers }
}

/** The first ending whose condition holds. */
export const ending = (flow: Flow): Ending | undefined => flow.survey.endings?.find(one => holds(flow, one.if))

/** How far along, from 0 to 1. */
export const progress = ({ survey, at }: Flow): number => at / survey.questions.length
