import type { Trigger } from '../contracts'
import type { RageTrigger } from '../schema'
import { early, isWithin } from './hear'

const withinMs = 1e3
const withinPx = 30

/** Where one clicks again and again: in fields and players, and on what moves, opens or pages something else. */
const calm =
  'input,textarea,select,label,summary,video,audio,canvas,[contenteditable],[role=slider],[role=spinbutton],[aria-controls],[aria-roledescription]'
/** A button beside one of these steps it up and down. */
const stepped = '[type=number],[inputmode],[role=spinbutton]'

/**
 * Fires on three clicks at one place within a second. Where a third click selects a paragraph, as browsers have it, it
 * takes a fourth. What is clicked often for good reasons does not count, nor do keys and scripts that click.
 */
export const rage: Trigger<RageTrigger> = (_, fire, { env }) => {
  let clicks: { x: number; y: number; at: number }[] = []
  return env.listen(early(env.window), 'click', event => {
    const { clientX: x, clientY: y, detail } = event as MouseEvent
    const at = env.now()
    clicks = clicks.filter(
      click => Math.abs(at - click.at) <= withinMs && Math.hypot(x - click.x, y - click.y) <= withinPx,
    )
    const steps = (event.composedPath() as Element[]).some(
      target => target.localName === 'button' && target.parentElement?.querySelector(stepped),
    )
    if (!detail || steps || isWithin(event, calm)) return
    clicks.push({ x, y, at })
    if (clicks.length < (env.window.getSelection()?.type === 'Range' ? 4 : 3)) return
    clicks = []
    fire({ kind: 'rage', name: 'rage', properties: {} })
  })
}
