import { cartLines, emptyCart, subtotalOf } from './cart.js'
import { findProduct } from './catalog.js'
import { deliveryPrice } from './delivery.js'
import { read, write } from './store.js'

/** Turns the cart into an order that this browser keeps, and returns its id. Nothing is sent anywhere. */
export function placeOrder({ tier, payment, firstName }) {
  const orders = read('orders', {})
  const lines = cartLines()
  const subtotal = subtotalOf(lines)
  const id = freshId(orders)
  orders[id] = {
    lines: lines.map(({ product, quantity }) => ({ id: product.id, quantity })),
    subtotal,
    shipping: deliveryPrice(tier, subtotal),
    tier,
    payment,
    firstName,
  }
  write('orders', orders)
  emptyCart()
  return id
}

export function findOrder(id) {
  const order = read('orders', {})[id]
  if (!order) return
  const lines = order.lines.map(line => ({ product: findProduct(line.id), quantity: line.quantity }))
  return { ...order, id, lines: lines.filter(line => line.product) }
}

function freshId(taken) {
  let id
  do id = `K-${Math.floor(10000 + Math.random() * 90000)}`
  while (taken[id])
  return id
}
