import type { Locale, Prepare } from '../src/contracts'
import { dialogsOf } from '../src/dialog'
import { fetchParts, late } from './late'
import { surveyOf } from './mount'
import { fits, partsOf } from './questions'

/**
 * Fetches what the first step cannot do without; the rest comes once it is drawn. A survey that the page's own modal
 * dialog would make unusable waits until that is closed.
 */
export const prepare: Prepare = async (
  { touchpoint, left, into, force },
  { config: { words, theme, optOut }, privacy: { redact } },
  load,
  matches,
  locale,
) => {
  const { placement } = touchpoint
  const { questions } = surveyOf(touchpoint.survey)
  const first = questions.find(question => !question.if || matches(question.if, {}))!
  // Where the first cannot be asked another may, of any kind.
  const parts = left || !fits(first) ? questions.flatMap(partsOf) : []
  await fetchParts(
    [
      ...parts,
      ...(words || optOut || late.more || first?.optional || left ? (['more'] as const) : []),
      ...(words ? (['words'] as const) : []),
      ...(redact ? (['redact'] as const) : []),
      ...(theme || !/popover|inline/.test(placement.kind) ? (['places'] as const) : []),
    ],
    load,
    locale,
  )
  if (words) Object.assign(locale, late.words!.translate(locale as Locale, words))
  if (!into && placement.kind !== 'inline' && dialogsOf(document)[0])
    await (await load('modal')).untilClosed(document, force)
}
