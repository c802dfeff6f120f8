import { flat } from './flat'
import { amount } from './money'

/** What a shop says of a step, under the canonical names; what it does not say is left out. An id stays as it is. */
export const step = (order_id?: unknown, value?: unknown, currency?: unknown): Record<string, unknown> =>
  flat({ order_id, value: amount(value), currency })
