import { listensTo } from './stage'

const order = { transaction_id: 'O-1', revenue: 129.9, currency: 'EUR', payment_method: 'card' }
interface Global {
  snowplow(command: string, ...args: unknown[]): unknown
}

/** The tracker behind the one command that its tag understands, which works off what the tag's snippet has queued. */
const tracker = (options: string) => `
  import * as tracker from '@snowplow/browser-tracker'
  import * as commerce from '@snowplow/browser-plugin-snowplow-ecommerce'
  const api = { ...tracker, ...commerce }
  const queued = window.snowplow?.q ?? []
  const plugins = [commerce.SnowplowEcommercePlugin()]
  tracker.newTracker('sp', 'https://collector.example.com', { appId: 'shop', plugins, ${options} })
  window.snowplow = (command, ...args) =>
    command === 'addPlugin' ? tracker.addPlugin({ plugin: args[0][args[1]]() }) : api[command](...args)
  for (const call of queued) window.snowplow(...call)`

for (const [variant, options, payloadOf] of [
  ['POST', "eventMethod: 'post'", (data: Record<string, string>) => data.ue_pr!],
  [
    'base64',
    'encodeBase64: true',
    (data: Record<string, string>) => atob(data.ue_px!.replace(/-/g, '+').replace(/_/g, '/')),
  ],
] as const)
  listensTo(`Snowplow, ${variant}`, {
    adapter: 'snowplow',
    script: { module: tracker(options) },
    snippet: 'window.snowplow = (...args) => void (window.snowplow.q = window.snowplow.q ?? []).push(args)',
    order: page => page.evaluate(order => `${(window as never as Global).snowplow('trackTransaction', order)}`, order),
    returned: 'undefined',
    async early(page) {
      await page.evaluate(order => void (window as never as Global).snowplow('trackTransaction', order), order)
    },
    told: ['order.completed', { ...order, order_id: 'O-1', value: 129.9 }],
    isOrder: request =>
      request.url().includes('/tp2') &&
      request.postDataJSON().data.some((one: Record<string, string>) => /"type":"transaction"/.test(payloadOf(one))),
  })
