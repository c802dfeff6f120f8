/**
 * Arrives once a survey of the site's own is drawn, and tells the site what of it cannot be used.
 * @module
 */
import type { Question, Survey, SurveyEvents, SurveyInput } from '../src/contracts'
import type { Choice } from '../src/schema'
import { optionsOf } from './parts/choices'
import { safeUrl } from './parts/link'

/** The conditions of a question or an ending, those of its texts' variants among them. */
const conditionsIn = (part: unknown): unknown[] =>
  part && typeof part === 'object'
    ? Object.entries(part).flatMap(([key, inner]) => (key === 'if' ? [inner] : conditionsIn(inner)))
    : []

/** Names in one warning what of a survey cannot be used. */
export function tell(
  ...[survey, input, knows, fits, warn]: [...Parameters<typeof review>, warn: SurveyEvents['warn']]
) {
  const problems = review(survey, input, knows, fits)
  if (problems.length) warn('bad-survey', problems.join('; '))
}

/** What of a survey as it is written cannot be used, one sentence each. The rest of it works. */
export function review(
  { questions, endings, review }: Survey,
  { language, locale }: Pick<SurveyInput, 'language' | 'locale'>,
  knows: (question: Question) => unknown,
  fits: (question: Question) => boolean,
): string[] {
  const known = new Set<string>()
  const problems: string[] = []
  const unnamed = (part: unknown) =>
    new Set(
      conditionsIn(part)
        .flatMap(one => (typeof (one ?? {}) !== 'object' || Array.isArray(one) ? JSON.stringify(one) : namesIn(one)))
        .filter(name => !known.has(name)),
    )

  for (const [index, question] of questions.entries()) {
    const id = question?.id
    const is = (problem: string) =>
      problems.push(`question ${typeof id === 'string' ? `"${id}"` : index + 1} ${problem}`)
    if (typeof id !== 'string') is('has no id')
    else if (known.has(id)) is('has the id of another')
    else if (!knows(question)) is(`is of the unknown kind "${question.kind}"`)
    else if (!fits(question))
      is('is not complete, asks for more than it allows, or has a link that is not http, https, mailto or tel')
    if (`${id}`.includes('.')) is('has a dot in its id, so no condition and no text can name it')
    const { choices, other } = (question ?? {}) as { choices?: Choice[]; other?: unknown }
    if (Array.isArray(choices) && optionsOf(choices, other).length < choices.length)
      is('has a choice without a label, or without an id of its own')
    for (const name of unnamed(question)) is(`has a condition on "${name}", which is no question before it`)
    known.add(id)
  }
  if (endings && !Array.isArray(endings)) problems.push('the endings are no list')
  for (const [index, ending] of [endings ?? []].flat().entries()) {
    const is = (problem: string) => problems.push(`ending ${index + 1} ${problem}`)
    for (const name of unnamed(ending)) is(`has a condition on "${name}", which is no question`)
    if (!ending || typeof ending !== 'object') is('is no object, so nothing of it is shown')
    else if (ending.link && !safeUrl(ending.link.href)) is('has a link that is not http, https, mailto or tel')
  }
  const is = (problem: string) => problems.push(`the review ${problem}`)
  for (const name of unnamed(review)) is(`has a condition on "${name}", which is no question`)
  if (review && !safeUrl(review.href)) is('has a link that is not http, https, mailto or tel')
  if (language && locale.code === 'en' && !/^(en|auto)/i.test(language))
    problems.push(`the language "${language}" is not there`)
  return problems
}

/** The questions that a condition looks at. */
function namesIn(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(namesIn)
  if (!condition || typeof condition !== 'object') return []
  return Object.entries(condition).flatMap(([key, operand]) =>
    key[0] === '$' ? namesIn(operand) : [key.split('.')[0]!],
  )
}
