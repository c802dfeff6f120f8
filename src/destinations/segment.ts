import type { Format } from '../contracts'
import { stringify } from '../stringify'

/**
 * A track call: https://www.twilio.com/docs/segment/connections/sources/catalog/libraries/server/http-api#track. Each
 * answer is a property by its question's id, and the whole response is there too. The write key goes into the
 * destination's `headers`, or into its URL where the receiver takes it there.
 */
export const segment: Format = response => ({
  type: 'application/json',
  body: stringify({
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
