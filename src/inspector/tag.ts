import type { Everything } from '../contracts'
import type { Problem } from './problems'

/**
 * What is wrong with the script tag and the document that it reads, so that what is written there does not count. Boot
 * has said so in the console before anybody could listen.
 */
export async function problemsOfTag({ env: { window }, pulso }: Pick<Everything, 'env' | 'pulso'>): Promise<Problem[]> {
  // A bundle reads neither.
  if (!('push' in pulso)) return []
  const find = (selector: string) => window.document.querySelector<HTMLElement>(`script${selector}`)
  const inline = find('[type="application/json"][data-pulso]')
  const { config } = find('[data-config]')?.dataset ?? {}
  try {
    if (inline) JSON.parse(inline.textContent!)
    else if (config) {
      const answer = await window.fetch(config)
      if (!answer.ok) throw new Error(`the status is ${answer.status}`)
      await answer.json()
    }
  } catch (cause) {
    const path = inline ? 'The JSON in the page' : config!
    return [{ path, text: `it cannot be read, so nothing of it counts: ${cause}` }]
  }
  const text = 'it counts only together with data-survey, which says what is asked.'
  return find('[data-on]:not([data-survey])') ? [{ path: 'data-on', text }] : []
}
