/**
 * The one definition of config, survey and response, written with zod/mini. Boot and widgets take the types alone;
 * the collector and the JSON Schema take the values. Never call `z.config()` here: it is global to the page.
 * @module
 */
export * from './config'
export * from './response'
export * from './survey'
export * from './words'
