/**
 * Pulso for npm. Importing it does nothing; without a page (Node, edge) `createPulso` returns a client that rests.
 * @module
 */
import { createClient, type Pulso } from './client'
import type { Options } from './config'
import { inert } from './inert'
import { load } from './load'

/** Starts Pulso on this page. It never throws; a mistake in the configuration is one warning with a code and the fix. */
export function createPulso(config: Options): Pulso {
  try {
    if (typeof document !== 'undefined') return createClient(config, load)
  } catch (cause) {
    console.warn('[pulso] internal', cause)
  }
  return inert
}

export type { Pulso, PulsoError, PulsoEvents } from './client'
export type { Options } from './config'
export type { Destination, Format, Gate, JourneyEvent, Stop } from './contracts'
export type { Config, Consent, Question, Response, Survey, Touchpoint } from './schema'
