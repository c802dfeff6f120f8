import type { Stop } from '../../contracts'

type Method = (...args: unknown[]) => unknown

/**
 * Hears each call of a method. The page's own runs first, with its `this`, its result and its errors; ours is told in a
 * task of its own, and what it throws goes nowhere. Others may wrap the method in their turn: after `stop` ours stays
 * where it is and passes through. `past` are arguments of calls that were made before, to be heard once.
 */
export function wrap(
  window: Window,
  object: object,
  name: string,
  hear: (args: unknown[], result?: unknown) => unknown,
  past: unknown[][] = [],
): Stop {
  const host = object as Record<string, Method>
  const own = host[name]
  let live = true
  const tell = (args: unknown[], result?: unknown) =>
    window.setTimeout(() => {
      try {
        if (live) hear(args, result)
      } catch {} // arguments with getters that throw
    })
  for (const args of past) tell(args)
  try {
    if (own)
      host[name] = Object.assign(function (this: unknown, ...args: unknown[]) {
        const result = own.apply(this, args)
        tell(args, result)
        return result
      }, own)
  } catch {} // frozen: there is nothing to hear
  return () => {
    live = false
  }
}
