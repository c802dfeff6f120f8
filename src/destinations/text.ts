import type { Format } from '../contracts'

/** The same JSON as plain text, which a browser sends to another origin without asking first. */
export const text: Format = response => ({ body: JSON.stringify(response), type: 'text/plain;charset=UTF-8' })
