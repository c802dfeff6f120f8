import type { Adapter } from '../../contracts'
import { flat, type Payload } from './flat'
import { amount } from './money'
import { object } from './object'

/** The events of Segment's e-commerce, chat and B2B specs, in small letters: https://segment.com/docs/connections/spec/ecommerce/v2/ */
const canonical: Record<string, string> = {
  __proto__: null as never,
  'product viewed': 'product.viewed',
  'product added': 'cart.added',
  'product removed': 'cart.removed',
  'cart viewed': 'cart.viewed',
  'checkout started': 'checkout.started',
  'checkout step completed': 'checkout.shipping',
  'payment info entered': 'checkout.payment',
  'order completed': 'order.completed',
  'order refunded': 'order.refunded',
  'signed up': 'account.created',
  'live chat conversation ended': 'support.ended',
}

/** Tells of a track call that follows the spec; an event with a name of its own keeps it. Throws where there is no name. */
export function spec(pulso: Parameters<Adapter>[0], event: string, properties: unknown) {
  const said: Payload = object(properties)
  const value = amount(said.total ?? said.revenue ?? said.value)
  pulso.track(canonical[event.toLowerCase()] ?? event, flat({ ...said, value }))
}
