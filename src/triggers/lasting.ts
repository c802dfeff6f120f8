import type { Trigger } from '../contracts'
import { durationMs } from '../duration'
import type { DelayTrigger } from '../schema'
import { countdown } from './countdown'

/** Fires once the page has been looked at for so long. With a key, the time of the pages before counts, too. */
export const lasting: Trigger<DelayTrigger> = ({ delay }, fire, { env, key }) =>
  countdown(env, durationMs(delay), () => fire({ kind: 'delay', name: delay, properties: {} }), key).stop
