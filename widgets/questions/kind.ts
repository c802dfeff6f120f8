import type { ComponentChild } from 'preact'
import type { Locale, Question } from '../../src/contracts'
import type { Wording } from '../../src/schema'

/** What a question on screen is given. It keeps nothing itself: what it is told it shows, what it hears it tells. */
export interface QuestionProps<Q extends Question> {
  question: Q
  locale: Locale
  say(wording: Wording | undefined): string
  /** What the visitor has entered so far. */
  draft: unknown
  invalid: boolean
  /** The ids of what describes it, for `aria-describedby`. */
  describedBy: string | undefined
  edit(draft: unknown): void
  /** Gives the answer, once: while one is being kept, others go unheard. */
  commit(value: unknown): void
}

/** One kind of question. */
export interface Kind<Q extends Question> {
  /** The wording of a question without a title. */
  title(locale: Locale): string
  /** The ends of the scale, as they travel on the answer. */
  scale?: [number, number]
  /** Picking is answering, so there is no button to go on. */
  oneTap?: boolean
  /** What a draft is worth as an answer; undefined when it is none yet. */
  read(draft: unknown): unknown
  /** Its first control is named by the element `title`; a single field has the id `field`. */
  View(props: QuestionProps<Q>): ComponentChild
}
