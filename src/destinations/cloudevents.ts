import type { Format } from '../contracts'
import { stringify } from '../stringify'

/** One structured event, CloudEvents 1.0: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md */
export const cloudevents: Format = response => ({
  type: 'application/cloudevents+json',
  body: stringify({
    specversion: '1.0',
    id: `${response.id}.${response.revision}`,
    source: response.page?.url ?? 'pulso',
    type: `pulso.response.${response.status}`,
    subject: response.touchpoint.id,
    time: response.updatedAt,
    datacontenttype: 'application/json',
    data: response,
  }),
})
