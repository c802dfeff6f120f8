import { cartLines, setQuantity, subtotalOf } from './cart.js'
import { addToCart, removeFromCart, viewCart } from './data-layer.js'
import { deliveryPrice } from './delivery.js'
import { copy, find, say, showPicture, toPrice } from './page.js'

const lines = cartLines()
find('#lines').append(...lines.map(toRow))
showTotals()
if (lines.length) viewCart(lines)

function toRow({ product, quantity }) {
  const row = copy('#line', { name: product.name, glaze: product.glaze, price: toPrice(product.price * quantity) })
  row.querySelector('a').href = `product.html?id=${product.id}`
  showPicture(row.querySelector('img'), product)
  const select = row.querySelector('select')
  select.value = quantity
  select.setAttribute('aria-label', `Quantity of ${product.name}`)
  select.addEventListener('change', () => change(row, product, Number(select.value)))
  const remove = row.querySelector('button')
  remove.setAttribute('aria-label', `Remove ${product.name}`)
  remove.addEventListener('click', () => change(row, product, 0))
  return row
}

function change(row, product, quantity) {
  const difference = setQuantity(product.id, quantity)
  if (difference > 0) addToCart(product, difference)
  if (difference < 0) removeFromCart(product, -difference)
  row.querySelector('[data-field=price]').textContent = toPrice(product.price * quantity)
  if (!quantity) {
    row.remove()
    find('h1').focus()
  }
  say(find('#changed'), quantity ? `${product.name}: ${quantity}.` : `${product.name} is out of the cart.`)
  showTotals()
}

function showTotals() {
  const left = cartLines()
  const subtotal = subtotalOf(left)
  const delivery = deliveryPrice('standard', subtotal)
  find('#subtotal').textContent = toPrice(subtotal)
  find('#delivery').textContent = delivery ? toPrice(delivery) : 'Free'
  find('#total').textContent = toPrice(subtotal + delivery)
  find('#cart').hidden = left.length === 0
  find('#empty').hidden = left.length > 0
}
