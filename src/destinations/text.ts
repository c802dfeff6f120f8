import type { Format } from '../contracts'
import { stringify } from '../stringify'

/** The same JSON as plain text, which a browser sends to another origin without asking first. */
export const text: Format = response => ({ body: stringify(response), type: 'text/plain;charset=UTF-8' })
