/** What every page has around it: the cart's count in the header, the newsletter and the demo's note in the footer. */
import { cartLines, countOf, emptyCart } from './cart.js'
import { copyFooter } from './footer.js'
import { find, say } from './page.js'

copyFooter(find('.site-footer'))
showCount()
addEventListener('cart-changed', showCount)
addEventListener('pageshow', event => event.persisted && showCount())
find('#newsletter').addEventListener('submit', signUp)
find('#new-visitor').addEventListener('click', becomeNewVisitor)

function showCount() {
  const count = countOf(cartLines())
  const link = find('.cart-link')
  link.setAttribute('aria-label', `Cart, ${count} ${count === 1 ? 'piece' : 'pieces'}`)
  link.querySelector('b').textContent = count
}

function signUp(event) {
  event.preventDefault()
  window.gtag('event', 'sign_up', { method: 'newsletter' })
  event.target.reset()
  say(event.target.querySelector('[role=status]'), 'Thank you. This is a demo, so your address went nowhere.')
}

/** Forgets what Pulso remembers of this visitor. Answers not yet delivered lie in IndexedDB and stay. */
function becomeNewVisitor() {
  emptyCart()
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) if (key.startsWith('pulso')) storage.removeItem(key)
  }
  location.reload()
}
