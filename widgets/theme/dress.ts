import { css } from './css'

/**
 * Gives a shadow root its styles. A constructed sheet needs no leave from the page's style policy; a browser without
 * one gets an element that carries the page's nonce.
 */
export function dress(root: ShadowRoot, view: Window & typeof globalThis, nonce?: string): void {
  try {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets = [sheet]
  } catch {
    const style = root.ownerDocument.createElement('style')
    if (nonce) style.nonce = nonce
    style.textContent = css
    root.append(style)
  }
}
