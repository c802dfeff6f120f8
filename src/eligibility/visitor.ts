import { nanoid } from 'nanoid'
import type { Env, JourneyEvent } from '../contracts'
import { stringify } from '../stringify'

/** What this browser remembers of its visitor. Times are in milliseconds. */
export interface VisitorRecord {
  id: string
  /** By touchpoint: how often it was shown, and when it was last shown, dismissed and answered. */
  seen: Record<string, { count: number; shown?: number; dismissed?: number; answered?: number }>
  /** When any survey was last shown. */
  shown?: number
  /** The orders and conversations that were asked about, newest last. */
  asked: string[]
}

export interface Visitor {
  /** The record as it is now, whichever tab wrote it. */
  read(): VisitorRecord
  /** Surveys shown in this tab's session. */
  inSession(): number
  /** Notes an exposure, at once and before anything is drawn; one that stands in the page counts for its touchpoint alone. */
  note(what: 'shown' | 'dismissed' | 'answered', touchpointId: string, event?: JourneyEvent, stands?: boolean): void
  /** Adds what was only remembered until now to what earlier visits have written down. */
  save(): void
  /** Is a stranger from now on. */
  forget(): void
}

const key = 'pulso:visitor'
const sessionKey = 'pulso:session'

/** Keeps the visitor's record in localStorage, or in memory while `mayStore` says no. */
export function createVisitor(env: Env, mayStore: () => boolean): Visitor {
  let memory: VisitorRecord | undefined
  let inSession = Number(env.session.get(sessionKey)) || 0

  let full = false

  const read = () =>
    (memory = (mayStore() && !full && parse(env.local.get(key))) || memory || { id: nanoid(), seen: {}, asked: [] })
  const write = (record: VisitorRecord) => {
    if (!mayStore()) return
    full = !env.local.set(key, stringify(record)) // then memory knows more
    env.session.set(sessionKey, `${inSession}`)
  }
  return {
    read,
    inSession: () => inSession,
    save() {
      const { seen, shown = 0, asked } = memory ?? read()
      if (!Object.keys(seen).length) return
      const record = read()
      record.seen = { ...seen, ...record.seen }
      record.shown = Math.max(shown, record.shown ?? 0)
      record.asked = [...new Set([...record.asked, ...asked])]
      write(record)
    },
    forget() {
      memory = undefined
      inSession = 0
    },
    note(what, touchpointId, event, stands) {
      const record = read()
      const now = env.now()
      const seen = record.seen[touchpointId] ?? { count: 0 }
      record.seen[touchpointId] = seen
      seen[what] = now
      if (what === 'shown') {
        seen.count++
        if (!stands) {
          record.shown = now
          inSession++
        }
        const subject = event && subjectOf(event)
        if (subject) record.asked = [...record.asked, `${touchpointId} ${subject}`].slice(-50)
      }
      write(record)
    },
  }
}

/** The order or conversation that an event is about: the same purchase often arrives twice, and again on a refresh. */
export function subjectOf({ name, properties }: JourneyEvent): string | undefined {
  const id = properties.order_id ?? properties.transaction_id ?? properties.conversation_id
  return id == null ? undefined : `${name} ${id}`
}

/** A record that another version or another script has spoilt is as good as none. */
function parse(text: string | null): VisitorRecord | undefined {
  try {
    const record: VisitorRecord = JSON.parse(text!)
    if (record.id && record.seen && Array.isArray(record.asked)) return record
  } catch {}
  return undefined
}
