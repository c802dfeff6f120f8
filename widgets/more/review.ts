import type { Question, Survey, SurveyInput } from '../../src/contracts'
import { safeUrl } from '../parts/link'

/** What of a survey as it is written cannot be used, one sentence each. The rest of it works. */
export function review(
  { questions, endings, review }: Survey,
  { language, locale }: Pick<SurveyInput, 'language' | 'locale'>,
  knows: (question: Question) => boolean,
  fits: (question: Question) => boolean,
): string[] {
  const known = new Set<string>()
  const problems: string[] = []
  const unnamed = (part: unknown) =>
    new Set(
      conditionsIn(part)
        .flatMap(namesIn)
        .filter(name => !known.has(name)),
    )

  for (const [index, question] of questions.entries()) {
    const id = question?.id
    const is = (problem: string) =>
      problems.push(`question ${typeof id === 'string' ? `"${id}"` : index + 1} ${problem}`)
    if (typeof id !== 'string') is('has no id')
    else if (known.has(id)) is('has the id of another')
    else if (!knows(question)) is(`is of the unknown kind "${question.kind}"`)
    else if (!fits(question)) is('is not complete, or has a link that is not http, https, mailto or tel')
    for (const name of unnamed(question)) is(`has a condition on "${name}", which is no question before it`)
    known.add(id)
  }
  for (const [index, ending] of (endings ?? []).entries()) {
    const is = (problem: string) => problems.push(`ending ${index + 1} ${problem}`)
    for (const name of unnamed(ending)) is(`has a condition on "${name}", which is no question`)
    if (ending?.link && !safeUrl(ending.link.href)) is('has a link that is not http, https, mailto or tel')
  }
  if (review && !safeUrl(review.href)) problems.push('the review has a link that is not http, https, mailto or tel')
  if (language && locale.code === 'en' && !/^(en|auto)/i.test(language))
    problems.push(`the language "${language}" is not there`)
  return problems
}

/** The conditions of a question or an ending, those of its texts' variants among them. */
const conditionsIn = (part: unknown): unknown[] =>
  part && typeof part === 'object'
    ? Object.entries(part).flatMap(([key, inner]) => (key === 'if' ? [inner] : conditionsIn(inner)))
    : []

/** The questions that a condition looks at. */
function namesIn(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(namesIn)
  if (!condition || typeof condition !== 'object') return []
  return Object.entries(condition).flatMap(([key, operand]) =>
    /^\$(and|or|not)$/.test(key) ? namesIn(operand) : key[0] === '$' ? [] : [key.split('.')[0]!],
  )
}
