import type { Adapter } from '../contracts'
import { chat, on } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

interface Csat {
  data?: { rating?: unknown }
}

/**
 * Freshchat asks for a rating itself, and tells that; its `conversation:resolved` is an end where it is told at all, which
 * not every version does. Where neither comes, the panel's closing counts, once a message was received.
 *
 * `off` compares handlers by their names, and would drop one of the page's in place of ours: it is never called.
 */
export const freshchat: Adapter<ChatOptions> = (pulso, options) =>
  chat(
    pulso,
    options,
    'fcWidget',
    () => ({
      'widget:opened': ['open'],
      'widget:closed': ['closed'],
      'message:received': ['heard'],
      'conversation:resolved': ['ended'],
      'csat:received': ['asks'],
      'csat:show': ['asks'],
      'csat:updated': (csat?: Csat) => ['rated', undefined, csat?.data?.rating],
    }),
    on,
  )
