import type { Inspect } from './contracts'

/** Draws the inspector; returns the way to take it off the page. */
export const inspect: Inspect = () => () => {}
