/**
 * The triggers beyond boot's: they arrive with the journey's part, where the configuration asks for one. Those that
 * watch what visitors do are run by `watched`, and their words come before `page`, which is one of their options.
 * @module
 */
import type { Trigger } from '../contracts'
import { click } from './click'
import { error } from './error'
import { exit } from './exit'
import { form } from './form'
import { idle } from './idle'
import { lasting } from './lasting'
import { rage } from './rage'
import { scroll } from './scroll'
import { sequence } from './sequence'
import { visible } from './visible'
import { visit } from './visit'

export { watched } from './watched'

/** Run by `watched`. `delay` takes the place of boot's, which adds nothing up. */
export const watches: Record<string, Trigger<never>> = {
  scroll,
  exit,
  click,
  visible,
  idle,
  form,
  error,
  rage,
  delay: lasting,
}

export const others: Record<string, Trigger<never>> = { sequence, visit }
