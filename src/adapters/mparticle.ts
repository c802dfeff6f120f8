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
 * knows the visitor, and those are not told twice. Once it is ready it has made them all.
 */
export const mparticle: Adapter = (pulso, { global = 'mParticle', window: page = window } = {}) => {
  let kept: unknown[] = []
  const hear = (method: string, [name, , attributes, , order]: Payload[string], isKept: boolean) => {
    const about = order ?? attributes ?? name
    const at = kept.indexOf(about)
    if (isKept) kept.push(about)
    else if (at >= 0) return kept.splice(at, 1)
    const event = method === 'logEvent' ? name : actions[name]
    if (typeof event === 'string')
      pulso.track(event, flat({ ...object(attributes), order_id: order?.Id, value: +order?.Revenue || undefined }))
  }
  return when(
    page,
    // It may be there before its methods are.
    () => (page[global as never] as Payload | undefined)?.eCommerce && (page[global as never] as Payload),
    library => {
      const { config, eCommerce, getInstance } = library
      if (getInstance)
        library.ready?.(() =>
          page.setTimeout(() => {
            kept = []
          }),
        )
      const stops = ['logEvent', 'logProductAction'].map((method, index) =>
        wrap(
          page,
          index ? eCommerce : library,
          method,
          args => hear(method, args, !getInstance),
          // Copied, for the library takes them apart.
          getInstance
            ? []
            : config.rq.flatMap((call?: Payload[string]) => (call?.[0]?.endsWith?.(method) ? [call.slice(1)] : [])),
        ),
      )
      // Where the library has taken its place, what was called in this task is still to be told.
      return () => stops.forEach(stop => void (page[global as never] === library ? stop() : page.setTimeout(stop)))
    },
  )
}
