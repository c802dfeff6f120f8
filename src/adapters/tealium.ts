import type { Adapter } from '../contracts'
import { flat, type Payload } from './parts/flat'
import { amount } from './parts/money'
import { when } from './parts/when'
import { wrap } from './parts/wrap'

/** Its words for `tealium_event`: https://docs.tealium.com/platforms/getting-started-web/data-layer/definitions/retail/ */
const canonical: Record<string, string> = {
  __proto__: null as never,
  product_view: 'product.viewed',
  cart_add: 'cart.added',
  cart_remove: 'cart.removed',
  cart_view: 'cart.viewed',
  checkout: 'checkout.started',
  purchase: 'order.completed',
  user_register: 'account.created',
}

/**
 * Listens to Tealium by `utag.track`, through which `utag.view` and `utag.link` go:
 * https://docs.tealium.com/platforms/javascript/api/tracking-functions/ The page's first view is no call, so `utag_data`
 * is read when `utag` is there. Where the event has no name but `view` or `link`, as on many pages, an order's id with
 * its total is a purchase.
 */
export const tealium: Adapter = (pulso, { global = 'utag', window: page = window } = {}) => {
  const hear = (data: Payload) => {
    const { tealium_event, order_id, order_total, order_currency: currency } = data
    const isPlain = /^(view|link|undefined)$/.test(tealium_event)
    const event = isPlain ? order_id && order_total && 'purchase' : tealium_event
    if (typeof event === 'string')
      pulso.track(canonical[event] ?? event, flat({ ...data, value: amount(order_total), currency }))
  }
  return when(
    page,
    () => {
      const utag = page[global as never] as Payload | undefined
      return utag?.track && utag
    },
    // `track('view', data)`, or as newer ones make of it `track({ event, data })`
    utag =>
      wrap(page, utag, 'track', ([type, data = (type as Payload).data]) => hear(data as Payload), [
        ['view', page['utag_data' as never]],
      ]),
  )
}
