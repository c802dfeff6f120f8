import type { Trigger } from '../contracts'
import type { ClickTrigger } from '../schema'
import { early, isWithin } from './hear'

/** Fires on each click on what the selector finds, or on something within, in open shadow roots too. */
export const click: Trigger<ClickTrigger> = ({ click }, fire, { env }) =>
  env.listen(early(env.window), 'click', event => {
    if (isWithin(event, click)) fire({ kind: 'click', name: click, properties: {} })
  })
