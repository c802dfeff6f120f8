import type { Adapter } from '../contracts'
import { step } from './parts/step'
import { when } from './parts/when'

/** BigCommerce's open data layer: https://developer.bigcommerce.com/docs/integrations/hosted-analytics */
const canonical: Record<string, Record<string, string>> = {
  product: { pageViewed: 'product.viewed' },
  cart: { addItem: 'cart.added', removeItem: 'cart.removed', viewed: 'cart.viewed' },
  checkout: {
    checkoutBegin: 'checkout.started',
    shippingDetailsProvided: 'checkout.shipping',
    paymentDetailsProvided: 'checkout.payment',
    orderPurchased: 'order.completed',
  },
}

type Group = Record<string, ((hear: (payload: Record<string, unknown>) => void) => unknown) | undefined>

/**
 * Subscribes to BigCommerce's data layer, whose parts come late and one by one. It is there on Stencil themes for which
 * the store has switched analytics on. It has no way to unsubscribe, so what was stopped stays and is silent.
 */
export const bigcommerce: Adapter = (pulso, { global = 'bodlEvents', window: page = window } = {}) => {
  const stops = Object.keys(canonical).map(group =>
    when(
      page,
      () => (page as never as Record<string, Record<string, Group> | undefined>)[global as string]?.[group],
      found => {
        let live = true
        for (const method in canonical[group])
          found[method]?.(payload => {
            try {
              // The documentation says order_id, and the checkout itself transaction_id. Both are of orders alone.
              const { order_id, transaction_id, cart_value, currency } = payload
              if (live) pulso.track(canonical[group]![method]!, step(order_id ?? transaction_id, cart_value, currency))
            } catch {}
          })
        return () => {
          live = false
        }
      },
    ),
  )
  return () => stops.forEach(stop => void stop())
}
