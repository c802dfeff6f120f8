import type { Trigger } from '../contracts'
import { durationMs } from '../duration'
import type { DelayTrigger } from '../schema'

/** Fires once the page has been there for so long. What a page changes of itself meanwhile does not begin it anew. */
export const delay: Trigger<DelayTrigger> = ({ delay }, fire, { env }) =>
  env.after(durationMs(delay), () => fire({ kind: 'delay', name: delay, properties: {} }))
