import * as z from 'zod/mini'
import { Condition, Frequency, Wording } from './words'

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

const scale = {
  ...common,
  /** What stands at the ends. */
  low: z.optional(Wording),
  high: z.optional(Wording),
  /** Which way the scale runs. Default: as the language does. It travels on the answer. */
  direction: z.optional(z.enum(['ltr', 'rtl'])),
  /** Marks what the score is about: an importance is drawn against the satisfaction with the same thing. */
  metric: z.optional(z.enum(['importance'])),
}

/** "How likely are you to recommend …?", 0 to 10. Without a title, the wording of the visitor's language. */
export const NpsQuestion = z.object({ ...scale, kind: z.literal('nps') })

/** "How satisfied are you …?", 1 to 5. */
export const CsatQuestion = z.object({
  ...scale,
  kind: z.literal('csat'),
  /** Default `"faces"`. */
  look: z.optional(z.enum(['faces', 'stars', 'numbers'])),
  /** 4 leaves out the middle. Default 5. */
  points: z.optional(z.literal([4, 5])),
})

/** "… made it easy for me …", from 1, strongly disagree, to 7, strongly agree. */
export const CesQuestion = z.object({ ...scale, kind: z.literal('ces') })

/** One to so many stars. */
export const StarsQuestion = z.object({
  ...scale,
  kind: z.literal('stars'),
  /** Default 5. */
  points: z.optional(z.int().check(z.minimum(2), z.maximum(10))),
})

/** Five feelings, from 1, very unhappy, to 5, very happy. */
export const EmojiQuestion = z.object({ ...scale, kind: z.literal('emoji') })

/** A thumb down is 0, a thumb up is 1. */
export const ThumbsQuestion = z.object({ ...scale, kind: z.literal('thumbs') })

/** From 1 to so many points, with whatever the ends mean. */
export const RatingQuestion = z.object({
  ...scale,
  kind: z.literal('rating'),
  /** Default 5. */
  points: z.optional(z.int().check(z.minimum(2), z.maximum(11))),
  /** The lowest. Default 1. */
  from: z.optional(z.literal([0, 1])),
})

/** An answer in the visitor's own words. */
export const TextQuestion = z.object({
  ...common,
  kind: z.literal('text'),
  /** What may be written. Default `"long"`, several lines. */
  input: z.optional(z.enum(['long', 'short', 'email', 'number', 'url'])),
  placeholder: z.optional(Wording),
  /** Shortest answer, in characters. */
  minLength: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
  /** Longest answer, in characters; what is left is shown. Default 2000. */
  maxLength: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
  /** The range of a number. */
  min: z.optional(z.number()),
  max: z.optional(z.number()),
})

/** One of several to choose: its id travels, its label is shown. A string is both. */
export const Choice = z.union([
  z.string(),
  z.object({
    id,
    label: Wording,
    /** Keeps its place when the others are shuffled. */
    pinned: z.optional(z.boolean()),
  }),
])

const choices = z.array(Choice).check(z.minLength(1), z.maxLength(50))

/** One or several of the choices. The answer is an id, or a list of ids in the order of the survey. */
export const ChoiceQuestion = z.object({
  ...common,
  kind: z.literal('choice'),
  choices,
  multiple: z.optional(z.boolean()),
  /** How many, when several may be chosen. */
  min: z.optional(z.int().check(z.minimum(1))),
  max: z.optional(z.int().check(z.minimum(1))),
  /** One more choice, `"other"`, with a field for the visitor's own words. */
  other: z.optional(z.union([z.boolean(), Wording])),
  /** In random order, so that no choice gains from its place. */
  shuffle: z.optional(z.boolean()),
})

/** The choices in the visitor's order, the dearest first. The answer is a list of ids. */
export const RankingQuestion = z.object({
  ...common,
  kind: z.literal('ranking'),
  choices,
  shuffle: z.optional(z.boolean()),
})

const asked = z.optional(z.enum(['required', 'optional', 'hidden']))

/** How to reach the visitor. The answer is `{ name, email, phone, consent }`, as far as given. */
export const ContactQuestion = z.object({
  ...common,
  kind: z.literal('contact'),
  /** Default: name optional, e-mail required, phone hidden. */
  fields: z.optional(z.object({ name: asked, email: asked, phone: asked })),
  /** What the visitor agrees to by ticking the box; without it the language's own line. */
  consent: z.optional(Wording),
})

/** A box to tick. The answer is `true`. */
export const ConsentQuestion = z.object({ ...common, kind: z.literal('consent'), label: Wording })

/** Something to read; it has no answer. */
export const MessageQuestion = z.object({ ...common, kind: z.literal('message') })

/** A link to open in a new tab. The answer is `true` once it was opened. */
export const LinkQuestion = z.object({
  ...common,
  kind: z.literal('link'),
  /** http, https, mailto or tel. */
  href: z.string(),
  text: z.optional(Wording),
})

/** One question; its `kind` says which. */
export const Question = z.discriminatedUnion('kind', [
  NpsQuestion,
  CsatQuestion,
  CesQuestion,
  StarsQuestion,
  EmojiQuestion,
  ThumbsQuestion,
  RatingQuestion,
  TextQuestion,
  ChoiceQuestion,
  RankingQuestion,
  ContactQuestion,
  ConsentQuestion,
  MessageQuestion,
  LinkQuestion,
])

/** Somewhere to go on to. */
export const SurveyLink = z.object({
  text: Wording,
  /** http, https, mailto or tel. */
  href: z.string(),
})

/** What is shown after the last question: the first ending whose `if` holds. */
export const Ending = z.object({
  if: z.optional(Condition),
  title: z.optional(Wording),
  description: z.optional(Wording),
  /** In place of the survey's `review`. */
  link: z.optional(SurveyLink),
  /** Whether a floating survey leaves by itself a few seconds later, unless the visitor stays with it. Default true. */
  autoClose: z.optional(z.boolean()),
})

/** What to ask: questions in order, then a thank-you. */
export const Survey = z.object({
  id: z.optional(id),
  /** Travels on the response, so that two wordings can be told apart. */
  version: z.optional(z.string()),
  /** What it is about, for rests between surveys of a kind. */
  tags: z.optional(z.array(z.string())),
  /** How often one visitor may be asked it, over all touchpoints that use it. Default: as often as those allow. */
  frequency: z.optional(Frequency),
  questions: z.array(Question).check(z.minLength(1)),
  endings: z.optional(z.array(Ending)),
  /** Where to write a review: offered at the end to everyone, whatever they answered. Its `text` may have variants. */
  review: z.optional(SurveyLink),
})

/** Complete, localised surveys that one word stands for. */
export const Preset = z.enum(['nps', 'csat', 'ces', 'stars', 'feedback'])

export type NpsQuestion = z.infer<typeof NpsQuestion>
export type CsatQuestion = z.infer<typeof CsatQuestion>
export type CesQuestion = z.infer<typeof CesQuestion>
export type StarsQuestion = z.infer<typeof StarsQuestion>
export type EmojiQuestion = z.infer<typeof EmojiQuestion>
export type ThumbsQuestion = z.infer<typeof ThumbsQuestion>
export type RatingQuestion = z.infer<typeof RatingQuestion>
export type TextQuestion = z.infer<typeof TextQuestion>
export type Choice = z.infer<typeof Choice>
export type ChoiceQuestion = z.infer<typeof ChoiceQuestion>
export type RankingQuestion = z.infer<typeof RankingQuestion>
export type ContactQuestion = z.infer<typeof ContactQuestion>
export type ConsentQuestion = z.infer<typeof ConsentQuestion>
export type MessageQuestion = z.infer<typeof MessageQuestion>
export type LinkQuestion = z.infer<typeof LinkQuestion>
export type Question = z.infer<typeof Question>
export type Ending = z.infer<typeof Ending>
export type Survey = z.infer<typeof Survey>
export type Preset = z.infer<typeof Preset>
