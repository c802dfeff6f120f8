import { IDBFactory, IDBIndex, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { GateRow, Outcome, QueueRow, QueueStore, QueueTransaction } from '../../src/contracts'
import { type Claim, claim, insert, leaseMs, release, settle } from '../../src/queue/claim'
import { createIndexedDbStore } from '../../src/queue/indexeddb'
import { createMemoryStore } from '../../src/queue/memory'
import { toOutcome } from '../../src/transport/outcome'
import { row } from '../contracts/queue-store'
import { fakeEnv } from '../fakes/env'

let store: QueueStore
beforeEach(() => {
  store = createMemoryStore()
})

const add = (one: QueueRow, supersedes?: string, most = 1000) =>
  store.run<string>((rows, done) => insert(rows, one, supersedes, most, done))
const take = (now: number, hint = false) =>
  store.run<Claim>((rows, done) => claim(rows, { now: () => now }, hint, done))
const end = (id: string, outcome: Partial<Outcome>, now: number, claimedAt = now - 10) =>
  store.run<boolean | undefined>((rows, done) =>
    settle(
      rows,
      id,
      claimedAt,
      { kind: 'retry', status: 503, ...outcome },
      { now: () => now, random: () => 0.5 },
      done,
    ),
  )
const get = <T = QueueRow>(id: string) => store.run<T>((rows, done) => rows.get(id, one => done(one as T)))

describe('claim', () => {
  it('gives each record to one claimer at a time, for the length of a lease', async () => {
    await add(row('a', { notBefore: 100 }))
    expect((await take(100)).row?.id).toBe('a')
    expect(await take(100)).toEqual({ at: 100 + leaseMs })
    expect((await take(100 + leaseMs)).row?.id).toBe('a')
  })

  it('reads the clock when it has the store to itself, as another tab may have written a moment ago', async () => {
    await add(row('a', { notBefore: 0 }))
    let now = 100
    const env = { now: () => now, random: () => 0.5 }
    const late = (rows: QueueTransaction): QueueTransaction => ({
      ...rows,
      get: (id, found) =>
        rows.get(id, one => {
          now = 300
          found(one)
        }),
    })
    await end('a', {}, 200, 50)
    await store.run(rows => settle(late(rows), 'a', 60, { kind: 'retry', status: 503 }, env, () => {}))
    expect(await get<GateRow>('')).toMatchObject({ failures: 1, setAt: 200 })
    now = 100
    expect(await store.run<Claim>((rows, done) => claim(late(rows), env, false, done))).toEqual({
      at: 950,
      closedUntil: 950,
    })
  })

  it('says when to look again, and nothing when there is nothing', async () => {
    expect(await take(100)).toEqual({ at: undefined })
    await add(row('a', { notBefore: 500 }))
    expect(await take(100)).toEqual({ at: 500 })
  })

  it('finds a record that a clock ahead of this one has scheduled', async () => {
    await add(row('a', { notBefore: 10 * 365 * 864e5 }))
    expect((await take(100)).row?.id).toBe('a')
  })

  it('lays aside a row without a body, and goes on with the next', async () => {
    await add(row('spoilt', { body: undefined as never, notBefore: 1 }))
    await add(row('good', { notBefore: 2 }))
    expect((await take(100)).row?.id).toBe('good')
    expect(await get('spoilt')).toMatchObject({ id: 'spoilt', notBefore: undefined })
  })

  it('lays aside a row that no request can carry, as its type or its key is no header', async () => {
    const odd = [{ type: 'text/plain\r\nx: y' }, { type: 'text/ü' }, { type: 'text/plain\0' }, { id: '键' }]
    for (const [at, change] of odd.entries()) await add(row(`odd${at}`, { notBefore: at, ...change }))
    await add(row('good', { notBefore: 9 }))
    expect((await take(100)).row?.id).toBe('good')
    for (const id of ['odd0', 'odd1', 'odd2', '键']) expect(await get(id)).toMatchObject({ id, notBefore: undefined })
  })

  it('keeps everybody out while the gate is closed, and lets one probe through after', async () => {
    await add(row('a', { notBefore: 0 }))
    await add(row('b', { notBefore: 0 }))
    await take(0)
    await end('a', {}, 1000)
    const { closedUntil } = await get<GateRow>('')
    expect(await take(1001)).toEqual({ at: closedUntil, closedUntil })
    expect((await take(closedUntil)).row).toBeTruthy()
    expect(await take(closedUntil)).toEqual({ at: closedUntil + leaseMs, closedUntil: closedUntil + leaseMs })
  })

  it('lets a hint pass a gate that the network closed, a second after the last try, and no other', async () => {
    await add(row('a', { notBefore: 0 }))
    await add(row('b', { notBefore: 0 }))
    for (const at of [70_000, 80_000, 90_000, 100_000]) await end('a', { status: 0 }, at)
    const { closedUntil } = await get<GateRow>('')
    expect(await take(100_999, true)).toEqual({ at: 101_000, closedUntil })
    expect(await take(101_000, false)).toEqual({ at: closedUntil, closedUntil })
    expect((await take(101_000, true)).row).toBeTruthy()
    expect(await take(101_999, true)).toEqual({ at: 102_000, closedUntil: 101_000 + leaseMs })
    await end('a', { status: 503 }, 140_000)
    expect((await take(141_000, true)).row).toBeUndefined()
  })

  it('reads as much, and as few rows, where ten thousand wait as where ten do', async () => {
    const readsOf = async (length: number) => {
      store = createIndexedDbStore(fakeEnv({ indexedDB: new IDBFactory(), IDBKeyRange } as never), 'pulso', () => {})
      await store.run<void>(rows => {
        for (let index = 0; index < length; index++) rows.put(row(`${index}`, { notBefore: index }))
      })
      const spies = [IDBObjectStore, IDBIndex].flatMap(({ prototype }) =>
        (['get', 'getAll', 'getKey', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'] as const).map(name =>
          vi.spyOn(prototype, name),
        ),
      )
      expect((await take(1e6)).row?.id).toBe('0')
      const requests = spies.flatMap(spy => spy.mock.results.map(({ value }) => value as IDBRequest))
      vi.restoreAllMocks()
      return requests.map(({ result }) => [result].flat().filter(Boolean).length)
    }
    const reads = await readsOf(10)
    expect(reads).toEqual([0, 1]) // the gate that is not there, and the row that is due
    expect(await readsOf(10_000)).toEqual(reads)
  })

  it('ignores a gate that was set in the future, or is spoilt', async () => {
    await add(row('a', { notBefore: 0 }))
    await end('a', {}, 1e12)
    expect((await take(2000)).row?.id).toBe('a')
    await store.run<void>(
      rows => void rows.put({ id: '', failures: 'x', setAt: 0, closedUntil: 'y', status: 0 } as never),
    )
    expect((await take(50_000)).row?.id).toBe('a')
    await store.run<void>(rows => void rows.put({ id: '', failures: 1, setAt: 0, closedUntil: Infinity, status: 503 }))
    expect((await take(100_000)).row?.id).toBe('a')
  })
})

describe('settle', () => {
  it('removes an accepted record and opens the gate', async () => {
    await add(row('a'))
    await end('a', {}, 1000)
    await end('a', { kind: 'accepted', status: 200 }, 2000)
    expect(await get('a')).toBeUndefined()
    expect(await get('')).toBeUndefined()
  })

  it('counts one outage as one step, however many requests failed in it', async () => {
    await end('a', {}, 1000, 900)
    await end('b', {}, 1010, 900)
    expect(await get<GateRow>('')).toMatchObject({ failures: 1, setAt: 1000 })
    await end('c', {}, 3000, 2900)
    expect(await get<GateRow>('')).toMatchObject({ failures: 2, setAt: 3000 })
  })

  it('quarantines a refused record alone, five times, and then keeps it', async () => {
    await add(row('poison', { notBefore: 0 }))
    let now = 0
    const waits: number[] = []
    for (let time = 1; time <= 5; time++) {
      const dead = await end('poison', { kind: 'refused', status: 422 }, now)
      const { notBefore } = await get('poison')
      expect(dead).toBe(time === 5)
      if (notBefore !== undefined) waits.push((notBefore as number) - now)
      now = (notBefore as number) ?? now
    }
    expect(waits).toEqual([4, 16, 60, 60].map(minutes => minutes * 60_000))
    expect(await get('poison')).toMatchObject({ refusals: 5, status: 422, notBefore: undefined })
    expect((await take(now + 1e9)).row).toBeUndefined()
    expect(await get('')).toBeUndefined()
  })

  it('tries a refused record no sooner than the endpoint has asked for', async () => {
    await add(row('poison', { notBefore: 0 }))
    await end('poison', { kind: 'refused', status: 413, afterMs: 7_200_000 }, 0)
    expect(await get('poison')).toMatchObject({ notBefore: 7_200_000 })
    expect(await take(7_199_999)).toEqual({ at: 7_200_000 })
    expect((await take(7_200_000)).row?.id).toBe('poison')
  })

  it('takes a refused record for one that a clock ahead has put off only where that is beyond a day', async () => {
    await add(row('poison', { notBefore: 864e5 + 1, refusals: 1 }))
    expect((await take(1)).row).toBeUndefined()
    expect((await take(0)).row?.id).toBe('poison')
  })

  it('never brings back a record that is gone', async () => {
    await end('a', { kind: 'refused', status: 400 }, 1000)
    await end('a', {}, 1000)
    expect(await get('a')).toBeUndefined()
  })

  it('keeps what a later version has written on a record', async () => {
    await add({ ...row('a'), future: 1 } as QueueRow)
    await end('a', {}, 1000)
    expect(await get('a')).toMatchObject({ future: 1, notBefore: 1000 })
  })
})

describe('a record', () => {
  const answered = (status: number) =>
    toOutcome({ status, ok: status >= 200 && status < 300, redirected: false, headers: new Headers() } as Response, 0)

  it('leaves on no status but 2xx', async () => {
    for (let status = 300; status < 600; status++) {
      const id = `${status}`
      await add(row(id))
      await end(id, answered(status), 1000)
      expect(await get(id), id).toMatchObject({ body: row(id).body })
    }
    for (let status = 200; status < 300; status++) {
      await add(row('a'))
      await end('a', answered(status), 1000)
      expect(await get('a'), `${status}`).toBeUndefined()
    }
  })

  it('leaves after no number of failures, and no age, and has its try at each step', async () => {
    const first = row('a', { notBefore: 0 })
    await add(first)
    let now = 0
    for (let failures = 1; failures <= 10_000; failures++) {
      expect((await take(now)).row, `${failures}`).toMatchObject({ id: 'a', body: first.body })
      await end('a', { status: failures % 2 ? 0 : 503 }, now, now)
      const { closedUntil } = await get<GateRow>('')
      expect(closedUntil - now, `${failures}`).toBeLessThanOrEqual(300_000)
      now = closedUntil
    }
    expect(now).toBeGreaterThan(20 * 864e5)
  })
})

describe('insert', () => {
  it('adds a record once', async () => {
    await add(row('a', { body: 'first' }))
    expect(await add(row('a', { body: 'second' }))).toBe('stored')
    expect((await get('a')).body).toBe('first')
  })

  it('takes the place of the revision that waits for its survey, or for the endpoint', async () => {
    await add(row('r.2', { notBefore: 'open' }))
    await add(row('r.3', { notBefore: 50, createdAt: 50 }), 'r.2')
    expect(await get('r.2')).toBeUndefined()
    await add(row('r.4', { createdAt: 60 }), 'r.3')
    expect(await get('r.3')).toBeUndefined()
  })

  it('leaves alone what somebody has claimed, and what was refused', async () => {
    await add(row('r.2', { notBefore: 30_050 }))
    await add(row('r.3', { createdAt: 60 }), 'r.2')
    expect(await get('r.2')).toBeTruthy()
    await add(row('s.2', { notBefore: undefined, status: 422 }))
    await add(row('s.3', { createdAt: 60 }), 's.2')
    expect(await get('s.2')).toBeTruthy()
  })

  it('takes the place of a revision that its format has failed, and of no gate', async () => {
    await add(row('r.2', { notBefore: undefined }))
    await add(row('r.3', { notBefore: undefined, createdAt: 60 }), 'r.2')
    expect(await get('r.2')).toBeUndefined()
    expect(await get('r.3')).toBeTruthy()
    await end('r.3', {}, 100)
    await add(row('other'))
    expect(await get('')).toBeTruthy()
  })

  it('refuses the newest when it is full, and evicts nothing', async () => {
    await add(row('a'), undefined, 1)
    expect(await add(row('b'), undefined, 1)).toBe('full')
    expect(await get('a')).toBeTruthy()
    expect(await get('b')).toBeUndefined()
  })

  it('takes a later revision of an open response even when it is full', async () => {
    await add(row('r.2', { notBefore: 'open' }), undefined, 1)
    expect(await add(row('r.3'), 'r.2', 1)).toBe('stored')
  })
})

describe('release', () => {
  it('frees what earlier pages have left open', async () => {
    await add(row('r.2', { notBefore: 'open' }))
    await add(row('b', { notBefore: 9e9 }))
    await store.run<void>(rows => release(rows, 500))
    expect((await get('r.2')).notBefore).toBe(500)
    expect((await get('b')).notBefore).toBe(9e9)
  })
})
