import type { Adapter } from '../contracts'
import { chatEvents } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

/**
 * tawk.to tells an end, and ratings. It is heard by its events of the window, for assigning `Tawk_API.onChatEnded` would
 * overwrite the page's own. In a window of its own the widget tells the page nothing.
 * https://github.com/tawk/tawk-messenger-react/blob/main/docs/api-reference.md
 */
export const tawk: Adapter<ChatOptions> = (pulso, options) =>
  chatEvents(pulso, options, {
    tawkChatStarted: ['started'],
    tawkChatMaximized: ['open'],
    tawkChatMinimized: ['closed'],
    tawkChatHidden: ['closed'],
    tawkChatEnded: ['ended'],
    /** −1, 0 or 1. */
    tawkChatSatisfaction: (detail?: { satisfaction?: unknown }) => ['rated', undefined, detail?.satisfaction ?? detail],
  })
