import type { Adapter } from '../contracts'
import { chat } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

interface Gorgias {
  init(): Promise<unknown>
  on(name: string, handler: unknown): unknown
}

/**
 * Gorgias tells no end: its panel's closing counts, once a message was received. Before `init` has settled, `on` throws.
 */
export const gorgias: Adapter<ChatOptions> = (pulso, options) => {
  let ready: Promise<unknown>
  return chat<Gorgias>(
    pulso,
    options,
    'GorgiasChat',
    widget => {
      ready = widget.init()
      return {
        'widget:opened': ['open'],
        'widget:closed': ['closed'],
        'message:received': ['heard'],
      }
    },
    (widget, name, handler) => ready.then(() => widget.on(name, handler)).catch(() => {}),
  )
}
