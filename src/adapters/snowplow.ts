import type { Adapter } from '../contracts'
import { flat, type Payload } from './parts/flat'
import { when } from './parts/when'

/** What its e-commerce plugin calls a step: https://docs.snowplow.io/docs/sources/trackers/web-trackers/tracking-events/ecommerce/ */
const canonical: Record<string, string> = {
  __proto__: null as never,
  transaction: 'order.completed',
  product_view: 'product.viewed',
  remove_from_cart: 'cart.removed',
  refund: 'order.refunded',
  add_to_cart: 'cart.added',
  checkout_step: 'checkout.started',
}

/** A part of a payload: plain JSON, or base64 for URLs. */
const read = (plain: string | undefined, base64: string): Payload[string] =>
  JSON.parse(plain ?? decodeURIComponent(escape(atob(base64.replace(/-/g, '+').replace(/_/g, '/'))))).data

/**
 * Listens to Snowplow by a plugin, the tracker's own way to be told of what it has tracked:
 * https://docs.snowplow.io/docs/sources/trackers/web-trackers/plugins/creating-your-own-plugins/ The tag queues it until
 * the tracker is there, and gives it to the trackers that were started before. What is told twice in one task, as by
 * several trackers, counts once, but for structured events. Page views and pings are left alone.
 */
export const snowplow: Adapter = (pulso, { global = 'snowplow', window: page = window } = {}) => {
  let live: boolean
  let last: unknown
  const afterTrack = (payload: Payload) =>
    page.setTimeout(() => {
      try {
        const { se_ac, ue_pr, se_la, cx, se_va, co, ue_px } = (live && payload) as Payload
        if (se_ac) pulso.track(se_ac, flat({ label: se_la, value: +se_va || undefined }))
        const { data, schema } = read(ue_pr, ue_px)
        const [, own] = schema.split('/')
        const isStep = own === 'snowplow_ecommerce_action'
        const name: string = isStep ? data.type : own
        const said: Payload = Object(
          isStep ? read(co, cx).find((one: Payload) => one.schema.includes(`/${name}/`))?.data : data,
        )
        // As the plugin itself makes a step of GA4's: the first begins a checkout, others are known by what was chosen.
        const later = said.payment_method ? 'checkout.payment' : said.delivery_method ? 'checkout.shipping' : name
        const event = isStep && said.step > 1 ? later : (canonical[name] ?? name)
        const properties = flat({
          ...said,
          order_id: said.transaction_id,
          value: +(said.refund_amount ?? said.revenue) || undefined,
        })
        const text = event + JSON.stringify(properties)
        if (text === last) return
        last = text
        page.setTimeout(() => {
          last = undefined
        })
        pulso.track(event, properties)
      } catch {} // a page view or a ping, or not what the tracker says it is
    })
  return when(
    page,
    () => page[global as never] as Payload as (...command: unknown[]) => void,
    tag => {
      tag('addPlugin', { pulso: () => ({ afterTrack }) }, 'pulso')
      live = true
      return () => {
        live = false
      }
    },
  )
}
