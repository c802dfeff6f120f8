import type { Trigger } from '../contracts'
import { durationMs } from '../duration'
import type { DelayTrigger } from '../schema'

/**
 * Fires once the page has been there for so long. What a page changes of itself meanwhile does not begin it anew. A time
 * that is none never comes, where a browser's timer would take it for now.
 */
export const delay: Trigger<DelayTrigger> = ({ delay }, fire, { env }) =>
  env.after(durationMs(delay), () => durationMs(delay) >= 0 && fire({ kind: 'delay', name: delay, properties: {} }))
