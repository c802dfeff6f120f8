import type { Adapter } from '../contracts'
import { chat, rises } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

type Zendesk = ((command: string, name: string, handler: unknown) => unknown) & { widget?: string }

/** What may be said of Zendesk's widgets. */
export interface ZendeskOptions extends ChatOptions {
  /** Which of the two it is. Default: what has loaded says so itself. */
  widget?: 'messenger' | 'classic' | undefined
}

/**
 * Both widgets of Zendesk, which share a global.
 *
 * Messaging tells no end: its panel's closing counts, after an agent was assigned or a message came unread.
 * https://developer.zendesk.com/api-reference/widget-messaging/web/events/
 *
 * Classic tells an end, though only when the visitor ends the chat or falls silent, not when the agent does.
 * https://developer.zendesk.com/api-reference/widget/introduction
 *
 * Nothing is put in the queue of the snippet unless `widget` says which one it is for: a command that the other does not
 * know would fail there, and take the page's own commands with it.
 */
export const zendesk: Adapter<ZendeskOptions> = (pulso, options = {}) => {
  let widget: string | undefined
  return chat<Zendesk>(
    pulso,
    options,
    'zE',
    () => ({
      open: ['open'],
      close: ['closed'],
      ...(widget === 'classic'
        ? { 'chat:start': ['started'], 'chat:end': ['ended'] }
        : { conversationStarted: ['started'], conversationAgentAssigned: ['heard'], unreadMessages: rises() }),
    }),
    (zE, name, handler) => zE(widget === 'classic' ? 'webWidget:on' : 'messenger:on', name, handler),
    zE => {
      widget = options.widget ?? zE.widget
      return widget
    },
  )
}
