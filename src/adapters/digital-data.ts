import type { Adapter } from '../contracts'
import { flat, type Payload } from './parts/flat'
import { amount } from './parts/money'
import { object } from './parts/object'
import { when } from './parts/when'
import { wrap } from './parts/wrap'

/**
 * Reads the W3C's `digitalData`: https://www.w3.org/2013/12/ceddl-201312.pdf It is an object that says nothing by
 * itself. A transaction with an id is a completed order; what stands in `event`, and is pushed there, passes by its own
 * name. Both are looked for as the page and its scripts load, and shortly after.
 */
export const digitalData: Adapter = (pulso, { global = 'digitalData', window: page = window } = {}) => {
  const find = (key: string) => () => (page[global as never] as Payload | undefined)?.[key]
  const hear = (entry: Payload) => {
    const { eventInfo = entry, attributes } = entry
    const name = eventInfo.eventName ?? eventInfo.event
    if (typeof name === 'string') pulso.track(name, flat({ ...eventInfo, ...object(attributes) }))
  }
  const findOrder = () => {
    const transaction = find('transaction')()
    return transaction?.transactionID && transaction
  }
  const stops = [
    when(page, findOrder, ({ transactionID: order_id, total }) => {
      const { transactionTotal, basePrice, currency } = Object(total) as Payload
      pulso.track('order.completed', flat({ order_id, value: amount(transactionTotal ?? basePrice), currency }))
      return undefined
    }),
    when(page, find('event') as () => Payload[], events =>
      wrap(
        page,
        events,
        'push',
        entries => entries.forEach(entry => void hear(entry as Payload)),
        events.map(entry => [entry]),
      ),
    ),
  ]
  return () => stops.forEach(stop => void stop())
}
