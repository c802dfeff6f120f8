import type { Adapter } from '../../contracts'
import { flat, type Payload } from './flat'
import { amount } from './money'
import { object } from './object'

/** The events of Segment's e-commerce, chat and B2B specs, in small letters: https://segment.com/docs/connections/spec/ecommerce/v2/ */
const canonical: Record<string, string> = {
  __proto__: null as never,
  'cart viewed': 'cart.viewed',
  'product viewed': 'product.viewed',
  'product added': 'cart.added',
  'product removed': 'cart.removed',
  'checkout started': 'checkout.started',
  'checkout step completed': 'checkout.shipping',
  'payment info entered': 'checkout.payment',
  'order completed': 'order.completed',
  'completed order': 'order.completed', // as the first version of the spec has it
  'signed up': 'account.created',
  'order refunded': 'order.refunded',
  'live chat conversation ended': 'support.ended',
  'live chat conversation started': 'support.started',
}

/** Tells of a track call that follows the spec; an event with a name of its own keeps it. Throws where there is no name. */
export const spec = (pulso: Parameters<Adapter>[0], event: string, properties: unknown) => {
  const said: Payload = object(properties)
  const value = amount(said.total ?? said.revenue ?? said.value)
  return pulso.track(canonical[event.toLowerCase()] ?? event, flat({ ...said, value }))
}
