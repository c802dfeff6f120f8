import type { Adapter } from '../contracts'
import { flat } from './parts/flat'
import { amount } from './parts/money'
import { object } from './parts/object'
import { when } from './parts/when'
import { wrap } from './parts/wrap'

/** Shopify's standard events, as pixels know them: https://shopify.dev/docs/api/web-pixels-api/standard-events */
const canonical: Record<string, string> = {
  __proto__: null as never,
  product_viewed: 'product.viewed',
  product_added_to_cart: 'cart.added',
  product_removed_from_cart: 'cart.removed',
  cart_viewed: 'cart.viewed',
  checkout_started: 'checkout.started',
  checkout_shipping_info_submitted: 'checkout.shipping',
  payment_info_submitted: 'checkout.payment',
  checkout_completed: 'order.completed',
}

interface Money {
  amount?: unknown
  currencyCode?: unknown
}
interface Payload {
  checkout?: { order?: { id?: unknown }; totalPrice?: Money }
  order_id?: unknown
  value?: unknown
  currency?: unknown
}
interface Analytics {
  publish: object
  /** What was published before Shopify's own script has come; the script replaces it together with `publish`. */
  replayQueue?: unknown[][]
}

/**
 * Hears what themes and apps publish to pixels on the storefront: `Shopify.analytics.publish`, at first a stub, and
 * replaced by Shopify's own script. No script of ours runs in the checkout, nor on the page that thanks: a custom pixel
 * tells of orders, see docs/shops.md; the theme's own events are in shopify-theme.ts.
 */
export const shopify: Adapter = (pulso, { global = 'Shopify', window: page = window } = {}) => {
  const analytics = () =>
    (page as never as Record<string, { analytics?: Analytics } | undefined>)[global as string]?.analytics
  const hear = ([name, payload]: unknown[]) => {
    const said: Payload = object(payload as Payload)
    const { checkout, order_id, value, currency } = said
    const money = checkout?.totalPrice
    pulso.track(
      canonical[name as string] ?? (name as string),
      flat({
        ...said,
        order_id: checkout?.order?.id ?? order_id,
        value: amount(money?.amount ?? value),
        currency: money?.currencyCode ?? currency,
      }),
    )
  }
  return when(
    page,
    () => analytics()?.replayQueue ?? analytics(),
    queue => wrap(page, analytics()!, 'publish', hear, Array.isArray(queue) ? queue : []),
  )
}
