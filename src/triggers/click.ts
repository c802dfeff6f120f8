import type { Trigger } from '../contracts'
import type { ClickTrigger } from '../schema'
import { hear, isWithin } from './hear'

/** Fires on each click on what the selector finds, or on something within, in open shadow roots too. */
export const click: Trigger<ClickTrigger> = ({ click }, fire, { env }) =>
  hear(env, env.window, 'click', (event: Event) => {
    if (isWithin(event, click)) fire({ kind: 'click', name: click, properties: {} })
  })
