import type { Page } from '@playwright/test'
import { listensTo } from './stage'

const order = (page: Page) =>
  page.evaluate(() => {
    const { gtag } = window as never as { gtag(...command: unknown[]): unknown }
    return `${gtag('event', 'purchase', { transaction_id: 'O-1', value: '129.90', currency: 'EUR', items: [{}] })}`
  })

/** Google's snippet, and in the place of what it fetches a script that wraps `push` as that does, and collects. */
for (const name of ['dataLayer', 'shopLayer'])
  listensTo(`gtag, with a ${name}`, {
    adapter: 'data-layer',
    script: {
      module: `
        const layer = window['${name}']
        const collect = entry => {
          if (entry[0] === 'event') fetch('https://www.google-analytics.com/g/collect?en=' + entry[1] + '&ep.id=' + entry[2].transaction_id, { method: 'POST' })
        }
        layer.forEach(collect)
        const { push } = layer
        layer.push = function (...entries) {
          const result = push.apply(layer, entries)
          entries.forEach(collect)
          return result
        }`,
    },
    snippet: `
      window['${name}'] = window['${name}'] || []
      function gtag() { window['${name}'].push(arguments) }
      gtag('js', new Date())
      gtag('config', 'G-1')
      document.head.append(Object.assign(document.createElement('script'), { src: 'https://www.googletagmanager.com/gtag/js?id=G-1&l=${name}' }))`,
    answer: request =>
      request.url().includes('/gtag/js') ? { body: '', contentType: 'text/javascript' } : { status: 204 },
    order,
    returned: 'undefined',
    early: order,
    told: ['order.completed', { transaction_id: 'O-1', order_id: 'O-1', value: 129.9, currency: 'EUR' }],
    isOrder: request => request.url().includes('en=purchase&ep.id=O-1'),
  })
