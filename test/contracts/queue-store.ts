import { describe, expect, it } from 'vitest'
import type { QueueRow, QueueStore } from '../../src/contracts'

export const row = (id: string, change: Partial<QueueRow> = {}): QueueRow => ({
  id,
  body: `{"id":"${id}"}`,
  type: 'application/json',
  createdAt: 0,
  notBefore: 100,
  ...change,
})

/** The promises that every store keeps. */
export function testQueueStore(name: string, create: () => QueueStore) {
  describe(`${name} as a queue store`, () => {
    const next = (store: QueueStore) => store.run<QueueRow | undefined>((rows, done) => rows.next(done))
    const open = (store: QueueStore) => store.run<QueueRow | undefined>((rows, done) => rows.open(done))
    const put = (store: QueueStore, ...added: QueueRow[]) =>
      store.run<void>(rows => {
        for (const one of added) rows.put(one)
      })

    it('gives back what was put, unknown fields included', async () => {
      const store = create()
      const future = { ...row('a'), v: 2, extra: { deep: true } }
      await put(store, future)
      expect(await store.run((rows, done) => rows.get('a', done))).toEqual(future)
      expect(await store.run((rows, done) => rows.get('b', done))).toBeUndefined()
    })

    it('finds the row that is due first', async () => {
      const store = create()
      const [late, early, middle] = [300, 100, 200].map(notBefore => row(`${notBefore}`, { notBefore }))
      await put(store, late!, early!, middle!)
      expect(await next(store)).toEqual(early)
      expect(await open(store)).toBeUndefined()
    })

    it('keeps open, refused and spoilt rows out of what is due', async () => {
      const store = create()
      const waits = row('open', { notBefore: 'open' })
      await put(store, row('dead', { notBefore: undefined }), row('spoilt', { notBefore: 'zzz' as never }), waits)
      expect(await next(store)).toBeUndefined()
      expect(await open(store)).toEqual(waits)
    })

    it('counts what waits, and lists everything', async () => {
      const store = create()
      await put(store, row('a'), row('open', { notBefore: 'open' }), row('dead', { notBefore: undefined }))
      expect(await store.run((rows, done) => rows.count(done))).toBe(2)
      expect((await store.run<QueueRow[]>((rows, done) => rows.all(done))).map(({ id }) => id).sort()).toEqual([
        'a',
        'dead',
        'open',
      ])
    })

    it('removes a row, and does not mind one that is gone', async () => {
      const store = create()
      await put(store, row('a'))
      await store.run<void>(rows => {
        rows.remove('a')
        rows.remove('b')
      })
      expect(await store.run((rows, done) => rows.count(done))).toBe(0)
    })

    it('rejects when the work throws', async () => {
      const store = create()
      await expect(
        store.run<void>(rows =>
          rows.get('a', () => {
            throw new Error('in the work')
          }),
        ),
      ).rejects.toBeTruthy()
    })
  })
}
