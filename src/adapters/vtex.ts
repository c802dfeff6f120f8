import type { Adapter } from '../contracts'
import { step } from './parts/step'

/** The pixel bus of VTEX's store framework: https://github.com/vtex-apps/google-tag-manager */
const canonical: Record<string, string> = {
  __proto__: null as never,
  'vtex:productView': 'product.viewed',
  'vtex:addToCart': 'cart.added',
  'vtex:removeFromCart': 'cart.removed',
  'vtex:viewCart': 'cart.viewed',
  'vtex:beginCheckout': 'checkout.started',
  'vtex:addShippingInfo': 'checkout.shipping',
  'vtex:addPaymentInfo': 'checkout.payment',
  'vtex:orderPlaced': 'order.completed',
  'vtex:refund': 'order.refunded',
  'vtex:signUp': 'account.created',
}

/**
 * Hears the messages that VTEX's store framework posts to its own window, and no other window's: a frame cannot feign an
 * order. The names we do not know stay unheard, as some of them carry who the visitor is.
 */
export const vtex: Adapter = (pulso, { window: page = window } = {}) => {
  const hear = (message: MessageEvent) => {
    try {
      const { source, data } = message
      const name = source === page && canonical[data.eventName]
      if (!name) return
      const { transactionId, transactionTotal, transactionCurrency, currency } = data
      pulso.track(name, step(transactionId, transactionTotal, transactionCurrency ?? currency))
    } catch {} // others post what they like
  }
  page.addEventListener('message', hear)
  return () => page.removeEventListener('message', hear)
}
