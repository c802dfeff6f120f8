import type { Response } from '../../src/schema'
import type { Tables } from './migrations'
import type { Comment } from './store'

type Row = Tables['responses']

/** The row that keeps a response. Pure. */
export function toRow(response: Response, receivedAt: Date): Row {
  const { id, revision, status, touchpoint, survey, channel, locale, answers } = response
  const score = answers.find(answer => answer.kind === 'nps')
  const updatedAt = earlier(response.updatedAt, receivedAt).toISOString()
  return {
    id,
    revision,
    status,
    touchpoint: plain(touchpoint.id),
    stage: touchpoint.stage === undefined ? null : plain(touchpoint.stage),
    survey: plain(survey.id),
    channel: plain(channel),
    locale: plain(locale),
    nps: score ? Number(score.value) : null,
    body: JSON.stringify(response),
    received_at: receivedAt.toISOString(),
    updated_at: updatedAt,
    commented_at: writtenAnswers(response).length > 0 ? updatedAt : null,
  }
}

/** The comments that a row's response holds, in the order of its answers. Pure. */
export function toComments(row: Pick<Row, 'id' | 'body' | 'touchpoint' | 'locale' | 'nps' | 'updated_at'>): Comment[] {
  return writtenAnswers(JSON.parse(row.body) as Response).map(answer => ({
    key: `${row.id}.${answer.question}`,
    text: answer.value as string,
    nps: row.nps === null ? null : Number(row.nps),
    touchpoint: row.touchpoint,
    locale: row.locale,
    at: row.updated_at,
  }))
}

function writtenAnswers(response: Response) {
  return response.answers.filter(({ kind, value }) => kind === 'text' && String(value).trim() !== '')
}

/** A visitor's clock that runs ahead must not pin an answer to the top of every list. */
function earlier(claimed: string, receivedAt: Date) {
  const at = new Date(claimed)
  return at < receivedAt ? at : receivedAt
}

/** PostgreSQL refuses U+0000 in text; the body keeps it, as an escape. */
function plain(text: string) {
  return text.replaceAll('\0', '')
}
