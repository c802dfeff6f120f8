import type { Stop, Trigger } from '../contracts'
import { durationMs } from '../duration'
import type { FormTrigger } from '../schema'
import { countdown } from './countdown'
import { exit } from './exit'
import { hear, isWithin } from './hear'
import { all } from './stops'

/**
 * Fires when a form was begun and left: nothing more was entered for so long, or its visitor turns away from the page
 * as `exit` understands it. To submit it ends that. It may come later, or be replaced; what is entered is not read.
 */
export const form: Trigger<FormTrigger> = ({ form, after = '30s' }, fire, world) => {
  const { env } = world
  let again: (() => void) | undefined
  let stop: Stop | undefined
  const rest = () => {
    stop?.()
    again = undefined
  }
  let field: Element
  const left = () => {
    rest()
    // With nothing of it left it may have been sent, in a way that nobody here hears of.
    if (field.isConnected || env.window.document.querySelector(form)) fire({ kind: 'form', name: form, properties: {} })
  }
  const entered = (event: Event) => {
    if (!isWithin(event, form)) return
    field = event.composedPath()[0] as Element
    if (again) return again()
    const quiet = countdown(env, durationMs(after), left, '', true)
    again = quiet.again
    stop = all([
      quiet.stop,
      exit({ exit: true }, left, world),
      // A submit does not leave its shadow root, so it is listened for where the field is, too.
      ...[env.window, field.getRootNode()].map(root =>
        hear(env, root, 'submit', (event: Event) => {
          if (isWithin(event, form) || (event.target as Element).contains(field)) rest()
        }),
      ),
    ])
  }
  return all([hear(env, env.window, 'input', entered), rest])
}
