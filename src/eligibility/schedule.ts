import type { Schedule } from '../schema'

const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** The moment as clocks on the wall have it: the date, the day of the week and the minutes since midnight. */
function wallClock(now: number, timeZone: string | undefined) {
  // As Swedes write it: `2027-03-01 09:30:00`.
  const [date, time] = new Date(now).toLocaleString('sv', { timeZone }).split(' ') as [string, string]
  return { date, minutes: minutesOf(time.slice(0, 5)), day: dayNames[new Date(date).getUTCDay()]! }
}

const minutesOf = (clock: string) => {
  const [, hours, minutes] = /^(\d\d?):(\d\d)$/.exec(clock)!
  return Number(hours) * 60 + Number(minutes)
}

/**
 * Whether a moment lies within a schedule. A date without a time is that whole day; hours from a time to the same time
 * are the whole day, too. Throws on a time zone and on hours that there are not.
 */
export function isOpen({ from, until, days, hours, timeZone }: Schedule, now: number): boolean {
  const { date, day, minutes } = wallClock(now, timeZone)
  const isSince = (start: string) => (start.length === 10 ? date >= start : now >= Date.parse(start))
  const isBefore = (end: string) => (end.length === 10 ? date <= end : now < Date.parse(end))
  const [opens, closes] = hours ? [minutesOf(hours[0]), minutesOf(hours[1])] : [0, 1440]
  const isOvernight = opens! >= closes!
  const hasOpened = minutes >= opens!
  const isIn = minutes < closes! ? isOvernight || hasOpened : isOvernight && hasOpened
  // After midnight it is still the night of the day before.
  const night = isOvernight && !hasOpened ? dayNames[(dayNames.indexOf(day) + 6) % 7]! : day
  return (!from || isSince(from)) && (!until || isBefore(until)) && (!days || days.includes(night as never)) && isIn
}
