import { readFile } from 'node:fs/promises'
import { rolldown } from 'rolldown'
import { expect, type Site, test } from '../site'

const names = ['shopify', 'shopifyTheme', 'woocommerce', 'magento', 'prestashop', 'shopware', 'bigcommerce', 'vtex']
const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

async function bundle() {
  const built = await rolldown({
    input: 'shops',
    plugins: [
      {
        name: 'shops',
        resolveId: id => (id === 'shops' ? id : null),
        load: id =>
          id === 'shops'
            ? `${names.map(name => `import { ${name} } from '${process.cwd()}/src/adapters/${kebab(name)}'`).join('\n')}
               Object.assign(window, { adapters: { ${names} } })`
            : null,
      },
    ],
  })
  const { output } = await built.generate({ format: 'iife' })
  return output[0].code
}

/** A shop's page: its own scripts and markup, with the adapter before all of them, as a tag in the head is. */
async function open(site: Site, path: string, adapter: string, body: string, tag = '<body>') {
  site.page('/adapters.js', await bundle(), { 'content-type': 'text/javascript' })
  site.page('/jquery.js', await readFile('node_modules/jquery/dist/jquery.js', 'utf8'), {
    'content-type': 'text/javascript',
  })
  return site.page(
    path,
    `<!doctype html><html lang="en"><head><title>Shop</title><script src="/adapters.js"></script><script>
      window.told = []; window.own = []
      adapters.${adapter}({ track: (...event) => void told.push(event) })
    </script></head>${tag}${body}</body></html>`,
  )
}

const cases = [
  {
    shop: 'Shopify',
    adapter: 'shopify',
    path: '/products/mug',
    // The stub in the page and what Shopify's script then makes of it.
    body: `<script>
      window.Shopify = { analytics: { replayQueue: [] } }; const a = Shopify.analytics
      a.publish = (...call) => { a.replayQueue.push(call); return true }
      own.push(a.publish('product_viewed', { productVariant: { id: '1' } }))
      setTimeout(() => { a.replayQueue.forEach(call => own.push(call[0])); a.replayQueue = []; a.publish = () => 'sent'; a.initialized = true
        const script = document.createElement('script'); script.onload = () => own.push(a.publish('checkout_completed', { checkout: { order: { id: '5501' }, totalPrice: { amount: 42.5, currencyCode: 'EUR' } } }))
        script.src = '/jquery.js'; document.body.append(script) }, 300)
    </script>`,
    own: [true, 'product_viewed', 'sent'],
    told: [
      ['product.viewed', {}],
      ['order.completed', { order_id: '5501', value: 42.5, currency: 'EUR' }],
    ],
  },
  {
    shop: 'a Shopify theme',
    adapter: 'shopifyTheme',
    path: '/products/cup',
    body: `<main></main><script>
      document.addEventListener('shopify:cart:lines-update', event => own.push(event.action))
      const promise = Promise.resolve({ cart: { cost: { totalAmount: { amount: '12.50', currencyCode: 'EUR' } } }, userErrors: [] })
      document.querySelector('main').dispatchEvent(Object.assign(new Event('shopify:cart:lines-update', { bubbles: true }), { action: 'add', promise }))
    </script>`,
    own: ['add'],
    told: [['cart.added', { value: 12.5, currency: 'EUR' }]],
  },
  {
    shop: 'WooCommerce',
    adapter: 'woocommerce',
    path: '/checkout/order-received/57/',
    body: `<ul><li class="woocommerce-order-overview__order">Order number: <strong>A-57</strong></li>
      <li class="woocommerce-order-overview__total">Total: <strong><span class="woocommerce-Price-amount amount"><bdi>129,90&nbsp;€</bdi></span></strong></li></ul>
      <script src="/jquery.js"></script><script>
        jQuery(document.body).on('added_to_cart', (event, fragments) => { own.push(fragments.a); document.body.dispatchEvent(new CustomEvent('wc-blocks_added_to_cart')) })
        addEventListener('load', () => setTimeout(() => own.push(jQuery(document.body).trigger('added_to_cart', [{ a: 1 }, 'hash']).length)))
      </script>`,
    own: [1, 1],
    told: [
      ['order.completed', { order_id: 'A-57', value: 129.9 }],
      ['cart.added', {}],
    ],
  },
  {
    shop: 'Magento Open Source',
    adapter: 'magento',
    path: '/checkout/onepage/success/',
    body: `<div class="checkout-success"><p>Your order # is: <span>000000012</span>.</p></div>
      <script src="/jquery.js"></script><script>
        jQuery(document).on('ajax:addToCart', (event, { sku }) => own.push(sku))
        addEventListener('load', () => setTimeout(() => jQuery(document).trigger('ajax:addToCart', { sku: 'mug' })))
      </script>`,
    own: ['mug'],
    told: [
      ['order.completed', { order_id: '000000012' }],
      ['cart.added', {}],
    ],
  },
  {
    shop: 'Adobe Commerce',
    adapter: 'magento',
    path: '/checkout/',
    // The layer takes over what was pushed before it came, as Adobe's does.
    body: `<script>
      window.adobeDataLayer = window.adobeDataLayer || []
      adobeDataLayer.push({ event: 'initiate-checkout', eventInfo: {} })
      setTimeout(() => {
        const layer = window.adobeDataLayer, past = layer.splice(0), heard = [], items = []
        layer.addEventListener = (type, hear) => { heard.push(hear); items.forEach(hear) }
        layer.push = item => { if (typeof item === 'function') item(layer); else { items.push(item); heard.forEach(hear => hear(item)) } return items.length }
        past.forEach(item => layer.push(item))
        own.push(layer.push({ event: 'place-order', eventInfo: { orderContext: { orderId: '111111', grandTotal: 69.98 } } }))
      }, 300)
    </script>`,
    own: [2],
    told: [
      ['checkout.started', {}],
      ['order.completed', { order_id: '111111', value: 69.98 }],
    ],
  },
  {
    shop: 'PrestaShop',
    adapter: 'prestashop',
    path: '/order-confirmation',
    query: '?id_cart=4&id_order=12&key=a',
    tag: '<body id="order-confirmation">',
    body: `<table><tr class="total-value"><td>Total</td><td>29,00 €</td></tr></table><script>
      const heard = []
      window.prestashop = { currency: { iso_code: 'EUR' }, on: (type, hear) => heard.push([type, hear]), removeListener() {},
        emit: (type, said) => heard.forEach(([name, hear]) => name === type && hear(said)) }
      prestashop.on('updateCart', ({ reason }) => own.push(reason.linkAction))
      addEventListener('load', () => setTimeout(() => prestashop.emit('updateCart', { reason: { linkAction: 'add-to-cart' } })))
    </script>`,
    own: ['add-to-cart'],
    told: [
      ['order.completed', { order_id: '12', value: 29, currency: 'EUR' }],
      ['cart.added', {}],
    ],
  },
  {
    shop: 'Shopware',
    adapter: 'shopware',
    path: '/checkout/finish',
    body: `<script>window.activeRoute = 'frontend.checkout.finish.page'</script>
      <p class="finish-ordernumber" data-order-number="10001">Your order number: #10001</p>
      <div class="hidden-line-items-information" data-currency="EUR" data-value="199.98"></div>`,
    own: [],
    told: [['order.completed', { order_id: '10001', value: 199.98, currency: 'EUR' }]],
  },
  {
    shop: 'BigCommerce',
    adapter: 'bigcommerce',
    path: '/checkout/order-confirmation',
    body: `<script>
      const heard = []
      addEventListener('DOMContentLoaded', () => { window.bodlEvents = { checkout: { orderPurchased: hear => heard.push(hear) } }
        bodlEvents.checkout.orderPurchased(said => own.push(said.transaction_id)) })
      addEventListener('load', () => setTimeout(() => heard.forEach(hear => hear({ transaction_id: 118, cart_value: 50, currency: 'USD', line_items: [] }))))
    </script>`,
    own: [118],
    told: [['order.completed', { order_id: 118, value: 50, currency: 'USD' }]],
  },
  {
    shop: 'VTEX',
    adapter: 'vtex',
    path: '/checkout/orderPlaced',
    body: `<iframe srcdoc="<script>parent.postMessage({ eventName: 'vtex:orderPlaced', transactionId: 'feigned' }, '*')</script>"></iframe><script>
      addEventListener('message', ({ data }) => own.push(data.transactionId))
      addEventListener('load', () => postMessage({ eventName: 'vtex:orderPlaced', transactionId: 'v-77', transactionTotal: 89.9, transactionCurrency: 'BRL' }, location.origin))
    </script>`,
    own: ['feigned', 'v-77'],
    told: [['order.completed', { order_id: 'v-77', value: 89.9, currency: 'BRL' }]],
  },
]

for (const { shop, adapter, path, query = '', body, tag, own, told } of cases)
  test(`a page of ${shop} tells its step, and the shop’s own handlers hear what they did`, async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await page.goto((await open(site, path, adapter, body, tag)) + query)
    const read = (name: string) => page.evaluate(key => window[key as never] as unknown, name)
    await expect.poll(() => read('told')).toEqual(told)
    await expect.poll(() => read('own')).toEqual(own)
  })
