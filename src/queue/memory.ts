import type { GateRow, QueueRow, QueueStore } from '../contracts'

/** A store for what the disk would not take: it lasts as long as the page. */
export function createMemoryStore(): QueueStore {
  const map = new Map<string, QueueRow | GateRow>()
  const waiting = () => ([...map.values()] as QueueRow[]).filter(row => row.notBefore !== undefined)
  return {
    async run(work) {
      let value: unknown
      work(
        {
          get: (id, then) => then(map.get(id)),
          put: row => map.set(row.id, row),
          remove: id => map.delete(id),
          next: then => then(earliest(waiting().filter(({ notBefore }) => (notBefore as number) < Infinity))),
          open: then => then(waiting().find(({ notBefore }) => notBefore === 'open')),
          count: then => then(waiting().length),
          all: then => then([...map.values()] as QueueRow[]),
        },
        result => {
          value = result
        },
      )
      return value as never
    },
  }
}

const earliest = (rows: QueueRow[]) => rows.sort((a, b) => (a.notBefore as number) - (b.notBefore as number))[0]
