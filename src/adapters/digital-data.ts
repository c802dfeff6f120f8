import type { Adapter } from '../contracts'
import { flat, type Payload } from './parts/flat'
import { amount } from './parts/money'
import { object } from './parts/object'
import { when } from './parts/when'
import { wrap } from './parts/wrap'

/**
 * Reads the W3C's `digitalData`: https://www.w3.org/2013/12/ceddl-201312.pdf It is an object that says nothing by
 * itself. A transaction with an id is a completed order, and one with another id is the next; what stands in `event`, and
 * is pushed there, passes by its own name. Both are looked for as the page and its scripts load, and shortly after; the
 * order when an event is pushed, too.
 */
export const digitalData: Adapter = (pulso, { global = 'digitalData', window: page = window } = {}) => {
  /** What was pushed: it may be copied into the array that takes the place of the last. */
  const known = new WeakSet()
  let last: unknown
  const find = (key: string) => (page[global as never] as Payload | undefined)?.[key]
  const tellOrder = () => {
    try {
      const { transactionID: order_id, total } = find('transaction')
      if (!order_id || order_id === last) return
      last = order_id
      const { transactionTotal, basePrice, currency } = object(total)
      pulso.track('order.completed', flat({ order_id, value: amount(transactionTotal ?? basePrice), currency }))
    } catch {} // none yet, or a getter that throws
  }
  const hear = (entry: Payload) => {
    known.add(entry)
    const { eventInfo = entry, attributes } = entry
    const name = eventInfo.eventName ?? eventInfo.event
    if (typeof name === 'string') pulso.track(name, flat({ ...eventInfo, ...object(attributes) }))
  }
  return when(
    page,
    () => {
      tellOrder()
      return find('event') as Payload[]
    },
    events =>
      wrap(
        page,
        events,
        'push',
        (entries, isNew) => {
          tellOrder()
          for (const entry of entries as Payload[]) if (isNew || !known.has(entry)) hear(entry)
        },
        events.map(entry => [entry]),
      ),
  )
}
