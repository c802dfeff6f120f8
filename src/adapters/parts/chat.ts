import type { Adapter, Stop } from '../../contracts'
import { type ChatOptions, conversation, type Said, type Signal } from './conversation'
import { looks } from './looks'

/** By the name of a widget's event, what it says. */
type Signals = Record<string, Signal>
type Handler = (payload?: unknown) => void

/** What most widgets call it. */
export const on = (host: { on(name: string, handler: Handler): unknown }, name: string, handler: Handler) =>
  host.on(name, handler)

/**
 * Listens to a widget with a global of its own, as soon as that is there and `signals` has something for it. What was
 * registered stays, and is deaf once stopped: most widgets cannot let go of one handler alone.
 */
export function chat<Host extends object>(
  pulso: Parameters<Adapter>[0],
  options: ChatOptions = {},
  name: string,
  signals: (host: Host) => Signals | undefined,
  register: (host: Host, name: string, handler: Handler) => unknown,
): Stop {
  const { window: world = window, global = name } = options
  const [hear, stopWaiting] = conversation(pulso, world, options.quietMs)
  let current: Host | undefined
  const stop = looks(world, () => {
    const host = (world as never as Record<string, Host>)[global as string]!
    if (host === current) return
    const said = signals(host)
    for (const name in said) {
      current = host
      register(host, name, payload => {
        if (host === current) hear(said[name]!, payload)
      })
    }
  })
  return () => {
    stop()
    stopWaiting()
    current = undefined
  }
}

/** Listens to a widget that tells by events of the window, or of `target`. */
export function chatEvents(
  pulso: Parameters<Adapter>[0],
  options: ChatOptions = {},
  signals: Signals,
  target: (world: Window) => EventTarget = world => world,
): Stop {
  const { window: world = window, quietMs } = options
  const [hear, stopWaiting] = conversation(pulso, world, quietMs)
  const stops = Object.entries(signals).map(([name, signal]) => {
    const listener = (event: Event) => hear(signal, (event as CustomEvent).detail)
    target(world).addEventListener(name, listener)
    return () => target(world).removeEventListener(name, listener)
  })
  return () => {
    for (const stop of [...stops, stopWaiting]) stop()
  }
}

/** An agent is heard when the number of unread messages rises. */
export const rises =
  (unread = 0) =>
  (count: number): Said | false => {
    const was = unread
    unread = count
    return count > was && ['heard']
  }
