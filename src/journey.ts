/**
 * The half of deciding that a plain installation does without: the other triggers, the other gates, what is remembered
 * of the way here, and the sentences of `explain`. It arrives at the start where the configuration needs it.
 * @module
 */
import type { TouchpointSettings } from './config'
import type { CreateJourney, Fire, JourneyEvent, Stop, Trigger } from './contracts'
import { furtherGates } from './eligibility/further'
import { explain } from './eligibility/words'
import { createCounting } from './journey/counting'
import { dueLater } from './journey/due'
import { followLink } from './journey/link'
import { createMemory } from './journey/memory'
import { watches } from './triggers'
import { watched } from './triggers/watched'

export const createJourney: CreateJourney = parts => {
  const { env, settings, visitor, triggers, show, onEvent, warn } = parts
  const memory = createMemory(parts)
  const gates = furtherGates(parts, memory)
  const kinds: Record<string, Trigger<never>> = { ...watches, ...triggers }
  const judge: ReturnType<CreateJourney>['decide'] = (touchpoint, context) =>
    parts.decide(touchpoint, visitor.read(), context, env.now(), gates(touchpoint, context))

  /** Starts one touchpoint; what is returned stops it. */
  const arm = (touchpoint: TouchpointSettings, world: typeof parts): Stop => {
    const { id, delayMs, on, raw } = touchpoint
    const waiting = new Set<Stop>()
    const later = dueLater(touchpoint, visitor, env, event => void show({ touchpoint, event }))
    const fire: Fire = (event, still) => {
      if (delayMs >= 6e4) return later.keep(event)
      const stop = env.after(delayMs, () => {
        waiting.delete(stop)
        if (still?.() !== false) show({ touchpoint, event })
      })
      waiting.add(stop)
    }
    const cancel = () => {
      for (const stop of waiting) stop()
      waiting.clear()
      later.cancel()
    }
    const counting = createCounting(id, visitor, env)
    const starts = on.map((options, index): Stop => {
      const kind = Object.keys(kinds).find(kind => kind in options)
      if (!kind) {
        warn('bad-trigger', `${id}: "on" has one that is none of ${Object.keys(kinds)}`)
        return () => {}
      }
      const start = kinds[kind]!
      const counted = counting(options as never, index, fire)
      const at = { ...world, warn: (code: string, fix: string) => warn(code, `${id}: ${fix}`) }
      return kind in watches ? watched(start, options, counted, at) : start(options as never, counted, at)
    })
    for (const cancelling of [raw.cancelOn ?? []].flat()) {
      const options = typeof cancelling === 'string' ? { event: cancelling } : cancelling
      starts.push(triggers.event!(options as never, cancel, world))
    }
    if (touchpoint.stands && !on.length) show({ touchpoint })
    return () => {
      for (const stop of starts) stop()
      cancel()
      later.stop()
    }
  }

  return {
    decide: judge,
    explain: (touchpoint, context) => explain(judge(touchpoint, context), env.now()),
    way: memory.way,
    start(past) {
      const stopMemory = memory.start()
      // The most urgent first: it takes its turn before the others.
      const urgency = ({ raw }: TouchpointSettings) => raw.priority ?? 0
      const touchpoints = settings.touchpoints.toSorted((one, other) => urgency(other) - urgency(one))
      const before = [...past]
      /** Each trigger hears what was before it came, too. */
      const world = {
        ...parts,
        onEvent(handler: (event: JourneyEvent) => unknown) {
          before.forEach(event => void handler(event))
          return onEvent(handler)
        },
      }
      const stops = touchpoints.map(touchpoint => arm(touchpoint, world))
      followLink(parts, judge)
      return () => {
        stopMemory()
        for (const stop of stops) stop()
      }
    },
  }
}
