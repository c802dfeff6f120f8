import type { Adapter } from '../contracts'
import { chat, on } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

interface Payload {
  conversationId?: number
}

/**
 * Drift tells no end: its panel's closing counts, by its older name, too, once a team member has written.
 * https://devdocs.drift.com/docs/drift-events
 *
 * `off` without a handler drops everybody's; it is never called.
 */
export const drift: Adapter<ChatOptions> = (pulso, options) =>
  chat(
    pulso,
    options,
    'drift',
    () => ({
      startConversation: (payload?: Payload) => ['started', payload?.conversationId],
      message: (payload?: Payload) => ['heard', payload?.conversationId],
      chatOpen: ['open'],
      sidebarOpen: ['open'],
      chatClose: ['closed'],
      sidebarClose: ['closed'],
    }),
    on,
  )
