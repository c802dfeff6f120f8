/**
 * The half of deciding that a plain installation does without: the other triggers, gates and sources, what is
 * remembered of the way here. It arrives at the start where the configuration needs it.
 * @module
 */
import type { PulsoError } from './client'
import type { TouchpointSettings } from './config'
import type {
  Asked,
  CreateJourney,
  Fire,
  Journey,
  JourneyEvent,
  KeyValue,
  Mistake,
  Parts,
  Stop,
  Telling,
  Trigger,
  TriggerWorld,
} from './contracts'
import { furtherGates, withHistory } from './eligibility/further'
import { mistakesOf, noDurations, warnedOf } from './eligibility/mistakes'
import { subjectOf, type VisitorRecord } from './eligibility/visitor'
import { counted, echoes, tally } from './journey/counting'
import { areApart, dueLater } from './journey/due'
import { createLater } from './journey/later'
import { followLink } from './journey/link'
import { createMemory } from './journey/memory'
import { startSources } from './journey/sources'
import { spoiltOf } from './journey/spoilt'
import type { EventTrigger, PageTrigger } from './schema'
import { stringify } from './stringify'
import { onNavigate } from './triggers/navigation'
import { isOn } from './triggers/page'
import { sequence } from './triggers/sequence'
import { visit } from './triggers/visit'

/** The triggers of the part that watches what visitors do. */
export const watching = ['scroll', 'exit', 'click', 'visible', 'idle', 'form', 'error', 'rage', 'delay']
/** Of the words of a trigger the first counts: an event before all, and `page` last. */
export const kinds = ['event', ...watching, 'sequence', 'visit', 'page']
/** So long after a failure that part is fetched again. */
const RETRY_MS = 3e4
/** From here on a delay outlives its page. */
const LATER_MS = 6e4
/** How many events the page's own view of them can look back on. */
const PAST = 50

/** An event whose touchpoint's delay runs. */
interface Waiting {
  event: JourneyEvent
  still: (() => boolean) | undefined
  stop: Stop
}

export const createJourney: CreateJourney = parts => {
  const { env, settings, visitor, presenter, matches } = parts
  const { config } = settings
  const isDebug = /[?&]pulso=debug\b/.test(env.window.location.search)
  /** What the inspector, which comes later, would miss. */
  const errors: PulsoError[] = []
  const stopHearing = isDebug ? parts.on('error', error => void errors.push(error)) : () => {}
  const askings: Asked[] = []
  let tellOf = (asked: Asked): unknown => askings.push(asked)
  if (isDebug) {
    const { show } = presenter
    presenter.show = async asking => {
      const shown = await show(asking)
      tellOf({ ...asking, shown, looks: parts.verdict(asking) })
      return shown
    }
  }
  const mistakes: Mistake[] = []
  const note = (code: string, fix: string, of?: string) => {
    mistakes.push({ code, fix, of })
    parts.warn(code, of === undefined ? fix : `${of}: ${fix}`)
  }
  const later = createLater(parts)
  const memory = createMemory(parts, later)
  const triggers: Record<string, Trigger<never>> = { ...parts.kinds, sequence, visit }

  /** Nothing is remembered without consent. */
  const session: KeyValue = {
    ...env.session,
    set: (key, value) => parts.mayStore() && env.session.set(key, value),
  }
  /** What has called off which askings, by their touchpoint and its event. */
  const calledOff = new Map<string, WeakSet<JourneyEvent>>()

  const decide: Journey['decide'] = (touchpoint, record, context, now) => {
    const known = withHistory(record, settings, now)
    const { event } = context
    const surroundings = {
      config,
      matches,
      facts: memory.facts(),
      onPage: memory.onPage(),
      elsewhere: memory.elsewhere(),
    }
    const further = furtherGates(touchpoint, known, context, now, surroundings)
    return parts.decide(touchpoint, known, context, now, gates => {
      if (touchpoint.raw.cancelOn) gates.gate('cancelOn', !event || !calledOff.get(touchpoint.id)?.has(event))
      further(gates)
    })
  }

  /** Has a trigger watch as soon as the part that can is here. */
  const whenWatching = (start: (part: Parts['watch']) => Stop): Stop => {
    let stopped = false
    let stop: Stop | undefined
    const begin = () =>
      parts.load.part('watch').then(
        part => {
          if (!stopped) stop = start(part)
        },
        cause => {
          parts.fail('not-loaded', 'watch', cause)
          if (!stopped) stop = env.visible(RETRY_MS, begin)
        },
      )
    begin()
    return () => {
      stopped = true
      stop?.()
    }
  }

  /** Starts one touchpoint, which a link may have shown already; what is returned stops it. */
  const arm = (touchpoint: TouchpointSettings, world: TriggerWorld, isLinked: boolean): Stop => {
    const { id, delayMs, on, raw } = touchpoint
    const tell = (code: string, fix: string) => note(code, fix, id)
    const { document } = env.window
    const waiting = new Set<Waiting>()
    /** What may be on its way to the screen. */
    const begun = new Set<JourneyEvent>()
    const off = new WeakSet<JourneyEvent>()
    calledOff.set(id, off)
    const show = async (event: JourneyEvent, still?: () => boolean) => {
      begun.add(event)
      const shown = await presenter.show({ touchpoint, event, still })
      begun.delete(event)
      return shown
    }
    const due = dueLater(touchpoint, settings, visitor, env, show, parts.mayStore)
    later.whenKnown(due.look)
    const fire: Fire = (event, still) => {
      if (delayMs >= LATER_MS) return due.keep(event)
      const one = { event, still, stop() {} }
      look(one)
      waiting.add(one)
    }
    /** Nothing runs while the tab is hidden: what waits begins anew once it is looked at. */
    const look = (one: Waiting) => {
      one.stop()
      if (!document.hidden)
        one.stop = env.after(delayMs, () => {
          waiting.delete(one)
          show(one.event, one.still)
        })
    }
    const cancel = (event: JourneyEvent) => {
      for (const one of waiting)
        if (!areApart(one.event, event)) {
          waiting.delete(one)
          one.stop()
        }
      for (const one of begun) if (!areApart(one, event)) off.add(one)
      due.cancel(event)
    }
    /** What cannot be used says so, and the others go on. */
    const begin = (given: unknown, start: () => Stop): Stop => {
      try {
        return start()
      } catch {
        tell('bad-trigger', `${stringify(given)} is not as a trigger is written`)
        return () => {}
      }
    }
    const starts = on.map((options, index): Stop => {
      const words = kinds.filter(kind => Object.hasOwn(options, kind))
      const [kind, next] = words
      if (!kind) {
        tell('bad-trigger', `${stringify(options)} is none of ${kinds}`)
        return () => {}
      }
      if (next && (next !== 'page' || !watching.includes(kind))) tell('bad-trigger', `of ${words} only ${kind} counts`)
      const key = `${id} ${index}`
      const { whenKnown } = later
      const counting = { visitor, whenKnown, isEcho: echoes(env) }
      const own: TriggerWorld = {
        ...world,
        env: { ...env, session },
        key,
        warn: tell,
        visits: () => visitor.read().visits ?? 1,
        whenKnown,
        steps(event, advance, done) {
          const once = onceOnly(event)
          if (!once && counting.isEcho(event)) return
          const step = (record: VisitorRecord) => {
            const known = record.steps?.[key]
            const times = advance(Array.isArray(known) ? known : [])
            record.steps = { ...record.steps, [key]: times ?? [] }
            return !times
          }
          tally(once && `${key} ${once}`, step, done, counting)
        },
      }
      return begin(options, () => {
        isOn(options as PageTrigger, env) // what is no page says so now
        const isPlain = kind === 'delay' && Object.keys(options).length === 1
        if (watching.includes(kind) && !isPlain)
          return whenWatching(({ watched, watches }) =>
            begin(options, () => watched(watches[kind]!, options as PageTrigger, fire, own)),
          )
        return triggers[kind]!(options as never, counted(options as Partial<EventTrigger>, key, counting, fire), own)
      })
    })
    starts.push(env.listen(document, 'visibilitychange', () => waiting.forEach(look)))
    for (const cancelling of [raw.cancelOn ?? []].flat()) {
      const options = typeof cancelling === 'string' ? { event: cancelling } : cancelling
      starts.push(begin(options, () => parts.kinds.event!(options as never, cancel, world)))
    }
    if (touchpoint.stands && !on.length && !isLinked) presenter.show({ touchpoint })
    for (const [code, fix] of mistakesOf(touchpoint)) tell(code, fix)
    return () => {
      for (const stop of starts) stop()
      for (const { stop } of waiting) stop()
      due.stop()
    }
  }

  return {
    decide,
    way: memory.way,
    explain: id =>
      parts.load
        .part('explain')
        .then(({ explain }) => {
          const known = settings.touchpoints.filter(one => one.id === id).flatMap(warnedOf)
          return explain(parts, id, [...known.map(([code, fix]) => ({ code, fix, of: id })), ...mistakes])
        })
        .catch(() => []),
    start() {
      let stopped = false
      const handlers = new Set<(event: JourneyEvent) => unknown>()
      const before = [...parts.past]
      const world: TriggerWorld = {
        env,
        matches,
        onNavigate: handler => onNavigate(env, handler),
        onEvent(handler) {
          const calm = env.calmly(handler)
          handlers.add(calm)
          return () => void handlers.delete(calm)
        },
      }
      /** Tells one part after the other what has happened until now, in order. */
      const telling = <Part>(begin: () => Part): Part => {
        const known = new Set(handlers)
        const part = begin()
        const fresh = [...handlers].filter(handler => !known.has(handler))
        for (const event of before) for (const handler of fresh) handler(event)
        return part
      }
      const spoilt = spoiltOf(visitor.read())
      if (spoilt.length) visitor.change(record => spoilt.forEach(name => void delete record[name]))
      // The sample is drawn by the visitor's id, so that has to stay.
      if (settings.touchpoints.some(({ raw }) => raw.sample !== undefined)) visitor.change(() => {})
      const stops = [
        stopHearing,
        later.start(),
        telling(() => memory.start({ onEvent: handler => world.onEvent(newsOnly(handler)) })),
        startSources({ ...parts, warn: note }),
      ]
      const linked = followLink({ ...parts, warn: note })
      for (const [code, fix] of noDurations(Object.values(Object(config.governor?.byTag)))) note(code, fix)
      // The most urgent hears of it first, and so takes its turn first.
      const urgency = ({ raw }: TouchpointSettings) => raw.priority ?? 0
      const touchpoints = [...settings.touchpoints].sort((one, other) => urgency(other) - urgency(one))
      stops.push(
        ...touchpoints.map(touchpoint => telling(() => arm(touchpoint, world, touchpoint === linked))),
        parts.onEvent(event => {
          parts.past.splice(0, parts.past.length - PAST)
          for (const handler of [...handlers]) handler(event)
        }),
      )
      if (isDebug)
        parts.load
          .part('inspector')
          .then(({ inspect }) => {
            stopHearing()
            const onAsked: Telling['onAsked'] = handler => {
              tellOf = handler
              askings.forEach(handler)
            }
            if (!stopped) stops.push(inspect(parts, { errors, onAsked, onNavigate: world.onNavigate }))
          })
          .catch(cause => parts.fail('not-loaded', `inspector: ${cause}`, cause))
      return () => {
        stopped = true
        for (const stop of stops) stop()
      }
    },
  }
}

/**
 * Lets one event of an order or a conversation through, of which several sources tell. What may be asked about it is not
 * held to that: one of them may know what another does not, and nobody is asked about it twice.
 */
function newsOnly(handler: (event: JourneyEvent) => unknown) {
  const told = new Set<string>()
  return (event: JourneyEvent) => {
    const once = onceOnly(event)
    if (once && told.has(once)) return
    if (once) told.add(once)
    handler(event)
  }
}

/** What one event of an order or a conversation is known by, of which several sources tell and a refresh tells again. */
function onceOnly(event: JourneyEvent): string | undefined {
  const subject = /^(order\.(comple|refun)|support\.)/.test(event.name) && subjectOf(event)
  return subject ? `${event.name} ${subject}` : undefined
}
