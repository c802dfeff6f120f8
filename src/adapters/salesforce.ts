import type { Adapter } from '../contracts'
import { chatEvents } from './parts/chat'
import type { ChatOptions, Said } from './parts/conversation'

interface Detail {
  conversationId?: string
  conversationEntry?: { entryPayload?: string }
}

/** Far more than a session's status has; what is longer is something else, and is not parsed. */
const longestPayload = 20_000

/**
 * Salesforce Messaging for Web tells an end: the session's status becomes `Ended`, or the conversation is closed.
 * https://developer.salesforce.com/docs/service/messaging-web/guide/event-listeners.html
 */
export const salesforce: Adapter<ChatOptions> = (pulso, options) => {
  let hasEnded = false
  const start = ({ conversationId }: Detail): Said => {
    hasEnded = false
    return ['started', conversationId]
  }
  const end = ({ conversationId }: Detail): Said => {
    hasEnded = true
    return ['ended', conversationId]
  }
  return chatEvents(pulso, options, {
    onEmbeddedMessagingConversationStarted: start,
    onEmbeddedMessagingConversationClosed: end,
    onEmbeddedMessagingSessionStatusUpdate(detail: Detail) {
      const payload = detail.conversationEntry!.entryPayload!
      const { sessionStatus } = payload.length < longestPayload && JSON.parse(payload)
      if (sessionStatus === 'Ended') return end(detail)
      return sessionStatus === 'Active' && hasEnded && start(detail) // the same conversation, a session later
    },
    onEmbeddedMessagingWindowMaximized: ['open'],
    onEmbeddedMessagingWindowMinimized: ['closed'],
    onEmbeddedMessagingWindowClosed: ['closed'],
  })
}
