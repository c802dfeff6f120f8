import type { TouchpointSettings } from '../config'
import type { Everything } from '../contracts'
import { subjectOf } from '../eligibility/visitor'
import type { Channel, Survey } from '../schema'

export const channels = ['web', 'chat', 'email', 'kiosk', 'qr', 'app'] satisfies Channel[]

/** So long after it was answered or closed the same link is taken for a page that was loaded again. */
const AGAIN_MS = 36e5
const presets = /^(nps|csat|ces|stars|feedback)$/
const scales = /^(nps|csat|ces|stars|emoji|thumbs|rating)$/

/**
 * Follows a link from an e-mail or a QR code, `?pulso=delivery&nps=9&order_id=A7&channel=email`: the visitor came to be
 * asked, so the survey is shown whatever the rests say, but not about the same order twice, nor once more as the page is
 * loaded again after the answer, nor while it is switched off or out of its schedule. What the link answers is only
 * entered: nothing counts until somebody acts on the page, so programs that follow links cast no votes. Returns the
 * touchpoint that it shows.
 */
export function followLink({
  env,
  find,
  presenter,
  settings,
  verdict,
  visitor,
  warn,
}: Everything): TouchpointSettings | undefined {
  const query = new URLSearchParams(env.window.location.search)
  const id = query.get('pulso')
  if (!id || id === 'debug') return
  const { touchpoints, surveys } = settings
  if (!touchpoints.some(one => one.id === id) && !Object.hasOwn(surveys, id) && !presets.test(id)) {
    warn('bad-link', `no touchpoint or survey is called "${id}"`)
    return
  }
  const touchpoint = find(id)
  if (!touchpoint) return
  const kinds = kindsOf(touchpoint.survey)
  const answers: Record<string, unknown> = {}
  const properties: Record<string, unknown> = {}
  for (const [name, value] of query) {
    if (name === 'pulso' || name === 'channel' || /^utm_/.test(name)) continue
    const kind = Object.hasOwn(kinds, name) ? kinds[name]! : ''
    if (scales.test(kind) && /^\d{1,2}$/.test(value)) answers[name] = Number(value)
    else if (kind === 'text') answers[name] = value
    else if (kind) warn('bad-link', `"${name}" cannot be answered by a link`)
    else if (/^(order|conversation|transaction)_id$/.test(name)) properties[name] = value
  }
  const asking = { touchpoint, event: { kind: 'link', name: id, properties }, answers, force: true }
  const { seen, asked } = visitor.read()
  const { shown = -Infinity, dismissed = -Infinity, answered = -Infinity } = seen[touchpoint.id] ?? {}
  const subject = subjectOf(asking.event)
  const acted = Math.max(dismissed, answered)
  const since = env.now() - acted
  const isOver = !subject && since >= 0 && since < AGAIN_MS
  // Loaded again before anybody has acted, it is the same asking.
  const isOpen = shown > acted && asked[asked.length - 1] === `${touchpoint.id} ${subject}`
  const isFresh = verdict(asking).every(
    ({ gate, pass }) => pass || !/^(subject|enabled|schedule|busy)$/.test(gate) || (isOpen && gate === 'subject'),
  )
  if (isOver || !isFresh) return
  presenter.show(asking)
  return touchpoint
}

/** The channel that the link says it came through. */
export function linkedChannel(search: string): Channel | undefined {
  const query = new URLSearchParams(search)
  return query.has('pulso') ? channels.find(one => one === query.get('channel')) : undefined
}

/** The kinds of a survey's questions, by their ids. A preset's are known by its word. */
function kindsOf(survey: string | Survey): Record<string, string> {
  if (typeof survey === 'string')
    return survey === 'feedback' ? { feedback: 'text' } : { [survey]: survey, why: 'text' }
  return Object.fromEntries(survey.questions.map(question => [question?.id, question?.kind]))
}
