import type { TouchpointSettings } from '../config'
import { durationMs } from '../duration'
import type { Survey } from '../schema'
import { isOpen } from './schedule'

/** What of a touchpoint's further gates cannot be used: a code, and how to mend it. */
export function mistakesOf({ raw, survey }: TouchpointSettings): [code: string, fix: string][] {
  const { schedule, asked } = raw
  const { frequency } = survey as Survey
  const { max: _, ...rests } = Object(frequency) as NonNullable<typeof frequency>
  const times = [raw.on ?? []].flat().flatMap(one => {
    const { delay = '0s', idle = '0s', within = '0s', form, after } = Object(one)
    return [delay, idle, within, ...(form === undefined ? [] : [after ?? '0s'])]
  })
  const durations = [
    ...times,
    ...Object.values(rests),
    ...[asked ?? []].flat().flatMap(one => [one?.atLeast ?? '0s', one?.atMost ?? '0s']),
  ]
  const found: [string, string][] = durations
    .filter(given => Number.isNaN(durationMs(given)))
    .map(given => ['bad-duration', `${JSON.stringify(given)} is not one like "30d"`])
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
