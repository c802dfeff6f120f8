import type { Trigger } from '../contracts'
import { durationMs } from '../duration'
import type { SequenceTrigger } from '../schema'

/**
 * Fires with the last of these events, when they came in this order and all within a time; others may come between.
 * For each step it knows when the latest run that has come so far began, so that a first step that comes again opens
 * a newer window and closes none. Of those times, what lies further off than the window has gone by, be it in a
 * future that a clock was put back from.
 */
export const sequence: Trigger<SequenceTrigger> = (
  { sequence, within = '30m' },
  fire,
  { env, onEvent, steps, matches },
) => {
  const wanted = sequence.map(step =>
    typeof step === 'string' ? { event: step, where: {} } : { event: step.event, where: step.where },
  )
  return onEvent(happened => {
    const fits = wanted.map(
      ({ event, where = {} }) => [event].flat().includes(happened.name) && matches!(where, happened.properties),
    )
    if (!fits.includes(true)) return
    const now = env.now()
    const advance = (before: number[]) => {
      const times = before.filter(time => Math.abs(now - time) <= durationMs(within))
      // From the end, so that one event takes one step of a run.
      for (let step = fits.length - 1; step >= 0; step--) {
        const begun = step ? times[step - 1] : now
        if (!fits[step] || begun === undefined) continue
        if (step === fits.length - 1) return
        times[step] = begun
      }
      return times
    }
    steps!(happened, advance, () => fire(happened))
  })
}
