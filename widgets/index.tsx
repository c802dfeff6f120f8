/**
 * Arrives when somebody is asked: draws one survey and makes its response.
 * @module
 */
import { createAsk } from './ask'
import { mount } from './mount'

/** The only door to the widgets. */
export const ask = createAsk(mount)

export { prepare } from './prepare'

/** Draws a survey and tells what is answered, for pages that keep answers themselves. */
export { mount }
