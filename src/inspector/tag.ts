import type { Everything } from '../contracts'
import { type Problem, problemsOf } from './problems'

/**
 * What is wrong with the configuration, and before it with the script tag. Of a document that cannot be read nothing
 * counts, and boot has said so in the console before anybody could listen.
 */
export async function allProblems({ env: { window }, settings, pulso }: Everything): Promise<Problem[]> {
  const problems = problemsOf(settings.config)
  // A bundle has no tag.
  if (!('push' in pulso)) return problems
  const find = (selector: string) => window.document.querySelector<HTMLElement>(`script${selector}`)
  const inline = find('[type="application/json"][data-pulso]')
  const { config } = find('[src*=pulso][data-config]')?.dataset ?? {}
  try {
    if (inline) JSON.parse(inline.textContent!)
    else if (config) {
      const answer = await window.fetch(config)
      if (!answer.ok) throw new Error(`the status is ${answer.status}`)
      await answer.json()
    }
  } catch (cause) {
    const path = inline ? 'The JSON in the page' : config!
    return [{ path, text: `it cannot be read, so nothing counts: ${cause}` }]
  }
  const text = 'it counts only together with data-survey, which says what is asked.'
  return find('[src*=pulso][data-on]:not([data-survey])') ? [{ path: 'data-on', text }, ...problems] : problems
}
