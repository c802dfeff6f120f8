import type { Adapter } from '../contracts'
import { chatEvents } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

/**
 * Tidio tells no end: its panel's closing counts, once an operator has written. It is heard by its events of the
 * document, which come whether or not its API was there before us.
 * https://docs.tidio.com/
 */
export const tidio: Adapter<ChatOptions> = (pulso, options) =>
  chatEvents(
    pulso,
    options,
    {
      'tidioChat-conversationStart': ['started'],
      'tidioChat-messageFromOperator': ['heard'],
      'tidioChat-open': ['open'],
      'tidioChat-close': ['closed'],
    },
    world => world.document,
  )
