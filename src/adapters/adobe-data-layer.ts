import type { Adapter } from '../contracts'
import { flat, type Payload } from './parts/flat'
import { amount } from './parts/money'
import { when } from './parts/when'

/** The words of Adobe Commerce, and of the XDM: https://github.com/adobe/commerce-events */
const canonical: Record<string, string> = {
  __proto__: null as never,
  'product-page-view': 'product.viewed',
  'add-to-cart': 'cart.added',
  'remove-from-cart': 'cart.removed',
  'shopping-cart-view': 'cart.viewed',
  'initiate-checkout': 'checkout.started',
  'place-order': 'order.completed',
  'create-account': 'account.created',
  'commerce.purchases': 'order.completed',
}

/**
 * Listens to the Adobe Client Data Layer in its own way, a pushed function that adds a listener, which holds before and
 * after the library is there and tells of what was pushed before: https://github.com/adobe/adobe-client-data-layer/wiki
 * Its `push` is never wrapped, for the library puts its own in place. The order is where Adobe Commerce or the XDM has it.
 */
export const adobeDataLayer: Adapter = (pulso, { global = 'adobeDataLayer', window: page = window } = {}) =>
  when(
    page,
    () => page[global as never] as Payload,
    layer => {
      let live = true
      const hear = ({ event, eventInfo, ...rest }: Payload) => {
        if (typeof event !== 'string') return
        const { orderContext, storefrontInstanceContext } = Object(eventInfo) as Payload
        // Adobe Commerce says with each event all that it knows, and so its last order, too.
        const order: Payload = (/^place/.test(event) && orderContext) || rest.commerce?.order || rest
        const currency = order.currencyCode ?? storefrontInstanceContext?.storeViewCurrencyCode ?? rest.currency
        const order_id = order.orderId ?? order.purchaseID ?? rest.transaction_id
        const value = amount(order.grandTotal ?? order.priceTotal ?? rest.value)
        pulso.track(canonical[event] ?? event, flat({ ...rest, order_id, value, currency }))
      }
      const listen = (told: Payload) =>
        page.setTimeout(() => {
          try {
            if (live) hear(told)
          } catch {} // a getter that throws
        })
      layer.push((library: Payload) => library.addEventListener('adobeDataLayer:event', listen))
      return () => {
        live = false
      }
    },
  )
