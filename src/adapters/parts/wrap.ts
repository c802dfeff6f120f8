import type { Stop } from '../../contracts'

type Method = (...args: unknown[]) => unknown

/**
 * Hears each call of a method. The page's own runs first, with its `this`, its result and its errors; ours is told in a
 * task of its own, and what it throws goes nowhere. Others may wrap the method in their turn: after `stop` ours stays
 * where it is and passes through.
 */
export function wrap(object: object, name: string, hear: (args: unknown[], result: unknown) => unknown): Stop {
  const host = object as Record<string, Method>
  const own = host[name]
  let live = typeof own === 'function'
  if (live) {
    const wrapper: Method = function (this: unknown, ...args) {
      const result = own!.apply(this, args)
      if (live)
        setTimeout(() => {
          try {
            if (live) hear(args, result)
          } catch {} // arguments with getters that throw
        })
      return result
    }
    try {
      host[name] = Object.assign(wrapper, own)
    } catch {} // frozen: there is nothing to hear
  }
  return () => {
    live = false
  }
}
