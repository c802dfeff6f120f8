import { matches } from '../conditions'
import type { Trigger } from '../contracts'
import type { EventTrigger } from '../schema'

/** Fires on each journey event of that name, or of one of those names, whose properties pass `where`. */
export const event: Trigger<Pick<EventTrigger, 'event' | 'where'>> = ({ event, where = {} }, fire, { onEvent }) =>
  onEvent(happened => {
    if ([event].flat().includes(happened.name) && matches(where, happened.properties)) fire(happened)
  })
