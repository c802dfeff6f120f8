import type { Adapter } from '../contracts'
import type { Payload } from './parts/flat'
import { spec } from './parts/spec'
import { when } from './parts/when'
import { wrap } from './parts/wrap'

/**
 * Listens to RudderStack by its `track`, for its SDK has no way to subscribe. Until the SDK is there its snippet is an
 * array of calls, which the SDK works off by itself, without its `track`: what stands there is told, too, and each call
 * is heard once. https://www.rudderstack.com/docs/sources/event-streams/sdks/rudderstack-javascript-sdk/
 */
export const rudderstack: Adapter = (pulso, { global = 'rudderanalytics', window: page = window } = {}) =>
  when(
    page,
    () => page[global as never] as Payload,
    rudder => {
      const stop = wrap(
        page,
        rudder,
        'track',
        ([event, properties]) => spec(pulso, event as string, properties),
        // Of what else it keeps nothing is left, and that has no name to tell.
        rudder.map?.((call?: unknown[]) => (call?.[0] === 'track' ? call.slice(1) : [])),
      )
      // Where the SDK has taken its place, what was called in this task is still to be told.
      return () => (page[global as never] === rudder ? stop() : page.setTimeout(stop))
    },
  )
