/**
 * Arrives for a destination that asks for one: the formats besides JSON.
 * @module
 */
export { cloudevents } from './cloudevents'
export { form } from './form'
export { segment } from './segment'
export { text } from './text'
