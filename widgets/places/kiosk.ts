import type { Placement, Stop } from '../../src/contracts'
import { durationMs } from '../../src/duration'
import type { PlaceContext } from '.'

/** A new round begins once nobody has touched the screen for so long: a child who drums on it is no visitor. */
const SETTLE_MS = 1000
const IDLE_MS = 30_000

/** Back to the start when a visitor has walked away in the middle. */
export function kiosk({ card, view, placement, started, warn, leave }: PlaceContext): Stop {
  const { idle } = placement as Extract<Placement, { kind: 'kiosk' }>
  const given = durationMs(idle)
  const idleMs = given >= 0 ? given : IDLE_MS
  if (idle !== undefined && idleMs !== given) warn('bad-duration', `idle: ${idle} is not one like "30s"`)
  let timer = 0
  const wait = () => {
    view.clearTimeout(timer)
    timer = view.setTimeout(() => (started() ? leave('timeout') : wait()), idleMs)
  }
  let quiet = 0
  const settle = () => {
    view.clearTimeout(quiet)
    quiet = view.setTimeout(begin, SETTLE_MS)
  }
  const begin = () => {
    view.removeEventListener('pointerdown', settle, true)
    card.inert = false
  }
  card.inert = true
  view.addEventListener('pointerdown', settle, true)
  settle()
  for (const type of ['pointerdown', 'keydown', 'input']) card.addEventListener(type, wait)
  wait()
  return () => {
    view.clearTimeout(quiet)
    view.removeEventListener('pointerdown', settle, true)
    view.clearTimeout(timer)
  }
}
