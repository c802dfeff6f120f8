import type { Payload } from './flat'

/** What GA4 calls a step of the journey, and what we call it: https://developers.google.com/analytics/devguides/collection/ga4/reference/events */
const canonical: Record<string, string> = {
  __proto__: null as never,
  purchase: 'order.completed',
  add_to_cart: 'cart.added',
  remove_from_cart: 'cart.removed',
  view_cart: 'cart.viewed',
  refund: 'order.refunded',
  add_shipping_info: 'checkout.shipping',
  add_payment_info: 'checkout.payment',
  view_item: 'product.viewed',
  begin_checkout: 'checkout.started',
  sign_up: 'account.created',
  generate_lead: 'lead.created',
}

/** Tells of an entry of a data layer, in both forms in use: a pushed object, and the arguments of `gtag('event', …)`. Throws on what is neither. */
export function ga4(entry: Payload, track: (name: string, properties: Payload) => unknown): void {
  let { event, ecommerce, ...properties } = entry
  if ('callee' in entry) {
    event = entry[0] === 'event' && entry[1]
    ecommerce = entry[2]
    properties = {}
  }
  if (typeof event !== 'string' || event.startsWith('gtm.')) return
  const said = typeof ecommerce === 'object' && ecommerce // a text would be spread letter by letter
  track(canonical[event] ?? event, {
    ...properties,
    ...said,
    ...(said?.transaction_id && { order_id: said.transaction_id }),
  })
}
