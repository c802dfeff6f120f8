import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, type Site, survey, tagged, test } from '../site'
import { listensTo } from './stage'

const file = '@adobe/magento-storefront-events-sdk/dist/index.js'

/** As much of the SDK as a shop uses here. */
interface Sdk {
  context: Record<'setOrder' | 'setStorefrontInstance' | 'setProduct', (context: object) => void>
  publish: Record<string, () => void>
  subscribe: { placeOrder(hear: (event: { eventInfo: { orderContext: { orderId: string } } }) => void): void }
}
declare global {
  interface Window {
    magentoStorefrontEvents: Sdk
  }
}

/** What a shop sets and publishes when an order is placed; its own subscriber hears it. */
const order = (page: Page) =>
  page.evaluate(() => {
    const { context, publish, subscribe } = window.magentoStorefrontEvents
    const heard: string[] = []
    subscribe.placeOrder(event => heard.push(event.eventInfo.orderContext.orderId))
    context.setStorefrontInstance({ storeViewCurrencyCode: 'EUR', storeName: 'Main' })
    context.setOrder({ orderId: '000000012', grandTotal: 129.9, email: 'a@example.com', payments: [{ total: 129.9 }] })
    publish.placeOrder!()
    return heard
  })
/** The same as soon as the SDK says that it is there. */
const early = (page: Page) =>
  page.evaluate(() =>
    addEventListener('message', ({ data }) => {
      if (data !== 'magento-storefront-events-sdk') return
      const { context, publish } = window.magentoStorefrontEvents
      context.setStorefrontInstance({ storeViewCurrencyCode: 'EUR', storeName: 'Main' })
      context.setOrder({ orderId: '000000012', grandTotal: 129.9 })
      publish.placeOrder!()
    }),
  )

const said = { order_id: '000000012', value: 129.9 }
for (const [adapter, properties] of [
  ['magento', said],
  ['adobe-data-layer', { ...said, currency: 'EUR' }],
] as const)
  listensTo(`Adobe Commerce’s SDK, by ${adapter}`, {
    adapter,
    script: { file },
    order,
    returned: ['000000012'],
    early,
    told: ['order.completed', properties],
  })

const often = { frequency: { max: 99, afterShown: '0s', afterDismissed: '0s', afterAnswered: '0s' } }
/** A shop's page with Pulso on it, which notes what Pulso is told. `head` stands before the tag. */
async function open(page: Page, site: Site, head: string, body = '', where?: object) {
  site.page('/sdk.js', await readFile(`node_modules/${file}`, 'utf8'), { 'content-type': 'text/javascript' })
  const config = {
    endpoint: site.endpoint,
    sources: ['magento'],
    governor: { perSession: 99, betweenSurveys: '0s' },
    touchpoints: [{ id: 'bought', on: [{ event: 'order.completed', where }], survey: 'nps', ...often }],
  }
  const note = `<script>window.told = []; window.pulso = [['on', 'track', one => told.push([one.name, one.properties])]]</script>`
  const json = `<script type="application/json" data-pulso>${JSON.stringify(config)}</script>`
  const adapter = page.waitForEvent('requestfinished', request => request.url().includes('/adapters/magento.js'))
  await page.goto(site.page('/', tagged('', body + json).replace('<title>', `${note}${head}<title>`)))
  await adapter
  await page.waitForTimeout(100) // it has run by now
}
const told = (page: Page) => page.evaluate(() => window.told)

/** A visit that ends with an order, and goes on looking at a product afterwards. */
const visit = `(({ context, publish }) => {
  context.setProduct({ sku: 'mug', pricing: { regularPrice: 129.9 } })
  publish.pageView()
  publish.productPageView()
  publish.addToCart()
  publish.removeFromCart()
  publish.shoppingCartView()
  publish.initiateCheckout()
  context.setOrder({ orderId: '000000012', grandTotal: 129.9 })
  publish.placeOrder()
  publish.productPageView()
})(magentoStorefrontEvents)`
const steps = [
  ['product.viewed', {}],
  ['cart.added', {}],
  ['cart.removed', {}],
  ['cart.viewed', {}],
  ['checkout.started', {}],
  ['order.completed', said],
  ['product.viewed', {}],
]
/** The success page has its own markup. */
const success = '<div class="checkout-success"><p>Your order # is: <span>000000012</span>.</p></div>'

async function expectOneAnswer(page: Page, site: Site, properties: object) {
  await survey(page).pick(9)
  await expect(survey(page).comment).toBeVisible()
  await survey(page).close.click()
  await expect(survey(page).region).toHaveCount(0)
  await page.evaluate(() => window.magentoStorefrontEvents.publish.placeOrder!())
  await page.waitForTimeout(700)
  await expect(survey(page).region).toHaveCount(0)
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ trigger: { name: 'order.completed', properties }, answers: [{ value: 9 }] }])
}

test('Pulso before Adobe Commerce’s SDK hears each step once, and asks once about the order', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await open(page, site, '', '', { value: { $gte: 100 } })
  await page.addScriptTag({ url: '/sdk.js' })
  await page.evaluate(visit)
  await expect.poll(() => told(page)).toEqual(steps)
  await expectOneAnswer(page, site, said)
})

test('Pulso after all that Adobe Commerce’s SDK has told hears each step once, and the success page no more', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await open(page, site, `<script src="/sdk.js"></script><script>${visit}</script>`, success, { value: { $gte: 100 } })
  await expect.poll(() => told(page)).toEqual(steps)
  await expectOneAnswer(page, site, said)
})

test('an order that the success page tells of first, and the SDK then, is asked about once', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await open(page, site, '', success)
  await expect.poll(() => told(page)).toEqual([['order.completed', { order_id: '000000012' }]])
  await page.addScriptTag({ url: '/sdk.js' })
  await order(page)
  await expect.poll(() => told(page)).toContainEqual(['order.completed', said])
  await expectOneAnswer(page, site, { order_id: '000000012' })
})
