import type { Format } from '../contracts'

/** The response as it is: one JSON object. */
export const json: Format = response => ({ body: JSON.stringify(response), type: 'application/json' })
