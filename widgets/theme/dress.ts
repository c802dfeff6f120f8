import type { Theme } from '../../src/contracts'
import { late } from '../late'
import { css } from './css'

/** Gives a shadow root its styles, and returns what brings them up to date. */
export type Wear = (root: ShadowRoot, view: Window & typeof globalThis, nonce?: string) => () => void

/**
 * Gives a shadow root its styles; what it returns brings them up to date when a part has arrived. A constructed sheet
 * needs no leave from the page's style policy; a browser without one gets an element that carries the page's nonce.
 */
export const dress: Wear = (root, view, nonce) => {
  const all = () => css + [late.more, late.kinds, late.places].map(part => part?.css ?? '').join('')
  try {
    const sheet = new view.CSSStyleSheet()
    root.adoptedStyleSheets = [sheet]
    return () => sheet.replaceSync(all())
  } catch {
    const style = root.ownerDocument.createElement('style')
    if (nonce) style.nonce = nonce
    root.append(style)
    return () => {
      style.textContent = all()
    }
  }
}

/** Sets what the configuration says of the looks; what it leaves open is the page's or ours. */
export function colour(host: HTMLElement, theme: Theme | undefined): void {
  for (const [name, value] of Object.entries(theme ?? {}))
    if (value !== 'auto') host.style.setProperty(`--pulso-${name}`, `${value}`)
}
