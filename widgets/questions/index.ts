/**
 * Every kind of question by its word.
 * @module
 */
import type { Question } from '../../src/contracts'
import type { Kind } from './kind'
import { nps } from './nps'
import { text } from './text'

const kinds = { nps, text }

/** The kind of a question; undefined when this version does not know it. */
export const kindOf = (question: Question): Kind<Question> | undefined =>
  Object.hasOwn(kinds, question.kind) ? (kinds[question.kind] as Kind<Question>) : undefined
