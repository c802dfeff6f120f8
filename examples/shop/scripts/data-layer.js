/** The shop's analytics, as sites with Google Tag Manager push it: GA4 names and parameters. */
import { subtotalOf } from './cart.js'

const currency = 'EUR'

export function viewItemList(name, products) {
  const list = { item_list_id: name.toLowerCase().replaceAll(' ', '_'), item_list_name: name }
  const items = products.map((product, index) => ({ ...toItem({ product, quantity: 1 }), ...list, index }))
  pushEcommerce('view_item_list', { ...list, items })
}

export const viewItem = product => pushLines('view_item', [{ product, quantity: 1 }])
export const addToCart = (product, quantity) => pushLines('add_to_cart', [{ product, quantity }])
export const removeFromCart = (product, quantity) => pushLines('remove_from_cart', [{ product, quantity }])
export const viewCart = lines => pushLines('view_cart', lines)
export const beginCheckout = lines => pushLines('begin_checkout', lines)
export const addShippingInfo = (lines, tier) => pushLines('add_shipping_info', lines, { shipping_tier: tier })
export const addPaymentInfo = (lines, type) => pushLines('add_payment_info', lines, { payment_type: type })

/** GA4 wants `value` without shipping; our prices include the tax that `tax` states. */
export function purchase(order) {
  const tax = Math.round((order.subtotal * 100 * 21) / 121) / 100
  pushLines('purchase', order.lines, { transaction_id: order.id, shipping: order.shipping, tax })
}

/** A custom event, which has no ecommerce part. */
export function pushEvent(event, parameters) {
  window.dataLayer.push({ event, ...parameters })
}

function pushLines(event, lines, parameters) {
  pushEcommerce(event, { currency, value: subtotalOf(lines), ...parameters, items: lines.map(toItem) })
}

function pushEcommerce(event, ecommerce) {
  window.dataLayer.push({ ecommerce: null }) // else the items of the event before this one stay in Tag Manager's model
  window.dataLayer.push({ event, ecommerce })
}

function toItem({ product, quantity }) {
  return {
    item_id: product.id,
    item_name: product.name,
    item_brand: 'Kilnmoor',
    item_category: product.category,
    item_variant: product.glaze,
    price: product.price,
    quantity,
  }
}
