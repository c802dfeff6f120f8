import type { Adapter } from '../contracts'
import type { Payload } from './parts/flat'
import { spec } from './parts/spec'
import { when } from './parts/when'

/**
 * Listens to Segment by `analytics.on('track', …)`: its snippet queues that until the library is there, and it hears
 * every call, whoever makes it: https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/#emitter
 * The library tells once it has handed a call to its destinations, so a moment may come a little late.
 */
export const segment: Adapter = (pulso, { global = 'analytics', window: page = window } = {}) =>
  when(
    page,
    // A page may make a list of it before the snippet does.
    () => (page[global as never] as Payload | undefined)?.on && (page[global as never] as Payload),
    analytics => {
      let live = true
      analytics.on('track', (event: string, properties: unknown) => {
        try {
          if (live) spec(pulso, event, properties)
        } catch {} // it would go into the page's own promise
      })
      return () => {
        live = false
      }
    },
  )
