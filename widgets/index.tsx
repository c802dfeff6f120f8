/**
 * Arrives when somebody is asked: draws one survey and makes its response.
 * @module
 */
import { createAsk } from './ask'
import { mount } from './mount'
import { prepare } from './prepare'
import { createPresent } from './present'

/** The only door to the widgets. */
export const present = createPresent(createAsk(mount), prepare)

/** Draws a survey and tells what is answered, for pages that keep answers themselves. */
export { mount }
