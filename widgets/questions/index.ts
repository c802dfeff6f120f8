/**
 * Every kind of question by its word. An nps is here from the start; the others are fetched when a survey has them.
 * @module
 */
import type { Question } from '../../src/contracts'
import { late } from '../late'
import type { Kind } from './kind'
import { nps } from './nps'

const early = 'csat ces stars emoji thumbs text'.split(' ')

/** The parts that a question comes with. */
export const partsOf = (question: Question): ('more' | 'kinds')[] =>
  question?.kind === 'nps' ? [] : early.includes(question?.kind) ? ['more'] : ['more', 'kinds']

/** The kind of a question; undefined when this version does not know it, or it has not arrived. */
export function kindOf(question: Question): Kind<Question> | undefined {
  const kinds = { nps, ...late.more?.kinds, ...late.kinds?.kinds }
  const word = question?.kind as 'nps'
  return Object.hasOwn(kinds, word) ? (kinds[word] as unknown as Kind<Question>) : undefined
}

/** Whether a question can be asked: its kind is known, and it is complete. */
export function fits(question: Question): boolean {
  const kind = kindOf(question)
  return !!kind && kind.fits?.(question) !== false
}
