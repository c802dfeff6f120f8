import type { Adapter } from '../contracts'
import { chat } from './parts/chat'
import type { ChatOptions } from './parts/conversation'

interface Crisp {
  push(command: unknown[]): unknown
  get?(name: string): unknown
}

/**
 * Crisp tells no end of a session: its panel's closing counts, once a message was received from an operator.
 * https://github.com/crisp-im/crisp-sdk-web
 *
 * `off` takes no handler and drops everybody's, so it is never called here. Where the page calls it, as Crisp's npm
 * package does before each `on`, ours are put back.
 */
export const crisp: Adapter<ChatOptions> = (pulso, options) => {
  let ours: Record<string, unknown> = {} // by the event's name
  const stop = chat<Crisp>(
    pulso,
    options,
    '$crisp',
    $crisp => {
      const { push } = $crisp
      $crisp.push = function (...commands) {
        const result = push.apply(this, commands)
        try {
          const [action, name] = commands[0] as string[]
          if (action === 'off' && ours[name!]) $crisp.push(['on', name, ours[name!]])
        } catch {} // no command
        return result
      }
      const id = () => $crisp.get?.('session:identifier')
      return {
        'chat:initiated': () => ['started', id()],
        'chat:opened': ['open'],
        'chat:closed': ['closed'],
        'message:received': () => ['heard', id()],
      }
    },
    ($crisp, name, handler) => {
      ours[name] = handler
      $crisp.push(['on', name, handler])
    },
  )
  return () => {
    ours = {}
    stop()
  }
}
