import type { TouchpointSettings } from '../config'
import { durationMs } from '../duration'
import type { Survey } from '../schema'
import { isOpen } from './schedule'

/** What cannot be used: a code, and how to mend it. */
type Found = [code: string, fix: string][]

/** What of a touchpoint boot cannot use, and has warned of. */
export function warnedOf({ placement, raw }: TouchpointSettings): Found {
  const { max: _, ...rests } = Object(raw.frequency)
  const found = noDurations([raw.delay, ...Object.values(rests)])
  if (raw.placement && raw.placement !== placement)
    found.push(['bad-placement', 'the kind of "placement" is none of ours'])
  return found
}

export const noDurations = (given: unknown[]): Found =>
  given
    .filter(one => one != null && Number.isNaN(durationMs(one)))
    .map(one => ['bad-duration', `${JSON.stringify(one)} is not one like "30d"`])

/** What of a touchpoint's further gates cannot be used. */
export function mistakesOf({ raw, survey }: TouchpointSettings): Found {
  const { schedule, asked } = raw
  const { frequency } = survey as Survey
  const { max: _, ...rests } = Object(frequency) as NonNullable<typeof frequency>
  const times = [raw.on ?? []].flat().flatMap(one => {
    const { delay, idle, within, form, after } = Object(one)
    return [delay, idle, within, form === undefined ? undefined : after]
  })
  const found = noDurations([
    ...times,
    ...Object.values(rests),
    ...[asked ?? []].flat().flatMap(one => [one?.atLeast, one?.atMost]),
  ])
  for (const date of [schedule?.from, schedule?.until])
    if (date !== undefined && Number.isNaN(Date.parse(date)))
      found.push(['bad-schedule', `${JSON.stringify(date)} is no date like "2027-01-31"`])
  try {
    if (schedule) isOpen(schedule, 0)
  } catch {
    found.push(['bad-schedule', `"hours" are two times like "09:30", and "timeZone" a name like "Europe/Madrid"`])
  }
  return found
}
