import type { Destination } from '../contracts'

/** The response as it is: one JSON object. */
export const json: Destination = response => ({ body: JSON.stringify(response), type: 'application/json' })
