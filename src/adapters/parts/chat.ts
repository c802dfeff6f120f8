import type { Adapter, Stop } from '../../contracts'
import { type ChatOptions, conversation, type Said, type Signal } from './conversation'
import { when } from './when'

/** By the name of a widget's event, what it says. */
type Signals = Record<string, Signal>
type Handler = (payload?: unknown) => void

/** What most widgets call it. */
export const on = (host: { on(name: string, handler: Handler): unknown }, name: string, handler: Handler) =>
  host.on(name, handler)

/**
 * Listens to a widget with a global of its own, as soon as that is there and `isKnown`. What was registered stays, and is
 * deaf once stopped: most widgets cannot let go of one handler alone.
 */
export function chat<Host extends object>(
  pulso: Parameters<Adapter>[0],
  { window: world = window, global, quietMs }: ChatOptions = {},
  name: string,
  signals: (host: Host) => Signals,
  register: (host: Host, name: string, handler: Handler) => unknown,
  isKnown: (host: Host) => unknown = host => host,
): Stop {
  return when(
    world,
    () => {
      const host = (world as never as Record<string, Host>)[(global ?? name) as string]!
      return (isKnown(host) && host) as Host
    },
    host => {
      const [hear, stop] = conversation(pulso, world, quietMs)
      const said = signals(host)
      for (const name in said)
        try {
          register(host, name, payload => hear(said[name]!, payload))
        } catch {} // this version of the widget does not know the name
      return stop
    },
  )
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

/** An agent is heard when the number of unread messages rises; with `Infinity` the first that is told is where it begins. */
export const rises =
  (unread = 0) =>
  (count: number): Said | false => {
    const was = unread
    unread = count
    return count > was && ['heard']
  }
