import type { Page } from '@playwright/test'
import { listensTo } from './stage'

interface Global {
  mParticle: { eCommerce: { logProductAction(...args: unknown[]): unknown } }
}

const order = (page: Page) =>
  page.evaluate(() => {
    const product = { Name: 'Shoe', Sku: 's-1', Price: 129.9, Quantity: 1 }
    const transaction = { Id: 'O-1', Revenue: 129.9 }
    const { eCommerce } = (window as never as Global).mParticle
    return `${eCommerce.logProductAction(7, [product], { currency: 'EUR' }, {}, transaction)}`
  })

/** The library as it is self-hosted, configured by what stands on the page. */
listensTo('mParticle', {
  adapter: 'mparticle',
  script: {
    module: `
      const { config } = window.mParticle
      const { default: mParticle } = require('@mparticle/web-sdk')
      mParticle.init('us1-key', config)`,
  },
  snippet: `
    const rq = []
    const keep = method => (...args) => void rq.push([method, ...args])
    window.mParticle = {
      config: { rq, isDevelopmentMode: true, logLevel: 'none', flags: { eventBatchingIntervalMillis: '0' } },
      ready: task => void rq.push(task),
      logEvent: keep('logEvent'),
      eCommerce: { logProductAction: keep('eCommerce.logProductAction') },
    }`,
  answer: request =>
    request.url().includes('/identify')
      ? { body: JSON.stringify({ mpid: '7', context: null, is_logged_in: false, matched_identities: {} }) }
      : { status: 202 },
  order,
  returned: 'undefined',
  early: order,
  told: ['order.completed', { currency: 'EUR', order_id: 'O-1', value: 129.9 }],
  isOrder: request => /\/events/.test(request.url()) && /"transaction_id":"O-1"/.test(request.postData() ?? ''),
})
