import type { Stop } from '../../src/contracts'
import type { PlaceContext } from '.'

/** Over the page, which waits: the browser's own modal dialog, with its focus and its Escape. A kiosk has no way out. */
export function dialog({ card, placement, leave }: PlaceContext): Stop {
  const element = card as HTMLDialogElement
  const isKiosk = placement.kind === 'kiosk'
  let open = true
  element.addEventListener('cancel', event => {
    event.preventDefault()
    if (!isKiosk) leave('close')
  })
  // A browser may close a dialog in spite of the page: when Escape is pressed twice, for example.
  element.addEventListener('close', () => {
    if (!open) return
    if (isKiosk) element.showModal()
    else leave('close')
  })
  element.showModal()
  element.querySelector('h2')?.focus() // and not the first answer, which nobody is to be led to
  return () => {
    open = false
    element.close() // which hands the focus back
  }
}
