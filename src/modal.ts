/**
 * A floating survey waits while the page shows a modal dialog. It is fetched where the page has one at all.
 * @module
 */
import { dialogsOf, rootsOf } from './dialog'

/**
 * The page shows a modal dialog, so that a floating survey could not be used, or would stand in its way. With `butOurs`
 * those of our own do not count, as they make room for another, or say for themselves that they are in the way.
 */
export const hasDialog = (document: Document, butOurs?: boolean): boolean =>
  dialogsOf(document).some(
    element =>
      !(butOurs && (element.getRootNode() as Partial<ShadowRoot>).host?.matches('[data-pulso]')) &&
      (element.matches(':modal,[aria-modal=true]') || document.querySelector('[data-aria-hidden=true]')) &&
      isSeen(element),
  )

/** Many a closed dialog is only hidden: transparent, moved out of sight, or kept from whoever reads by ear. */
function isSeen(element: Element) {
  if (element.closest('[inert],[aria-hidden=true]')) return false
  if (element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) === false) return false
  const { innerWidth, innerHeight } = element.ownerDocument.defaultView!
  // A box without a size holds what is fixed to the window.
  return [...element.getClientRects()].some(
    ({ left, right, top, bottom, width, height }) =>
      !width || !height || (right > 0 && bottom > 0 && left < innerWidth && top < innerHeight),
  )
}

/** Resolves once the page shows none. */
export async function untilClosed(document: Document, butOurs?: boolean): Promise<void> {
  while (hasDialog(document, butOurs)) await change(document)
}

/** The next time anything in the page is added, taken away or altered, or has come to the end of its way out. */
const change = (document: Document) =>
  new Promise<void>(resolve => {
    const roots = rootsOf(document)
    const endings = ['transitionend', 'transitioncancel', 'animationend']
    const observer = new MutationObserver(done)
    function done() {
      observer.disconnect()
      for (const root of roots) for (const type of endings) root.removeEventListener(type, done, true)
      resolve()
    }
    for (const root of roots) {
      observer.observe(root, { subtree: true, childList: true, attributes: true })
      for (const type of endings) root.addEventListener(type, done, true)
    }
  })
