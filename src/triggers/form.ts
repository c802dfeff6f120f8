import type { Stop, Trigger } from '../contracts'
import { durationMs } from '../duration'
import type { FormTrigger } from '../schema'
import { countdown } from './countdown'
import { exit } from './exit'
import { early, isWithin } from './hear'

/**
 * Fires when a form was begun and left: nothing more was entered for so long, or its visitor turns away from the page
 * as `exit` understands it. To submit it ends that. It may come later, or be replaced; what is entered is not read.
 */
export const form: Trigger<FormTrigger> = ({ form, after = '30s' }, fire, world) => {
  const { env } = world
  let left: ReturnType<typeof countdown> | undefined
  let stops: Stop[] = []
  const rest = () => {
    for (const stop of stops) stop()
    stops = []
    left = undefined
  }
  const abandon = () => {
    rest()
    fire({ kind: 'form', name: form, properties: {} })
  }
  const typing = env.listen(early(env.window), 'input', event => {
    if (!isWithin(event, form)) return
    if (left) return left.again()
    left = countdown(env, durationMs(after), abandon)
    const [field] = event.composedPath() as Element[]
    stops = [
      left.stop,
      exit({ exit: true }, abandon, world),
      // A submit does not leave its shadow root, so it is listened for where the field is.
      env.listen(early(field!.getRootNode()), 'submit', event => {
        if (isWithin(event, form) || (event.target as Element).contains(field!)) rest()
      }),
    ]
  })
  return () => {
    typing()
    rest()
  }
}
