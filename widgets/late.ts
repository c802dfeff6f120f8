import type { ComponentChild } from 'preact'
import type {
  Exposure,
  ExposureEvents,
  ExposureHandle,
  FirstWords,
  Load,
  OtherWords,
  Stop,
  SurveyEvents,
} from '../src/contracts'
import type { Tree } from './jsx-runtime'
import type { spoken } from './kinds/spoken'
import type { firstOf, giveBack } from './more/focus'
import type { untilSent } from './more/sending'
import type { PlaceContext } from './places'
import type { TabPlacement } from './places/tab'
import type { Kind } from './questions/kind'
import type { redactAnswer } from './redact'
import type { tell } from './review'
import type { StepProps } from './survey'
import type { Wear } from './theme/dress'
import type { translate } from './words'

/** Kinds of question by their word. */
export type Kinds = Record<string, Kind<never>>

/** `more`: what comes after the first tap, and the kinds that most surveys are made of. */
export interface More {
  kinds: Kinds
  css: string
  /** Brings what is drawn up to date, and keeps its keys from the page. */
  render(tree: Tree, into: HTMLElement): void
  /** Waits for what memory alone could keep. */
  untilSent: typeof untilSent
  /** What takes the focus when a step comes. */
  firstOf: typeof firstOf
  /** Gives the focus back when a card goes. */
  giveBack: typeof giveBack
  /** Above the question: how far along. */
  Top(props: StepProps): ComponentChild
  /** Below it: what is wrong, and the ways on and back; below the thank-you, its link. */
  Foot(props: StepProps): ComponentChild
}

/** `kinds`: the other kinds. */
export interface Others {
  /** Has a text name the answers by their words. */
  spoken: typeof spoken
  kinds: Kinds
  css: string
}

/** `places`: other placements than a corner, and what a small screen or a theme asks for. */
export interface Places {
  css: string
  /** Makes a drawn survey behave as its place asks; returns the way to stop. */
  place(context: PlaceContext): Stop
  /** A button at the side that opens the survey. */
  tab(
    exposure: Exposure,
    placement: TabPlacement,
    brand: string,
    again: ExposureEvents['again'],
    wear: Wear,
    warn: SurveyEvents['warn'],
  ): ExposureHandle
}

/** `redact`: takes persons out of free text. */
export interface Redact {
  redactAnswer: typeof redactAnswer
}

/** `words`: puts a language into the site's own words. */
export interface Words {
  translate: typeof translate
}

/** `review`: tells what of a survey as it is written cannot be used. */
export interface Review {
  tell: typeof tell
}

/** What has arrived of the parts that are fetched when a survey needs them. */
export const late: {
  more?: More
  kinds?: Others
  places?: Places
  redact?: Redact
  words?: Words
  review?: Review
} = {}

/** Fetches parts; a part that is here is not fetched again. `more` is not here before the words that it speaks. */
export const fetchParts = (
  names: readonly (keyof typeof late)[],
  load: Load['part'],
  locale: FirstWords & Partial<OtherWords>,
): Promise<unknown> =>
  Promise.all(
    names.map(async name => {
      const [part, words] = await Promise.all([
        late[name] ?? load(name),
        name === 'more' && !locale.left
          ? (load(`locales/${locale.code}.more`) as Promise<{ default: OtherWords }>)
          : undefined,
      ])
      late[name] = part as never
      Object.assign(locale, words?.default)
    }),
  )
