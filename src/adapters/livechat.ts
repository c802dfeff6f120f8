import type { Adapter } from '../contracts'
import { chat, on } from './parts/chat'
import type { ChatOptions, Said } from './parts/conversation'

interface LiveChat {
  on(name: string, handler: unknown): unknown
  get(name: 'chat_data'): { threadId?: string } | undefined
}

/**
 * LiveChat tells an end: the customer's status turns from `chatting` to something else. It tells ratings, too.
 * https://platform.text.com/docs/extending-chat-widget/javascript-api
 */
export const livechat: Adapter<ChatOptions> = (pulso, options) =>
  chat<LiveChat>(
    pulso,
    options,
    'LiveChatWidget',
    widget => {
      let isChatting = false
      /** The thread's: a customer has one chat for life, and a thread of it each time. */
      const id = () => widget.get('chat_data')?.threadId
      const turn = (status: string): Said | false => {
        const was = isChatting
        isChatting = status === 'chatting'
        return was !== isChatting && [was ? 'ended' : 'started', id()]
      }
      return {
        // A chat may have begun on an earlier page.
        ready(data: { customerData: { status: string } }) {
          turn(data.customerData.status)
          return undefined
        },
        customer_status_changed: (data: { status: string }) => turn(data.status),
        visibility_changed: (data: { visibility: string }) => [data.visibility === 'maximized' ? 'open' : 'closed'],
        // `none` takes a rating back.
        rating_submitted: (rating: string) => rating !== 'none' && ['rated', id(), rating],
      }
    },
    on,
  )
