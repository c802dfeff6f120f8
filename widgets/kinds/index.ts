/**
 * Arrives with a survey that has one of them: the kinds that a plain score never pays for.
 * @module
 */
import { choice } from '../questions/choice'
import { consent } from '../questions/consent'
import { contact } from '../questions/contact'
import { link } from '../questions/link'
import { message } from '../questions/message'
import { ranking } from '../questions/ranking'
import { rating } from '../questions/rating'

export { css } from './css'
export { spoken } from './spoken'

export const kinds = { choice, rating, ranking, contact, consent, message, link }
