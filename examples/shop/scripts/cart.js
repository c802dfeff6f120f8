import { findProduct } from './catalog.js'
import { read, write } from './store.js'

export const largestQuantity = 9

/** The cart's lines, each `{ product, quantity }`. A product the shop no longer sells drops out. */
export function cartLines() {
  return Object.entries(read('cart', {}))
    .map(([id, quantity]) => ({ product: findProduct(id), quantity }))
    .filter(line => line.product && line.quantity > 0)
}

export const quantityOf = id => read('cart', {})[id] ?? 0

/** Sets how many of a product are in the cart; none takes it out. Returns the change that was really made. */
export function setQuantity(id, wanted) {
  const cart = read('cart', {})
  const before = cart[id] ?? 0
  const quantity = Math.min(Math.max(Math.trunc(wanted) || 0, 0), largestQuantity)
  if (quantity) cart[id] = quantity
  else delete cart[id]
  write('cart', cart)
  dispatchEvent(new Event('cart-changed'))
  return quantity - before
}

export function emptyCart() {
  write('cart', {})
  dispatchEvent(new Event('cart-changed'))
}

export const countOf = lines => lines.reduce((count, line) => count + line.quantity, 0)
export const subtotalOf = lines => lines.reduce((sum, line) => sum + line.product.price * line.quantity, 0)
