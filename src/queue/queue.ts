import type { DeliveryEvents, Env, Kept, Outcome, QueueRow, QueueStore, QueueTransaction, Stop } from '../contracts'
import { type Claim, claim, insert, leaseMs, release, settle } from './claim'
import { createIndexedDbStore } from './indexeddb'
import { createJournal, type Entry } from './journal'
import { createMemoryStore } from './memory'

const mostRows = 1000
const mostLoops = 3
const idleMs = 300_000

export interface Queue {
  /** Keeps a record until the endpoint has acknowledged it, and takes back the unsent revision that it supersedes. */
  add(row: QueueRow, supersedes?: string): Promise<Kept>
  /** For a page that is going: writes the record down at once and sends it without waiting for the disk. */
  leave(row: QueueRow, supersedes?: string): void
  /** Tries now what is due. Resolves when nothing more can be done for the moment. */
  flush(): Promise<void>
  /** Runs a piece of work on everything that is kept, wherever that is; a store that fails has nothing to say. */
  each<T>(work: (rows: QueueTransaction, done: (value: T) => void) => void): Promise<T[]>
  stop: Stop
}

/** Delivers each record to the endpoint at least once, through crashes, reloads, many tabs and a failing network. */
export function createQueue(
  env: Env,
  name: string,
  send: (row: QueueRow) => Promise<Outcome>,
  notify: DeliveryEvents,
): Queue {
  const disk = createIndexedDbStore(env, name, () => {
    // The database has gone: what this page still holds goes back.
    for (const { row, supersedes, saved } of [...mine.values()]) if (saved && !stopped) add(row, supersedes)
  })
  const memory = createMemoryStore()
  const stores = [disk, memory]
  const journal = createJournal(env, name)
  /** What this page has added and nobody has acknowledged, with whether it is on disk, and has been on the wire. */
  const mine = new Map<string, Entry & { saved?: boolean; sent?: boolean }>()
  let idle: (() => void)[] = []
  let loops = 0
  let again = false
  let stopped = false
  let closedUntil = 0
  /** The browser has said that the network is back, and it has not been tried since. */
  let hinted = false
  let stopTimer: Stop = () => {}

  const keep = (store: QueueStore, { row, supersedes }: Entry, most = Infinity) =>
    store.run<'stored' | 'full'>((rows, done) => insert(rows, row, supersedes, most, done))

  async function add(row: QueueRow, supersedes?: string): Promise<Kept> {
    const { id } = row
    const entry = { row, supersedes, saved: false }
    mine.set(id, entry)
    let reason = `${mostRows} wait`
    const result = await keep(disk, entry, mostRows).catch(cause => {
      reason = `${cause}`
      return 'memory' as const
    })
    entry.saved = result === 'stored'
    if (!entry.saved) await keep(memory, entry)
    // The disk has the whole response now, whatever it would not take before.
    else memory.run<void>(rows => rows.remove(supersedes!))
    mine.delete(supersedes!)
    notify('queued', { id, result })
    if (!entry.saved) notify(result as 'memory' | 'full', { id, reason })
    if (row.notBefore !== 'open') wake()
    return result
  }

  /** Starts a worker unless enough are at work; the last one to finish sets the timer. */
  function wake(hint?: boolean) {
    stopTimer()
    if (hint) hinted = true
    again = loops === mostLoops
    if (again || stopped) return
    loops++
    work()
  }

  async function work() {
    const hint = hinted
    let nextAt = Infinity
    hinted = false
    for (const store of stores) {
      const {
        row,
        at = Infinity,
        closedUntil: shut = 0,
      } = await store.run<Claim>((rows, done) => claim(rows, env, hint, done)).catch((): Claim => ({}))
      if (stopped) return
      if (store === disk) closedUntil = shut
      hinted ||= hint && shut > 0 // it is too soon
      nextAt = Math.min(nextAt, at)
      if (row) {
        hinted = false
        wake() // another worker looks for more while this one sends
        await deliver(store, row, at)
        again = true
        break
      }
    }
    loops--
    if (again) return wake()
    if (loops) return
    for (const resolve of idle) resolve()
    idle = []
    // Jitter keeps the tabs of one browser from waking together.
    stopTimer = env.after(Math.min(nextAt - env.now(), idleMs) + 50 + env.random() * 500, wake)
  }

  async function deliver(store: QueueStore, row: QueueRow, claimedAt: number) {
    const { id } = row
    const entry = mine.get(id)
    if (entry) entry.sent = true
    const outcome = await send(row)
    const { kind, status } = outcome
    const dead = await store
      .run<boolean>((rows, done) => settle(rows, id, claimedAt, outcome, env, done))
      .catch(() => false)
    if (kind === 'accepted') {
      mine.delete(id)
      journal.remove(id)
      notify('delivered', { id, unconfirmed: outcome.unconfirmed })
    } else if (dead) notify('refused', { id, status })
    else notify('error', { code: 'not-delivered', message: `${id} status ${status}`, id })
  }

  /** Sends without a claim, unless the endpoint is known to be failing; another page repeats it. */
  function part(row: QueueRow) {
    if (row.notBefore && closedUntil <= env.now() && !stopped) send(row)
  }

  /** What the page holds alone is written down and sent, and what it has just stored is sent: there is no time for a claim. */
  function go() {
    for (const { row, supersedes, saved, sent } of mine.values()) {
      if (!saved) queue.leave(row, supersedes)
      // What has waited for longer is another page's to send, and it may have done so.
      else if (!sent && (row.notBefore as number) > env.now() - leaseMs) part(row)
    }
  }

  async function adopt() {
    for (const { row, supersedes } of journal.read()) {
      if ((await add(row, supersedes)) === 'stored') journal.remove(row.id)
    }
  }

  const queue: Queue = {
    add,
    leave(row, supersedes) {
      const entry = { row, supersedes }
      // Where nothing can be written down, the page still has it if it comes back.
      if (!journal.write(entry)) keep(memory, entry)
      part(row)
    },
    each: async work => (await Promise.all(stores.map(store => store.run(work).catch(() => [])))).flat() as never,
    flush: () =>
      new Promise(resolve => {
        if (stopped) resolve()
        idle.push(resolve)
        wake(true)
      }),
    stop() {
      stopped = true
      go()
      for (const end of [...stops, ...idle, stopTimer, disk.close]) end()
    },
  }
  const { window } = env
  const stops = [
    // bfcache stays possible, as nothing listens to unload.
    env.listen(window, 'pagehide', go),
    env.listen(window, 'pageshow', event => (event as PageTransitionEvent).persisted && adopt().then(() => wake(true))),
    env.listen(window, 'online', () => wake(true)),
    env.listen(window.document, 'visibilitychange', () => window.document.hidden || wake(true)),
  ]
  // What a page has written down last takes the place of what it had left open.
  const free = (): Promise<void> =>
    disk
      .run<void>(rows => release(rows, env.now()))
      .catch(() => void (stopped || env.after(idleMs, free)))
      .then(() => wake())
  adopt().then(free)
  return queue
}
