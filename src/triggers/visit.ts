import type { Trigger } from '../contracts'
import type { VisitTrigger } from '../schema'

/** Fires once, at the start, from the so-manieth visit on. */
export const visit: Trigger<VisitTrigger> = ({ visit }, fire, { env, visits }) =>
  env.after(0, () => {
    if (visits && visits() >= visit) fire({ kind: 'visit', name: `${visit}`, properties: {} })
  })
