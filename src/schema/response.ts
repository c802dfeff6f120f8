import * as z from 'zod/mini'
import { Status } from './config'

const short = z.string().check(z.maxLength(256))
const time = z.iso.datetime()

/** One answered question. A known kind holds its value to its scale; other kinds pass as they are. */
export const Answer = z
  .looseObject({
    question: short,
    kind: short,
    value: z.json(),
    /** The ends of the scale that was shown. */
    scale: z.optional(z.tuple([z.number(), z.number()])),
    /** Milliseconds from seeing the question to answering it. */
    ms: z.optional(z.number().check(z.minimum(0))),
  })
  .check(context => {
    const { kind, value } = context.value
    const wrong = (message: string) => context.issues.push({ code: 'custom', input: value, path: ['value'], message })
    if (kind === 'nps' && !(Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 10))
      wrong('an nps answer is a whole number from 0 to 10')
    if (kind === 'text' && typeof value !== 'string') wrong('a text answer is a string')
  })

/**
 * What an endpoint receives: always the full state of one exposure. Receivers keep the highest `revision` of each
 * `id` and need nothing else. Fields that this version does not know pass through.
 */
export const Response = z.looseObject({
  id: z.string().check(z.regex(/^[\w-]{8,64}$/, 'use 8 to 64 letters, digits, _ or -')),
  revision: z.int().check(z.minimum(1)),
  status: Status,
  endedBy: z.optional(z.enum(['submit', 'close', 'leave', 'timeout'])),
  touchpoint: z.looseObject({ id: short, stage: z.optional(short) }),
  survey: z.looseObject({ id: short, version: z.optional(short) }),
  channel: short,
  locale: short,
  answers: z.array(Answer).check(z.maxLength(100)),
  respondent: z.optional(z.looseObject({ anonymousId: z.optional(short), userId: z.optional(short) })),
  trigger: z.optional(
    z.looseObject({ kind: short, name: z.optional(short), properties: z.optional(z.record(z.string(), z.json())) }),
  ),
  page: z.optional(
    z.looseObject({ url: z.optional(z.string()), title: z.optional(z.string()), referrer: z.optional(z.string()) }),
  ),
  device: z.optional(
    z.looseObject({
      type: z.optional(short),
      viewport: z.optional(z.tuple([z.number(), z.number()])),
      language: z.optional(short),
      timeZone: z.optional(short),
    }),
  ),
  shownAt: time,
  startedAt: z.optional(time),
  updatedAt: time,
  completedAt: z.optional(time),
  sdk: z.optional(z.looseObject({ name: short, version: short })),
})

export type Answer = z.infer<typeof Answer>
export type Response = z.infer<typeof Response>
