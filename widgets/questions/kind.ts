import type { ComponentChild } from 'preact'
import type { Answer, Locale, Question } from '../../src/contracts'
import type { Wording } from '../../src/schema'

/** What a question on screen is given. It keeps nothing itself: what it is told it shows, what it hears it tells. */
export interface QuestionProps<Q extends Question> {
  question: Q
  locale: Locale
  say(wording: Wording | undefined): string
  /** The language that a wording is said in: not the survey's own where that is missing. */
  langOf(wording: Wording | undefined): string | undefined
  /** What the visitor has entered so far. */
  draft: unknown
  invalid: boolean
  /** The ids of what describes it, for `aria-describedby`. */
  describedBy: string | undefined
  /** A number that is the same for as long as the survey stands, for what is shuffled. */
  seed: number
  /** Takes what was entered; those who listen are told `said`. */
  edit(draft: unknown, said?: string): void
  /** Gives the answer, once: while one is being kept, others go unheard. */
  commit(draft: unknown): void
}

/** What an entry is worth: its value, and what else travels with it. */
export type Reading = Pick<Answer, 'value'> & Partial<Answer>

/** One kind of question. */
export interface Kind<Q extends Question> {
  /** The wording of a question without a title. */
  title(locale: Locale, question: Q): Wording
  /** Picking is answering, so there is no button to go on. */
  oneTap?: boolean
  /** It is one field with the id `field`, which the title labels. */
  field?: boolean
  /** There is nothing to answer. */
  silent?: boolean
  /** Whether it can be asked as it is written. */
  fits?(question: Q): boolean
  /** What a draft is worth; undefined when it is no answer yet. */
  read(draft: never, question: Q, locale: Locale, seed: number): Reading | undefined
  /** What is wrong with a draft, in words that say how to mend it. */
  problem?(draft: never, question: Q, locale: Locale): string | false | undefined
  /** Its controls are named by the element `title`. */
  View(props: QuestionProps<Q>): ComponentChild
}
