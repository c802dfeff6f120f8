import type { Everything, Stop } from '../contracts'

/** What of the client changes who may be asked, and tells nobody. */
const silent = ['identify', 'reset', 'optOut', 'setConsent'] as const

/**
 * Calls `look` whenever it may have changed who would be asked: a call of the page's, a survey that has left, a
 * dialog that opens or closes, whatever the visitor does. Nothing polls.
 */
export function onChange(parts: Everything, look: () => void): Stop {
  const { env, pulso, closed } = parts
  const { document } = env.window
  parts.closed = () => {
    closed?.()
    look()
  }
  const unwrap = silent.map((name): Stop => {
    const own = pulso[name] as (...args: unknown[]) => void
    const ours = (...args: unknown[]) => {
      own(...args)
      look()
    }
    pulso[name] = ours
    // Who has wrapped ours since keeps what is below it.
    return () => {
      if (pulso[name] === ours) pulso[name] = own as never
    }
  })
  const stops = [
    ...unwrap,
    env.listen(document, 'visibilitychange', look),
    ...['click', 'keyup', 'toggle'].map(type => env.listen(document, type, look, true)),
  ]
  return () => {
    parts.closed = closed!
    for (const stop of stops) stop()
  }
}
