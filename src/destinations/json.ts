import type { Format } from '../contracts'
import { stringify } from '../stringify'

/** The response as it is: one JSON object. */
export const json: Format = response => ({ body: stringify(response), type: 'application/json' })
