import * as z from 'zod/mini'
import { Condition, Wording } from './words'

const id = z.string().check(z.minLength(1), z.maxLength(64))

const common = {
  /** Names the answer in the response and in conditions. */
  id,
  /** Asked only while this holds over the answers so far, for example `{ "nps": { "$lte": 6 } }`. */
  if: z.optional(Condition),
  title: z.optional(Wording),
  description: z.optional(Wording),
  /** The visitor may leave it unanswered. */
  optional: z.optional(z.boolean()),
}

/** "How likely are you to recommend …?", 0 to 10. Without a title, the wording of the visitor's language. */
export const NpsQuestion = z.object({
  ...common,
  kind: z.literal('nps'),
  /** What stands at 0 and at 10. */
  low: z.optional(Wording),
  high: z.optional(Wording),
})

/** An answer in the visitor's own words. */
export const TextQuestion = z.object({
  ...common,
  kind: z.literal('text'),
  placeholder: z.optional(Wording),
  /** Longest answer, in characters. Default 2000. */
  maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
})

export const Question = z.discriminatedUnion('kind', [NpsQuestion, TextQuestion])

/** What is shown after the last question: the first ending whose `if` holds. */
export const Ending = z.object({
  if: z.optional(Condition),
  title: z.optional(Wording),
  description: z.optional(Wording),
})

/** What to ask: questions in order, then a thank-you. */
export const Survey = z.object({
  id: z.optional(id),
  /** Travels on the response, so that two wordings can be told apart. */
  version: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  questions: z.array(Question).check(z.minLength(1)),
  endings: z.optional(z.array(Ending)),
})

/** Complete, localised surveys that one word stands for. */
export const Preset = z.enum(['nps'])

export type NpsQuestion = z.infer<typeof NpsQuestion>
export type TextQuestion = z.infer<typeof TextQuestion>
export type Question = z.infer<typeof Question>
export type Ending = z.infer<typeof Ending>
export type Survey = z.infer<typeof Survey>
export type Preset = z.infer<typeof Preset>
