/** A time of day by the visitor's clock, as Swedes write it: `14:03:09`. */
export const clockOf = (at: number): string => new Date(at).toLocaleTimeString('sv')
