import type { Stop } from '../../src/contracts'
import type { PlaceContext } from '.'

/** Dragged down this far, a sheet is closed. */
const FAR_PX = 72

/** Stays above the soft keyboard, and can be dragged away by its grip. */
export function sheet({ host, card, view, placement, leave }: PlaceContext): Stop {
  const viewport = view.visualViewport
  const follow = () => {
    if (!viewport || viewport.scale > 1.01) return // the visitor looks closer: nothing is to move
    const covered = Math.max(0, view.innerHeight - viewport.height - viewport.offsetTop)
    host.style.setProperty('--_covered', `${covered}px`)
    host.style.setProperty('--_room', `${viewport.height}px`)
  }

  let from: number | undefined
  const drag = (event: PointerEvent) => {
    // The grip is the card itself, above whatever is in it.
    if (event.type === 'pointerdown' && event.target === card && event.isPrimary && placement.kind !== 'bar') {
      from = event.clientY
      card.setPointerCapture(event.pointerId)
    }
    if (from === undefined) return
    const far = event.clientY - from
    if (event.type === 'pointerup' && far > FAR_PX) leave('close')
    if (/up|cancel/.test(event.type)) from = undefined
    card.style.translate = from === undefined ? '' : `0 ${Math.max(0, far)}px`
  }

  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const)
    card.addEventListener(type, drag)
  for (const type of ['resize', 'scroll']) viewport?.addEventListener(type, follow)
  follow()
  return () => {
    for (const type of ['resize', 'scroll']) viewport?.removeEventListener(type, follow)
  }
}
