/**
 * The half that keeps answers: queue, transport and destination joined. It arrives when somebody is about to be asked,
 * or when an earlier page has left something to deliver; who is never asked never downloads it.
 * @module
 */
import type { DestinationSettings } from './config'
import type { Delivery, DeliveryEvents, Env, Format, QueueRow, Response } from './contracts'
import { json } from './destinations/json'
import { pending, refused, retry } from './queue/look'
import { createQueue } from './queue/queue'
import { mannerOf } from './transport/manner'
import { createSend, isLater } from './transport/send'

/** Delivers to every destination by itself: each has its own queue, and one that fails holds up no other. */
export function createDelivery(
  env: Env,
  name: string,
  destinations: DestinationSettings[],
  notify: DeliveryEvents,
  formats: Record<string, Format> = {},
): Delivery {
  const { navigator, location, document } = env.window
  const optedOut = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl
  const hostOf = (url: string) => {
    try {
      return new URL(url, document.baseURI).host
    } catch {
      return location.host // no request goes anywhere
    }
  }
  const isThirdParty = ({ thirdParty, url, key }: DestinationSettings) =>
    thirdParty ?? (key && hostOf(url) !== location.host)
  const allowed = destinations.filter(destination => !(optedOut && isThirdParty(destination)))
  const names = new Set<string>()
  const deliveries = allowed.map(destination => {
    const { key, format = 'json' } = destination
    const toRequest = typeof format === 'function' ? format : (formats[format] ?? json)
    let own = name + key
    while (names.has(own)) own += '+' // two may have one URL, and other headers
    names.add(own)
    return createOne(env, own, destination, notify, toRequest)
  })
  const each = <T>(task: (delivery: Delivery) => Promise<T>) => Promise.all(deliveries.map(task))
  return {
    async keep(response, previous, leaving) {
      const kept = await each(delivery => delivery.keep(response, previous, leaving))
      return (['lost', 'full', 'memory', 'stored'] as const).find(result => kept.includes(result))
    },
    flush: async () => void (await each(delivery => delivery.flush())),
    pending: async () => (await each(delivery => delivery.pending())).reduce((sum, count) => sum + count, 0),
    refused: async () => (await each(delivery => delivery.refused())).flat(),
    retry: async id => (await each(delivery => delivery.retry(id))).includes(true),
    stop() {
      for (const delivery of deliveries) delivery.stop()
    },
  }
}

function createOne(
  env: Env,
  name: string,
  destination: DestinationSettings,
  notify: DeliveryEvents,
  toRequest: Format,
): Delivery {
  const queue = createQueue(env, name, createSend(env, destination.url, mannerOf(env, destination)), notify)
  const { statuses, beforeSend } = destination
  /** Of each response, the row that was kept last: the revisions between it and the next may have been dropped. */
  const last = new Map<string, string>()
  const rowId = ({ id, revision }: Response) => `${id}.${revision}`
  /**
   * The response as this destination is to have it; undefined when it is not to have it at all. Where its format
   * fails, JSON is kept among what was refused, as nobody has agreed to send that. A script of the page may have
   * broken JSON, too: then it is lost.
   */
  const toRow = (response: Response, previous?: Response): QueueRow | 'lost' | undefined => {
    const { status, endedBy } = response
    const id = rowId(response)
    const createdAt = env.now()
    let final: Response | undefined
    try {
      const changed = beforeSend ? beforeSend(structuredClone(response)) : response
      if (!changed) return
      if (isLater(changed)) throw 'a promise'
      final = { ...changed, id: response.id, revision: response.revision }
      const request = toRequest(final, destination)
      if (typeof request.body !== 'string') throw 'no text'
      // While its survey is on screen a partial response waits: a later revision will take its place.
      const isOpen = previous && status === 'partial' && !endedBy
      return { ...request, id, createdAt, notBefore: isOpen ? 'open' : createdAt }
    } catch (cause) {
      const tell = (code: string) => notify('error', { code, message: `${id} ${cause}`, id })
      if (!final) {
        tell('before-send')
        return
      }
      try {
        const row = { ...json(final), id, createdAt }
        if (!row.body) throw cause
        tell('format')
        return row
      } catch {
        tell('not-kept')
        return 'lost'
      }
    }
  }
  return {
    ...queue,
    async keep(response, previous, leaving): ReturnType<Delivery['keep']> {
      const row = statuses.includes(response.status) ? toRow(response, previous) : undefined
      if (typeof row !== 'object') return row
      const earlier = last.get(response.id) ?? (previous && rowId(previous))
      // Handed on twice, a revision does not take its own place.
      const supersedes = earlier === row.id ? undefined : earlier
      last.set(response.id, row.id)
      if (!leaving) return queue.add(row, supersedes)
      queue.leave(row, supersedes)
    },
    pending: () => pending(queue),
    refused: () => refused(queue),
    retry: id => retry(queue, id),
  }
}
