import { cartLines, subtotalOf } from './cart.js'
import { addPaymentInfo, addShippingInfo, beginCheckout } from './data-layer.js'
import { deliveryPrice } from './delivery.js'
import { placeOrder } from './orders.js'
import { copy, find, showPicture, toPrice } from './page.js'
import { check, validate } from './validate.js'

const sample = {
  email: 'sample@example.com',
  name: 'Sample Customer',
  street: '1 Example Street',
  postcode: '12345',
  city: 'Sampletown',
  delivery: 'standard',
  payment: 'on_delivery',
}

const form = find('#checkout')
const lines = cartLines()
const announced = {}
let tried = false

if (lines.length) start()
else find('#empty').hidden = false

function start() {
  find('#full').hidden = false
  find('#lines').append(...lines.map(toRow))
  showTotals()
  find('#fill').addEventListener('click', fillInSample)
  form.addEventListener('change', changed)
  form.addEventListener('submit', submit)
  beginCheckout(lines)
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

function showTotals() {
  const subtotal = subtotalOf(lines)
  const delivery = deliveryPrice(form.elements.delivery.value, subtotal)
  find('#standard-price').textContent = deliveryPrice('standard', subtotal) ? toPrice(5) : 'Free'
  find('#express-price').textContent = toPrice(deliveryPrice('express', subtotal))
  find('#subtotal').textContent = toPrice(subtotal)
  find('#delivery-total').textContent = delivery ? toPrice(delivery) : 'Free'
  find('#total').textContent = toPrice(subtotal + delivery)
}

function fillInSample() {
  for (const [name, value] of Object.entries(sample)) form.elements[name].value = value
  for (const name of Object.keys(sample)) check(form, name)
  showTotals()
}

function changed({ target }) {
  if (tried) check(form, target.name)
  if (target.name === 'delivery') announce('delivery', addShippingInfo)
  if (target.name === 'payment') announce('payment', addPaymentInfo)
  showTotals()
}

/** Pushes a choice once; choosing again is news. */
function announce(name, push) {
  const { value } = form.elements[name]
  if (announced[name] === value) return
  announced[name] = value
  push(lines, value)
}

function submit(event) {
  event.preventDefault()
  tried = true
  if (!validate(form)) return
  announce('delivery', addShippingInfo)
  announce('payment', addPaymentInfo)
  const { delivery, payment, name } = form.elements
  const id = placeOrder({ tier: delivery.value, payment: payment.value, firstName: name.value.trim().split(' ')[0] })
  location.assign(`order.html?id=${id}`)
}
