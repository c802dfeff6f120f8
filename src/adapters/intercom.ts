import type { Adapter } from '../contracts'
import { chat, rises } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

type Intercom = (method: string, handler: unknown) => unknown

/**
 * Intercom tells no end of a conversation: the panel's closing is all there is, and a rising count of unread messages is
 * the one sign of an agent. What an agent writes while the panel is open is therefore not seen.
 * https://developers.intercom.com/installing-intercom/web/methods
 */
export const intercom: Adapter<ChatOptions> = (pulso, options) =>
  chat<Intercom>(
    pulso,
    options,
    'Intercom',
    () => ({
      onShow: ['open'],
      onHide: ['closed'],
      onUnreadCountChange: rises(Infinity), // of messages that were there before, it tells as it is asked
    }),
    (intercom, name, handler) => intercom(name, handler),
  )
