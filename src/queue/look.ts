import type { Delivery, QueueRow, QueueTransaction } from '../contracts'
import type { Queue } from './queue'

/** How many records wait. */
export const pending = async (queue: Queue): Promise<number> =>
  (await all(queue)).filter(({ notBefore }) => notBefore).length

/** The records that the endpoint has refused for good; 0 is the status of one that was never sent. */
export const refused = async (queue: Queue): ReturnType<Delivery['refused']> =>
  (await all(queue))
    .filter(({ notBefore, body }) => !notBefore && body)
    .map(({ id, status = 0, body }) => ({ id, status, body }))

/** Gives a refused record another five chances; resolves with whether there was one. */
export async function retry(queue: Queue, id: string): Promise<boolean> {
  const found = await queue.each<boolean>((rows, done) => revive(rows, id, done))
  queue.flush()
  return found.includes(true)
}

const all = async (queue: Queue) => (await queue.each<QueueRow[]>((rows, done) => rows.all(done))).flat()

/** Puts a record that was kept as refused among those that are due. */
function revive(rows: QueueTransaction, id: string, done: (found: boolean) => void): void {
  rows.get(id, found => {
    const row = found as QueueRow | undefined
    const refused = !!row?.body && !row.notBefore
    if (refused) rows.put({ ...row, refusals: 0, notBefore: 1 })
    done(refused)
  })
}
