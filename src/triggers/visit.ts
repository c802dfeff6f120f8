import type { Trigger } from '../contracts'
import type { VisitTrigger } from '../schema'

/** Fires once, at the start, from the so-manieth visit on; or as soon as it is known how many there were. */
export const visit: Trigger<VisitTrigger> = ({ visit }, fire, { env, visits, whenKnown }) => {
  let over = false
  const look = () => {
    if (over || !(visits!() >= visit)) return
    over = true
    fire({ kind: 'visit', name: `${visit}`, properties: {} })
  }
  const stop = env.after(0, look)
  whenKnown!(look)
  return () => {
    over = true
    stop()
  }
}
