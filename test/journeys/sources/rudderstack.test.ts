import { listensTo } from './stage'

const order = { order_id: 'O-1', revenue: '129.90', currency: 'EUR' }
interface Global {
  rudderanalytics: { track(...args: unknown[]): unknown; load?(...args: unknown[]): void }
}

/** The SDK takes the place of its snippet's array, and works off what that has kept. */
listensTo('RudderStack', {
  adapter: 'rudderstack',
  script: {
    module: `
      import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'
      const sdk = new RudderAnalytics()
      window.rudderanalytics = sdk
      sdk.load('2abcdefghijklmnopqrstuvwxyz', 'https://hosted.rudderlabs.com', { useBeacon: false })`,
  },
  snippet: `
    window.rudderanalytics = []
    for (const method of ['load', 'page', 'track', 'identify', 'ready'])
      window.rudderanalytics[method] = (...args) => void window.rudderanalytics.push([method, ...args])`,
  answer: request =>
    request.url().includes('/sourceConfig')
      ? {
          body: JSON.stringify({
            source: {
              id: 's',
              name: 'shop',
              writeKey: '2abcdefghijklmnopqrstuvwxyz',
              enabled: true,
              workspaceId: 'w',
              connections: [],
              destinations: [],
              config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
            },
            updatedAt: '2026-01-01T00:00:00.000Z',
          }),
        }
      : { body: 'OK', contentType: 'text/plain' },
  order: page =>
    page.evaluate(order => `${(window as never as Global).rudderanalytics.track('Order Completed', order)}`, order),
  returned: 'undefined',
  async early(page) {
    await page.evaluate(order => {
      ;(window as never as Global).rudderanalytics.track('Order Completed', order)
    }, order)
  },
  told: ['order.completed', { ...order, value: 129.9 }],
  isOrder: request => request.url().endsWith('/v1/track') && request.postDataJSON().properties.order_id === 'O-1',
})
