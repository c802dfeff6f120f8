import type { Trigger } from '../contracts'
import { durationMs } from '../duration'
import type { DelayTrigger } from '../schema'

/**
 * Fires once the page has been looked at for so long at a stretch. What a page changes of itself meanwhile does not begin
 * it anew. A time that is none never comes, nor one beyond 23 days, which no browser's timer can count.
 */
export const delay: Trigger<DelayTrigger> = ({ delay }, fire, { env }) =>
  env.visible(durationMs(delay), () => durationMs(delay) < 2e9 && fire({ kind: 'delay', name: delay, properties: {} }))
