import type { Prepare } from '../src/contracts'
import { fetchParts, late } from './late'
import { surveyOf } from './mount'
import { partsOf } from './questions'

/**
 * Fetches what the first step cannot do without; the rest comes once it is drawn. A survey that the page's own modal
 * dialog would make unusable waits until that is closed.
 */
export const prepare: Prepare = async (
  { touchpoint, left, into },
  { config: { theme, words } },
  load,
  matches,
  locale,
) => {
  const { survey, placement } = touchpoint
  const { questions } = surveyOf(survey)
  const first = questions.find(question => !question.if || matches(question.if, {}))
  const parts = left ? questions.flatMap(partsOf) : first ? partsOf(first) : []
  await fetchParts(
    [
      ...parts,
      ...(words || late.more || first?.optional || left ? (['more'] as const) : []),
      ...(theme || !/popover|inline/.test(placement.kind) ? (['places'] as const) : []),
    ],
    load,
    locale,
    words,
  )
  if (!into && placement.kind !== 'inline') while (hasDialog()) await change()
}

/** The page shows a modal dialog, the browser's or its own. */
const hasDialog = () =>
  [...document.querySelectorAll('dialog[open],[aria-modal=true]')].some(
    element => element.getClientRects().length && (element.ariaModal === 'true' || element.matches(':modal')),
  )

/** The next time anything in the page is added, taken away or altered. */
const change = () =>
  new Promise<void>(resolve => {
    const observer = new MutationObserver(() => {
      observer.disconnect()
      resolve()
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
