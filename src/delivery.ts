/**
 * The half that keeps answers: queue, transport and destination joined. It arrives when somebody is about to be asked,
 * or when an earlier page has left something to deliver; who is never asked never downloads it.
 * @module
 */
import type { Delivery, DeliveryEvents, Env, Response } from './contracts'
import { json } from './destinations/json'
import { createQueue } from './queue/queue'
import type { DestinationOptions } from './schema'
import { createSend } from './transport/send'

export function createDelivery(
  env: Env,
  name: string,
  destination: DestinationOptions,
  notify: DeliveryEvents,
): Delivery {
  const queue = createQueue(env, name, createSend(env, destination), notify)
  const rowId = ({ id, revision }: Response) => `${id}.${revision}`
  return {
    ...queue,
    async keep(response, previous, leaving) {
      const createdAt = env.now()
      // While its survey is on screen a partial response waits: a later revision will take its place.
      const notBefore = response.status === 'partial' && !response.endedBy ? 'open' : createdAt
      const row = { id: rowId(response), ...json(response), createdAt, notBefore } as const
      const supersedes = previous && rowId(previous)
      if (!leaving) return queue.add(row, supersedes)
      queue.leave(row, supersedes)
    },
    refused: async () =>
      (await queue.refused())
        .filter(({ body }) => body)
        .map(({ id, status = 0, body }) => ({ id, status, response: JSON.parse(body) })),
  }
}
