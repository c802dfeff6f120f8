import { purchase } from './data-layer.js'
import { findOrder } from './orders.js'
import { copy, find, parameter, showPicture, toPrice } from './page.js'

const payments = { on_delivery: 'Pay on delivery', card: 'Card (demo)' }
const deliveries = { standard: 'Standard, two to four days', express: 'Express, next working day' }

const order = findOrder(parameter('id'))
if (order) show()
else find('#missing').hidden = false

function show() {
  document.title = `Order ${order.id} · Kilnmoor`
  find('#greeting').textContent = `Thank you, ${order.firstName}`
  find('#order-id').textContent = order.id
  find('#tier').textContent = deliveries[order.tier]
  find('#payment').textContent = payments[order.payment]
  find('#subtotal').textContent = toPrice(order.subtotal)
  find('#delivery').textContent = order.shipping ? toPrice(order.shipping) : 'Free'
  find('#total').textContent = toPrice(order.subtotal + order.shipping)
  find('#lines').append(...order.lines.map(toRow))
  find('#order').hidden = false
  purchase(order) // on every load, refreshes included, as many shops do: telling orders apart is the listener's work
}

function toRow({ product, quantity }) {
  const row = copy('#line', {
    name: product.name,
    quantity: `Quantity ${quantity}`,
    price: toPrice(product.price * quantity),
  })
  showPicture(row.querySelector('img'), product)
  return row
}
