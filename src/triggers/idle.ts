import type { Trigger } from '../contracts'
import { durationMs } from '../duration'
import type { IdleTrigger } from '../schema'
import { countdown } from './countdown'
import { early } from './hear'

/** Fires once nothing has been done for so long: no key, no pointer, no scrolling. Hidden tabs are not counted. */
export const idle: Trigger<IdleTrigger> = ({ idle }, fire, { env, key }) => {
  const stop = () => stops.forEach(stop => void stop())
  const rest = countdown(
    env,
    durationMs(idle),
    () => {
      stop()
      fire({ kind: 'idle', name: idle, properties: {} })
    },
    key,
  )
  const stops = ['keydown', 'pointerdown', 'pointermove', 'scroll', 'input']
    .map(type => env.listen(early(env.window), type, rest.again))
    .concat(rest.stop)
  return stop
}
