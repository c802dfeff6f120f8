import { largestQuantity, quantityOf, setQuantity } from './cart.js'
import { findProduct, products } from './catalog.js'
import { addToCart, viewItem } from './data-layer.js'
import { find, parameter, productCard, say, showPicture, toPrice } from './page.js'

const product = findProduct(parameter('id'))
if (product) show()
else find('#missing').hidden = false

function show() {
  document.title = `${product.name} · Kilnmoor`
  find('#name').textContent = product.name
  find('#price').textContent = toPrice(product.price)
  find('#summary').textContent = product.summary
  find('#glaze').textContent = product.glaze
  find('#size').textContent = product.size
  showPicture(find('#picture'), product, product.alt)
  find('#product').hidden = false
  find('#also').append(...neighbours().map(productCard))
  find('#also-section').hidden = false
  find('#buy').addEventListener('submit', buy)
  viewItem(product)
}

function buy(event) {
  event.preventDefault()
  const wanted = Number(find('#quantity').value)
  const added = setQuantity(product.id, quantityOf(product.id) + wanted)
  if (added) addToCart(product, added)
  const total = `${product.name} in your cart: ${quantityOf(product.id)}.`
  say(find('#added'), added < wanted ? `${total} We sell at most ${largestQuantity} of a piece.` : total)
  find('#view-cart').hidden = false
}

/** The three pieces that follow in the catalogue. */
function neighbours() {
  const at = products.indexOf(product)
  return [1, 2, 3].map(step => products[(at + step) % products.length])
}
