import type { Adapter } from '../contracts'
import { chat, on } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

interface Payload {
  conversation: { conversationId: number }
}

/**
 * HubSpot tells an end: an agent has marked the conversation as closed in the inbox. The visitor's closing of the widget
 * is another event, and no end.
 * https://developers.hubspot.com/docs/api/conversation/chat-widget-sdk
 */
export const hubspot: Adapter<ChatOptions> = (pulso, options) =>
  chat(
    pulso,
    options,
    'HubSpotConversations',
    () => ({
      conversationStarted: (payload: Payload) => ['started', payload.conversation.conversationId],
      conversationClosed: (payload: Payload) => ['ended', payload.conversation.conversationId],
      widgetClosed: ['closed'],
    }),
    on,
  )
