import { listensTo } from './stage'

const order = { order_id: 'O-1', total: 129.9, currency: 'EUR' }
const key = 'wk_1'

/** The library as its CDN serves it, with the part of its snippet that keeps calls until it is there. */
listensTo('Segment', {
  adapter: 'segment',
  script: { file: '@segment/analytics-next/dist/umd/standalone.js' },
  snippet: `
    const kept = window.analytics = []
    kept.initialize = false
    kept._writeKey = '${key}'
    for (const method of ['track', 'on', 'page', 'identify', 'ready', 'addSourceMiddleware'])
      kept[method] = (...args) => (kept.push([method, ...args]), kept)
    kept.load = () => {}
    kept._loadOptions = {}
    kept.SNIPPET_VERSION = '5.2.0'`,
  answer: request =>
    request.url().endsWith('/settings')
      ? { body: JSON.stringify({ integrations: { 'Segment.io': { apiKey: key } }, plan: {}, edgeFunction: {} }) }
      : { body: '{"success":true}' },
  async order(page) {
    await page.waitForFunction(() => !Array.isArray((window as never as { analytics: unknown }).analytics))
    return page.evaluate(async order => {
      const { analytics } = window as never as { analytics: { track(...args: unknown[]): Promise<{ event: unknown }> } }
      const { event } = await analytics.track('Order Completed', order)
      return (event as { properties: unknown }).properties
    }, order)
  },
  returned: order,
  early: page =>
    page.evaluate(order => {
      ;(window as never as { analytics: { track(...args: unknown[]): void } }).analytics.track('Order Completed', order)
    }, order),
  told: ['order.completed', { ...order, value: 129.9 }],
  isOrder: request => request.url().endsWith('/v1/t') && request.postDataJSON().properties.order_id === 'O-1',
})
