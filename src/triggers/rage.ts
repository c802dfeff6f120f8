import type { Trigger } from '../contracts'
import type { RageTrigger } from '../schema'
import { hear, isOurs, isWithin } from './hear'
import { all } from './stops'

/** Where one clicks again and again: in fields and players, and on what opens, turns over or moves something else. */
const calm =
  'input,textarea,select,label,video,canvas,[contenteditable],[aria-controls],[role=slider],[class*=-arrow],[class*=__arr],[class*=touchspin],[class*=stepper]'
/** A button beside one of these steps it up or down. */
const stepped = '[inputmode],[type=number],[type=tel],[role=spinbutton]'

/**
 * Fires on three clicks within a second and 30 pixels. Where a third click selects a paragraph, as browsers have it,
 * it takes a fourth. What is clicked often for good reasons does not count, nor do keys and scripts that click.
 */
export const rage: Trigger<RageTrigger> = (_, fire, { env }) => {
  let clicks: { x: number; y: number; at: number }[] = []
  const press = (event: MouseEvent) => {
    const { clientY: y, clientX: x, button } = event
    const at = env.now()
    const steps = (target: Element) => target.localName === 'button' && target.parentElement?.querySelector(stepped)
    if (button || isWithin(event, calm) || isOurs(event) || (event.composedPath() as Element[]).some(steps)) return
    clicks = clicks.filter(one => Math.abs(at - one.at) <= 1e3 && Math.hypot(x - one.x, y - one.y) <= 30)
    if (clicks.push({ x, y, at }) < (env.window.getSelection()?.type === 'Range' ? 4 : 3)) return
    clicks = []
    fire({ kind: 'rage', name: 'rage', properties: {} })
  }
  return all([
    hear(env, env.window, 'click', (event: MouseEvent) => event.detail && press(event)),
    // A button that is disabled gets no clicks, but a pointer comes up on it.
    hear(env, env.window, 'pointerup', (event: MouseEvent) => isWithin(event, ':disabled') && press(event)),
  ])
}
