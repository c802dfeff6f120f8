import type { Env, JourneyEvent, Stop } from '../contracts'

/** What GA4 calls a step of the journey, and what we call it: https://developers.google.com/analytics/devguides/collection/ga4/reference/events */
const canonical: Record<string, string> = {
  __proto__: null as never,
  view_item: 'product.viewed',
  add_to_cart: 'cart.added',
  remove_from_cart: 'cart.removed',
  view_cart: 'cart.viewed',
  begin_checkout: 'checkout.started',
  add_shipping_info: 'checkout.shipping',
  add_payment_info: 'checkout.payment',
  purchase: 'order.completed',
  refund: 'order.refunded',
  sign_up: 'account.created',
  generate_lead: 'lead.created',
}

/**
 * Listens to a GA4 data layer, in both forms in use: pushed objects, and the arguments of `gtag('event', …)`. What was
 * pushed earlier is replayed. The page's own push runs first and its result is returned; nothing pushed is changed.
 * Where there is no data layer yet, it is looked for again as the page finishes loading; none is ever made.
 */
export function dataLayer(env: Env, track: (event: JourneyEvent) => void): Stop {
  let live = true
  const see = (entry: unknown) => {
    try {
      if (live) read(entry, track)
    } catch {} // not an object, or one with a getter that throws
  }
  const observe = () => {
    const layer = (env.window as { dataLayer?: unknown[] }).dataLayer
    if (!Array.isArray(layer)) return
    stop()
    const { push } = layer
    layer.push = (...entries) => {
      const result = push.apply(layer, entries)
      env.after(0, () => entries.forEach(see)) // later, so that the page's own call costs it nothing
      return result
    }
    layer.slice().forEach(see)
  }
  const stops = ['DOMContentLoaded', 'load'].map(type => env.listen(env.window, type, observe))
  const stop = () => stops.forEach(stop => void stop())
  try {
    observe()
  } catch {} // frozen: there is nothing to hear
  return () => {
    live = false // others may have wrapped our push: it stays, and passes through
    stop()
  }
}

function read(entry: unknown, track: (event: JourneyEvent) => void) {
  let { event, ecommerce, ...properties } = entry as Record<string, unknown>
  if (Object.prototype.toString.call(entry) === '[object Arguments]') {
    const [command, name, parameters] = entry as unknown[]
    event = command === 'event' && name
    ecommerce = parameters
    properties = {}
  }
  if (typeof event === 'string' && !event.startsWith('gtm.'))
    track({ name: canonical[event] ?? event, properties: { ...properties, ...(ecommerce as object) } })
}
