import type { Stop, Trigger } from '../contracts'
import { durationMs } from '../duration'
import type { IdleTrigger } from '../schema'
import { countdown } from './countdown'
import { hear } from './hear'
import { all } from './stops'

const deeds = ['keydown', 'pointerdown', 'pointermove', 'scroll', 'input']

/** Fires once nothing has been done for so long: no key, no pointer, no scrolling. Hidden tabs are not counted. */
export const idle: Trigger<IdleTrigger> = ({ idle }, fire, { env, key }) => {
  const done = () => {
    stop()
    fire({ kind: 'idle', name: idle, properties: {} })
  }
  const left = countdown(env, durationMs(idle), done, key, true)
  const stop: Stop = all([left.stop, ...deeds.map(type => hear(env, env.window, type, left.again))])
  return stop
}
