import type { Adapter } from '../contracts'
import { flat, type Payload } from './parts/flat'
import { object } from './parts/object'
import { when } from './parts/when'
import { wrap } from './parts/wrap'

/** Its `ProductActionType`s: https://docs.mparticle.com/developers/sdk/web/commerce-tracking/ */
const actions: Record<string, string> = {
  1: 'cart.added',
  2: 'cart.removed',
  3: 'checkout.started',
  6: 'product.viewed',
  7: 'order.completed',
  8: 'order.refunded',
  11: 'cart.viewed',
  12: 'checkout.shipping',
  13: 'checkout.payment',
}

/**
 * Listens to mParticle by its `logEvent` and `eCommerce.logProductAction`, for it has no way to subscribe. Until the
 * library is there its snippet keeps calls in `config.rq`; the library makes them again, some at once and some when it
 * knows the visitor, and those are not told twice.
 */
export const mparticle: Adapter = (pulso, { global = 'mParticle', window: page = window } = {}) => {
  const kept = new Set()
  const hear = (method: string, [name, , attributes, , order]: Payload[string], isKept?: boolean) => {
    const about = order ?? attributes ?? name
    if (isKept) kept.add(about)
    else if (kept.delete(about)) return
    const event = method === 'logEvent' ? name : actions[name]
    if (typeof event === 'string')
      pulso.track(event, flat({ ...object(attributes), order_id: order?.Id, value: +order?.Revenue || undefined }))
  }
  return when(
    page,
    () => page[global as never] as Payload,
    library => {
      const { config, eCommerce, getInstance } = library
      if (!getInstance) {
        const hearKept = ([[method, ...args]]: Payload[string]) =>
          /logEvent|ProductAction/.test(method) && hear(method, args, true)
        return wrap(
          page,
          config.rq,
          'push',
          hearKept,
          config.rq.map((call: unknown) => [call]),
        )
      }
      const [stop, stopToo] = ['logEvent', 'logProductAction'].map((method, index) =>
        wrap(page, index ? eCommerce : library, method, args => hear(method, args)),
      )
      return () => {
        stop!()
        stopToo!()
      }
    },
  )
}
