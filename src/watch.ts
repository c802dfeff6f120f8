/**
 * The triggers that watch what visitors do. They arrive by themselves, where a touchpoint asks for one.
 * @module
 */
import type { Trigger } from './contracts'
import { click } from './triggers/click'
import { error } from './triggers/error'
import { exit } from './triggers/exit'
import { form } from './triggers/form'
import { idle } from './triggers/idle'
import { lasting } from './triggers/lasting'
import { rage } from './triggers/rage'
import { scroll } from './triggers/scroll'
import { visible } from './triggers/visible'

export { watched } from './triggers/watched'

/** By their words, each to be run by `watched`. `delay` takes the place of boot's, which adds nothing up. */
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
