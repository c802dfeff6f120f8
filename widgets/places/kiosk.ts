import type { Stop } from '../../src/contracts'
import type { PlaceContext } from '.'

/** A new round takes no touch at first: a hand that rests on the screen, or a child who drums on it, is no visitor. */
const SETTLE_MS = 1000
const IDLE_MS = 30_000

/** Back to the start when a visitor has walked away in the middle. */
export function kiosk({ card, view, placement, started, leave }: PlaceContext): Stop {
  const { idleMs = IDLE_MS } = placement
  let timer = 0
  const wait = () => {
    view.clearTimeout(timer)
    timer = view.setTimeout(() => (started() ? leave('timeout') : wait()), idleMs)
  }
  card.inert = true
  const settle = view.setTimeout(() => {
    card.inert = false
  }, SETTLE_MS)
  for (const type of ['pointerdown', 'keydown', 'input']) card.addEventListener(type, wait)
  wait()
  return () => {
    view.clearTimeout(settle)
    view.clearTimeout(timer)
  }
}
