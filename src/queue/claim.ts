import type { Env, GateRow, Outcome, QueueRow, QueueTransaction } from '../contracts'
import { backoffMs, quarantineMs } from './backoff'

/** How long a claimed record belongs to its claimer; longer than any request, so that a crash costs no more than this. */
export const leaseMs = 30_000

/** A browser may say many times a second that it is online: so long after the last try it is believed. */
const hintMs = 1000

/**
 * Nothing is ever scheduled further ahead, so a record that is was written by a clock that has been put back; one that was
 * refused may have to wait for a day, as its endpoint has asked.
 */
const farMs = 3_600_000 + leaseMs

/** A record to send, and when it was claimed; or when to look again, and until when the gate is shut. */
export interface Claim {
  row?: QueueRow
  at?: number | undefined
  closedUntil?: number
}

/**
 * Takes one record that is due: the transaction is the mutex between tabs. While the gate is closed nobody gets one,
 * except that a hint (the browser says it is online again) may pass a gate that the network closed, as soon as it is
 * believed. Whoever passes the gate of a failing endpoint holds it shut for the others until it has settled. The clock is
 * read in the transaction: what another tab has written before it is not of the future.
 */
export function claim(
  rows: QueueTransaction,
  env: Pick<Env, 'now'>,
  hint: boolean,
  done: (claim: Claim) => void,
): void {
  rows.get('', found => {
    const now = env.now()
    const gate = found as GateRow | undefined
    const { setAt, closedUntil, status } = gate ?? ({} as GateRow)
    // A gate that was set in the future means that the clock moved, and none of ours is shut for more than a day: it is open.
    if (setAt <= now && now < closedUntil && closedUntil <= setAt + 864e5) {
      const at = hint && !status ? setAt + hintMs : closedUntil
      if (now < at) return done({ at, closedUntil })
    }

    rows.next(row => {
      const at = row?.notBefore as number
      if (!row || (now < at && at <= now + (row.refusals ? 864e5 : farMs))) return done({ at })
      if (typeof row.body !== 'string' || /[^ -~]/.test(row.id + row.type)) {
        // Not one of ours, or spoilt, or no request could have such headers: it stays, out of the way.
        rows.put({ ...row, notBefore: undefined })
        return claim(rows, env, hint, done)
      }
      const until = now + leaseMs
      if (gate) rows.put({ ...gate, setAt: now, closedUntil: until })
      rows.put({ ...row, notBefore: until })
      done({ row, at: now })
    })
  })
}

/**
 * Writes down what became of a claimed record. Accepted: it goes. Refused: it alone waits, and is kept for good after
 * the fifth time; the endpoint has shown that it lives. Anything else closes the gate, one step an outage however
 * many requests were in flight. A record that is gone meanwhile is never written again.
 */
export function settle(
  rows: QueueTransaction,
  id: string,
  claimedAt: number,
  outcome: Outcome,
  env: Pick<Env, 'now' | 'random'>,
  dead: (dead: boolean) => void,
): void {
  const { kind, status } = outcome
  if (kind !== 'retry') rows.remove('')
  if (kind === 'accepted') rows.remove(id)
  rows.get(id, found => {
    const now = env.now()
    const row = found as QueueRow | undefined
    if (kind === 'refused' && row) {
      const refusals = (row.refusals ?? 0) + 1
      const waitMs = quarantineMs(refusals)
      rows.put({ ...row, refusals, status, notBefore: waitMs && now + Math.max(waitMs, outcome.afterMs ?? 0) })
      dead(!waitMs)
    }
    if (kind !== 'retry') return
    if (row) rows.put({ ...row, notBefore: now })
    rows.get('', found => {
      const gate = found as GateRow | undefined
      if (gate && claimedAt < gate.setAt && gate.setAt <= now) return
      const failures = ((gate?.failures as number) | 0) + 1
      rows.put({ id: '', failures, status, setAt: now, closedUntil: now + backoffMs(failures, outcome, env.random()) })
    })
  })
}

/**
 * Adds a record once, and takes back the earlier revision of its response, unless somebody has claimed that or the
 * endpoint has refused it. One that was laid aside without being sent, as its format failed, goes too.
 */
export function insert(
  rows: QueueTransaction,
  row: QueueRow,
  supersedes: string | undefined,
  most: number,
  done: (result: 'stored' | 'full') => void,
): void {
  rows.get(row.id, known =>
    rows.get(supersedes ?? '', earlier =>
      rows.count(count => {
        const { body, notBefore, status } = (earlier ?? {}) as Partial<QueueRow>
        const isFree = notBefore ? notBefore === 'open' || notBefore <= row.createdAt : body && status === undefined
        if (!known && !isFree && count >= most) return done('full')
        if (!known) rows.put(row)
        if (isFree) rows.remove(supersedes!)
        done('stored')
      }),
    ),
  )
}

/** Frees what the surveys of an earlier page have left open: they will not end any more. */
export function release(rows: QueueTransaction, now: number): void {
  rows.open(row => {
    if (!row) return
    rows.put({ ...row, notBefore: now })
    release(rows, now)
  })
}
