import type { Settings, TouchpointSettings } from '../config'
import type { Env, JourneyEvent, Stop } from '../contracts'
import { isOpenNow } from '../eligibility/further'
import { subjectOf, type Visitor } from '../eligibility/visitor'
import { bare } from '../plain'
import { stringify } from '../stringify'
import { whileVisible } from '../triggers/while-visible'
import { pathsIn } from './paths'

const MOST = 20
/** A delay beyond all numbers. */
const NEVER = Number.MAX_SAFE_INTEGER
/** What a response or a later asking is told apart by. */
const ids = ['order_id', 'transaction_id', 'conversation_id', 'channel']
const SHORT = 250
/** So long after it is looked at a page has said who its visitor is. */
const SETTLED_MS = 1e3
/** More than a browser's timer can count would be now; it is looked at again then. */
const MOST_MS = 2e9

/** Keeps an event until its touchpoint is due, over pages and visits. What is kept is the event, never the verdict. */
export function dueLater(
  touchpoint: TouchpointSettings,
  { config, privacy }: Pick<Settings, 'config' | 'privacy'>,
  visitor: Visitor,
  env: Env,
  /** Resolves with undefined where the survey could not be shown, and it is asked another time. */
  show: (event: JourneyEvent) => Promise<boolean | undefined>,
  mayStore: () => boolean,
): { keep(event: JourneyEvent): void; look(): void; cancel(event: JourneyEvent): void; stop: Stop } {
  const { id, delayMs, raw, survey } = touchpoint
  const named = stringify([raw.audience, survey]).matchAll(/\bevent\.([\w-]+)/g)
  const asked = pathsIn(raw.audience).flatMap(([of, name]) => (of === 'event' ? name : []))
  const kept = [ids, config.journey, [...named].map(([, name]) => name), asked].flat()
  let stopWaiting: Stop = () => {}
  let showing = false
  let stopped = false
  /** The page has been looked at for long enough. */
  let settled = false
  const isOurs = ({ touchpoint }: { touchpoint: string }) => touchpoint === id

  /** Drops one that was due then: others may have been due at the same moment. */
  const drop = (at: number) =>
    visitor.change(record => {
      const one = record.due?.find(one => isOurs(one) && one.at === at)
      record.due = record.due?.filter(other => other !== one)
    })
  /** Shows what is due, and waits for what is due next. */
  const look = () => {
    stopWaiting()
    const now = env.now()
    if (showing || !settled) return
    const isBeyond = (one: { touchpoint: string; at: number }) => isOurs(one) && one.at - now > delayMs
    // The clock was put back since: it begins anew, so that nothing is put off for ever.
    if (visitor.read().due?.some(isBeyond))
      visitor.change(record => {
        for (const one of record.due ?? []) if (isBeyond(one)) one.at = now + delayMs
      })
    const [first] = (visitor.read().due ?? []).filter(isOurs).sort((one, other) => one.at - other.at)
    if (!first) return
    if (first.at > now) {
      stopWaiting = env.after(Math.min(first.at - now, MOST_MS), look)
      return
    }
    const { until, timeZone } = raw.schedule ?? {}
    // What is due out of hours waits for them, unless there will be none.
    if (!isOpenNow(raw.schedule ?? {}, now) && isOpenNow({ until, timeZone }, now)) return
    showing = true
    // A page that is left before finds it again.
    show(first.event).then(shown => {
      showing = false
      if (shown === undefined) return
      drop(first.at)
      if (!stopped) look()
    })
  }
  // Nothing waits in a tab that nobody looks at; what falls due there is asked once it is looked at, and once the page has
  // had the time to say who is looking.
  const stopLooking = whileVisible(env, () => {
    const stop = env.after(SETTLED_MS, () => {
      settled = true
      look()
    })
    return () => {
      settled = false
      stop()
      stopWaiting()
    }
  })

  return {
    look,
    keep(event) {
      const subject = subjectOf(event)
      const one = {
        touchpoint: id,
        event: slim(event, kept, privacy.query),
        at: Math.min(env.now() + delayMs, NEVER),
      }
      visitor.change(record => {
        const due = record.due ?? []
        if (subject && due.some(one => isOurs(one) && subjectOf(one.event) === subject)) return
        // The oldest makes room, of ours if there is one: what happens often crowds nothing else out.
        const oldest = due.length < MOST ? -1 : Math.max(0, due.findIndex(isOurs))
        record.due = [...due.filter((_, index) => index !== oldest), one].slice(-MOST)
      })
      look()
    },
    cancel(event) {
      // Before consent it is not known what earlier visits have left.
      if (!mayStore() || visitor.read().due?.some(isOurs))
        visitor.change(record => {
          record.due = record.due?.filter(one => !isOurs(one) || areApart(one.event, event))
        })
      look()
    },
    stop() {
      stopped = true
      stopLooking()
    },
  }
}

/** What of an event is written down: of its properties those that are kept, as far as they are short. */
function slim({ name, properties, kind, source }: JourneyEvent, kept: unknown[], query?: string[]): JourneyEvent {
  const found = Object.entries(properties)
    .filter(([key, value]) => kept.includes(key) && stringify(value).length <= SHORT)
    .map(([key, value]) => [key, bare(value, query)])
  return { name: name.slice(0, SHORT), properties: Object.fromEntries(found), kind, source }
}

/** Two events of different orders or conversations: what one says does not concern the other. */
export function areApart({ properties: one }: JourneyEvent, { properties: other }: JourneyEvent): boolean {
  const differ = (first: unknown, second: unknown) => first != null && second != null && `${first}` !== `${second}`
  return (
    differ(one.order_id ?? one.transaction_id, other.order_id ?? other.transaction_id) ||
    differ(one.conversation_id, other.conversation_id)
  )
}
