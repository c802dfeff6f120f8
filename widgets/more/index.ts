/**
 * Arrives when the first question is on screen: the steps after it, and the kinds that most surveys are made of.
 * @module
 */
import { ces } from '../questions/ces'
import { csat } from '../questions/csat'
import { emoji } from '../questions/emoji'
import { stars } from '../questions/stars'
import { text } from '../questions/text'
import { thumbs } from '../questions/thumbs'

export { css } from './css'
export { firstOf, giveBack } from './focus'
export { render } from './render'
export { untilSent } from './sending'
export { Foot, Top } from './steps'

export const kinds = { csat, text, emoji, stars, thumbs, ces }
