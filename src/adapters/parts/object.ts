import type { Payload } from './flat'

/** What should be an object and is none counts as an empty one; a text, too, which would be spread letter by letter. */
export const object = (value: unknown): Payload => (typeof value === 'object' && value ? value : {})
