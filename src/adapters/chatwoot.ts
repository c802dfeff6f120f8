import type { Adapter } from '../contracts'
import { chatEvents } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

interface Message {
  conversation_id?: number
  sender_type?: string
  content_type?: string
  content_attributes?: { submitted_values?: { csat_survey_response?: { rating?: unknown } } }
}

/**
 * Chatwoot tells no end: its panel's closing counts, once an agent (no bot) has written. When a conversation is resolved
 * Chatwoot may ask for a rating itself, in a message of a type of its own; then it is not asked about again.
 * https://github.com/orgs/chatwoot/discussions/9733
 */
export const chatwoot: Adapter<ChatOptions> = (pulso, options) =>
  chatEvents(pulso, options, {
    'chatwoot:on-start-conversation': ['started'],
    'chatwoot:opened': ['open'],
    'chatwoot:closed': ['closed'],
    'chatwoot:on-message'({ conversation_id: id, sender_type, content_type, content_attributes }: Message) {
      if (content_type !== 'input_csat') return sender_type === 'User' && ['heard', id]
      const response = content_attributes?.submitted_values?.csat_survey_response
      return response ? ['rated', id, response.rating] : ['asks', id]
    },
  })
