import type { Format } from '../contracts'
import { stringify } from '../stringify'

/**
 * A track call: https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/server/http-api#track. Each
 * answer is a property by its question's id, and the whole response is there too. The write key goes into the call, or,
 * for receivers that want it there, into the destination's `headers`.
 */
export const segment: Format = (response, { writeKey } = {}) => ({
  type: writeKey ? 'text/plain' : 'application/json',
  body: stringify({
    writeKey,
    type: 'track',
    event: `Survey ${response.status === 'complete' ? 'Completed' : response.status === 'partial' ? 'Answered' : response.status === 'dismissed' ? 'Dismissed' : 'Shown'}`,
    messageId: `${response.id}.${response.revision}`,
    anonymousId: response.respondent?.anonymousId ?? response.id,
    ...(response.respondent?.userId && { userId: response.respondent.userId }),
    timestamp: response.updatedAt,
    properties: {
      ...Object.fromEntries(response.answers.map(({ question, value }) => [question, value])),
      touchpoint: response.touchpoint.id,
      survey: response.survey.id,
      response,
    },
    context: { page: response.page, locale: response.locale, library: response.sdk },
  }),
})
