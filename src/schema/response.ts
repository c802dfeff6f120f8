import * as z from 'zod/mini'
import { Status } from './config'

const short = z.string().check(z.maxLength(256))
/** What a site has named. No answer is refused for its labels: a number is taken as text, and what is too long is cut. */
const label = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform(value => `${value}`.slice(0, 256)),
)
/** A label that an answer can do without: what is none is left out. */
const extra = z.catch(z.optional(label), undefined)
const time = z.iso.datetime()

const whole = (from: number, to: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= from && (value as number) <= to
const texts = (value: unknown) => Array.isArray(value) && value.every(one => typeof one === 'string')

/** What the answer to a kind of question looks like, as a test and in words. */
const shapes: Record<string, [fits: (value: unknown) => boolean, words: string]> = {
  nps: [whole(0, 10), 'a whole number from 0 to 10'],
  csat: [whole(1, 5), 'a whole number from 1 to 5'],
  ces: [whole(1, 7), 'a whole number from 1 to 7'],
  stars: [whole(1, 10), 'a whole number from 1 to 10'],
  emoji: [whole(1, 5), 'a whole number from 1 to 5'],
  thumbs: [whole(0, 1), '0 or 1'],
  rating: [whole(0, 11), 'a whole number from 0 to 11'],
  text: [value => typeof value === 'string' || typeof value === 'number', 'a string, or a number'],
  choice: [value => typeof value === 'string' || texts(value), 'an id or a list of ids'],
  ranking: [texts, 'a list of ids'],
  contact: [value => typeof value === 'object' && value !== null && !Array.isArray(value), 'an object'],
  consent: [value => typeof value === 'boolean', 'true or false'],
  link: [value => typeof value === 'boolean', 'true or false'],
}

/** One answered question. A known kind holds its value to its scale; other kinds pass as they are. */
export const Answer = z
  .looseObject({
    question: label,
    kind: label,
    value: z.json(),
    /** The ends of the scale that was shown. */
    scale: z.optional(z.tuple([z.number(), z.number()])),
    /** Which way it ran. */
    direction: z.catch(z.optional(z.enum(['ltr', 'rtl'])), undefined),
    metric: extra,
    /** What was written beside the choice "other". */
    other: z.optional(z.string()),
    /** Milliseconds from seeing the question to answering it. */
    ms: z.optional(z.number().check(z.minimum(0))),
  })
  .check(context => {
    const { kind, value } = context.value
    const fits = Object.hasOwn(shapes, kind) && shapes[kind]
    if (fits && !fits[0](value)) {
      const message = `an answer of the kind ${kind} is ${fits[1]}`
      context.issues.push({ code: 'custom', input: value, path: ['value'], message })
    }
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
  touchpoint: z.looseObject({ id: label, stage: extra }),
  survey: z.looseObject({ id: label, version: extra }),
  channel: label,
  locale: label,
  answers: z.array(Answer).check(z.maxLength(100)),
  respondent: z.optional(z.looseObject({ anonymousId: extra, userId: extra })),
  trigger: z.optional(
    z.looseObject({ kind: label, name: extra, properties: z.optional(z.record(z.string(), z.json())) }),
  ),
  /** The last events before it, where the site has them remembered. */
  journey: z.optional(z.array(z.looseObject({ name: label, at: z.optional(time) })).check(z.maxLength(50))),
  /** The campaigns that have brought the visitor here, the first and the last. */
  campaign: z.optional(
    z.looseObject({
      first: z.optional(z.record(z.string(), z.string())),
      last: z.optional(z.record(z.string(), z.string())),
    }),
  ),
  page: z.optional(
    z.looseObject({ url: z.optional(z.string()), title: z.optional(z.string()), referrer: z.optional(z.string()) }),
  ),
  device: z.optional(
    z.looseObject({
      /** Which kiosk it was. */
      id: extra,
      type: extra,
      viewport: z.optional(z.tuple([z.number(), z.number()])),
      language: extra,
      timeZone: extra,
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
