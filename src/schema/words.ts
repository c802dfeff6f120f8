import * as z from 'zod/mini'

/** A length of time: a whole number and `s`, `m`, `h` or `d`, for example `"30d"`. */
export const Duration = z
  .string()
  .check(z.regex(/^\d+(s|m|h|d)$/, 'use a whole number and s, m, h or d, for example "30d"'))

/**
 * A test on named values, in MongoDB's query words: `{ "value": { "$gte": 50 } }`.
 * Keys are dotted paths; `$and`, `$or` and `$not` combine; a bare value means `$eq`.
 */
export const Condition = z.record(z.string(), z.unknown())

/** Plain text: one string for everybody, or one by language: `{ "en": "…", "es": "…" }`. Never HTML. */
export const Text = z.union([z.string(), z.record(z.string(), z.string())])

/** A text, or several variants of which the first whose `if` holds is shown. */
export const Wording = z.union([Text, z.array(z.object({ if: z.optional(Condition), text: Text }))])

/** How often one visitor may be asked, at one touchpoint or by one survey wherever it is used. */
export const Frequency = z.object({
  /** Most times ever. Default 3. */
  max: z.optional(z.int().check(z.minimum(1))),
  /** Rest after it was shown, whatever came of it. Default `"7d"`. */
  afterShown: z.optional(Duration),
  /** Rest after it was closed unanswered. Default `"30d"`. */
  afterDismissed: z.optional(Duration),
  /** Rest after it was answered. Default `"90d"`. */
  afterAnswered: z.optional(Duration),
})

export type Duration = z.infer<typeof Duration>
export type Condition = z.infer<typeof Condition>
export type Text = z.infer<typeof Text>
export type Wording = z.infer<typeof Wording>
export type Frequency = z.infer<typeof Frequency>
