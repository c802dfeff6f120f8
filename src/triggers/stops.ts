import type { Stop } from '../contracts'

/** One way to stop several things. */
export const all =
  (stops: Stop[]): Stop =>
  () =>
    stops.forEach(stop => void stop())
