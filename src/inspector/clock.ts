/** A time of day by the visitor's clock: `14:03:09`. */
export function clockOf(at: number): string {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(part => `${part}`.padStart(2, '0')).join(':')
}
