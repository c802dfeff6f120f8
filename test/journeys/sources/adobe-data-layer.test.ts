import type { Page } from '@playwright/test'
import { listensTo } from './stage'

/** As Adobe Commerce says it; the page's own listener hears it as well. */
const order = (page: Page) =>
  page.evaluate(() => {
    type Layer = unknown[] & { push(...items: unknown[]): unknown }
    const layer = (window as never as { adobeDataLayer: Layer }).adobeDataLayer
    const heard: unknown[] = []
    layer.push((library: { addEventListener(...args: unknown[]): void }) =>
      library.addEventListener('place-order', (event: { page: string }) => heard.push(event.page)),
    )
    const eventInfo = {
      orderContext: { orderId: 'O-1', grandTotal: 129.9 },
      storefrontInstanceContext: { storeViewCurrencyCode: 'EUR' },
    }
    layer.push({ event: 'place-order', page: 'thanks', eventInfo })
    return heard
  })

listensTo('Adobe Client Data Layer', {
  adapter: 'adobe-data-layer',
  script: { file: '@adobe/adobe-client-data-layer/dist/adobe-client-data-layer.min.js' },
  snippet: 'window.adobeDataLayer = []',
  order,
  returned: ['thanks'],
  early: order,
  told: ['order.completed', { page: 'thanks', order_id: 'O-1', value: 129.9, currency: 'EUR' }],
})
