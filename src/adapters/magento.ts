import type { Adapter } from '../contracts'
import type { JQuery } from './parts/jquery'
import { step } from './parts/step'
import { when } from './parts/when'

/** Adobe Commerce's storefront events: https://developer.adobe.com/commerce/services/shared-services/storefront-events/ */
const canonical: Record<string, string> = {
  __proto__: null as never,
  'product-page-view': 'product.viewed',
  'add-to-cart': 'cart.added',
  'remove-from-cart': 'cart.removed',
  'shopping-cart-view': 'cart.viewed',
  'initiate-checkout': 'checkout.started',
  'place-order': 'order.completed',
}

interface Order {
  orderId?: unknown
  grandTotal?: unknown
}

interface EventInfo {
  orderContext?: Order
}

interface Layer {
  push(use: (layer: Layer) => void): unknown
  addEventListener(type: string, hear: (item: { event: string; eventInfo?: EventInfo }) => void): void
}

/**
 * Hears Adobe Commerce through its data layer, by the route that the layer supports before and after it has loaded:
 * https://github.com/adobe/adobe-client-data-layer/wiki. Magento Open Source has none, so there jQuery tells of the cart
 * and the success page of the order; once the layer has spoken, it alone is heard.
 */
export const magento: Adapter = (pulso, { global = 'adobeDataLayer', window: page = window } = {}) => {
  const globals = page as never as Record<string, unknown>
  let live = true
  let layered: unknown
  const tell = (name?: string, eventInfo?: EventInfo) => {
    try {
      // The layer says with each event all that it knows, and so its last order, too.
      const { orderId, grandTotal } = (/^o/.test(name!) && eventInfo?.orderContext) || ({} as Order)
      if (live && name) pulso.track(name, step(orderId, grandTotal))
    } catch {}
  }
  const stops = [
    when(
      page,
      () => globals[global as string] as Layer,
      layer =>
        void layer.push(loaded =>
          loaded.addEventListener('adobeDataLayer:event', item => {
            try {
              const name = canonical[item.event]
              layered ??= name
              tell(name, item.eventInfo)
            } catch {} // no event, or one with a getter that throws
          }),
        ),
    ),
    when(
      page,
      () => globals.jQuery as JQuery,
      jQuery => void jQuery(page.document).on('ajax:addToCart', () => layered || tell('cart.added')),
    ),
    when(
      page,
      // To those who are logged in the number is a link, to others a word of the sentence.
      () => page.document.querySelector('.checkout-success .order-number,.checkout-success p>span'),
      number => void (layered || tell('order.completed', { orderContext: { orderId: number.textContent!.trim() } })),
    ),
  ]
  return () => {
    live = false
    for (const stop of stops) stop()
  }
}
