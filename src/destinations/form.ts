import type { Format } from '../contracts'
import { stringify } from '../stringify'

/** URL-encoded fields, one an answer, for receivers that know forms: Apps Script, Zapier. `response` is the whole as JSON. */
export const form: Format = response => {
  const { id, revision, status, touchpoint, survey, locale, updatedAt, page } = response
  const fields = new URLSearchParams({
    id,
    revision: `${revision}`,
    status,
    touchpoint: touchpoint.id,
    survey: survey.id,
    locale,
    updatedAt,
    page: page?.url ?? '',
  })
  for (const { question, value } of response.answers)
    fields.append(question, typeof value === 'object' ? stringify(value) : `${value}`)
  fields.append('response', stringify(response))
  return { body: `${fields}`, type: 'application/x-www-form-urlencoded;charset=UTF-8' }
}
