import type { Adapter } from '../contracts'
import { step } from './parts/step'

/** The standard storefront events: https://shopify.dev/docs/api/storefront-events-and-actions/events */
const canonical: Record<string, string> = {
  __proto__: null as never,
  'shopify:product:view': 'product.viewed',
  'shopify:cart:view': 'cart.viewed',
  add: 'cart.added',
  remove: 'cart.removed',
}
const types = ['shopify:product:view', 'shopify:cart:view', 'shopify:cart:lines-update']

interface Changed {
  cart?: { cost?: { totalAmount?: { amount?: unknown; currencyCode?: unknown } } }
  userErrors?: unknown[]
}

interface StorefrontEvent extends Event {
  action?: string
  /** What has become of a change that was asked for. */
  promise?: PromiseLike<Changed>
}

/**
 * Hears the events that Shopify's themes dispatch on the storefront, and that Shopify's own actions dispatch for them. A
 * change of the cart is dispatched when it is asked for, and told once Shopify has confirmed it.
 */
export const shopifyTheme: Adapter = (pulso, { window: page = window } = {}) => {
  let live = true
  const hear = async (event: Event) => {
    try {
      const { type, action, promise } = event as StorefrontEvent
      const name = canonical[action ?? type]
      const { cart, userErrors } = (name && (await promise)) || {}
      const total = cart?.cost?.totalAmount
      if (live && name && !userErrors?.length) pulso.track(name, step(undefined, total?.amount, total?.currencyCode))
    } catch {} // refused, which is for the theme to say
  }
  for (const type of types) page.addEventListener(type, hear, true)
  return () => {
    live = false
    for (const type of types) page.removeEventListener(type, hear, true)
  }
}
