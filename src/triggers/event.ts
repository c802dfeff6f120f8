import { matches } from '../conditions'
import type { Trigger } from '../contracts'
import type { EventTrigger } from '../schema'

/** Fires on each journey event of that name whose properties pass `where`. */
export const event: Trigger<EventTrigger> = (options, fire, { onEvent }) =>
  onEvent(event => {
    if (event.name === options.event && matches(options.where ?? {}, event.properties)) fire(event)
  })
