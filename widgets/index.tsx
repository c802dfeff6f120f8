/**
 * Arrives when somebody is asked: draws one survey and makes its response.
 * @module
 */
import { createAsk } from './ask'
import { mount } from './mount'
import { prepare } from './prepare'
import { createPresent } from './present'

const ask = createAsk(mount)

/** The only door to the widgets. */
export const present = createPresent(ask, prepare)

/** For pages that keep answers themselves. */
export { ask, mount, prepare }
