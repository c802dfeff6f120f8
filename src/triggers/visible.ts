import type { Stop, Trigger } from '../contracts'
import type { VisibleTrigger } from '../schema'
import { whileVisible } from './while-visible'

/** How long it has to stay in view; how often at most a page that changes is searched. */
const stayMs = 500
const searchMs = 250
/** Parts of an element at which the browser tells: small ones for elements many windows high. */
const threshold = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5]

/**
 * Fires once something that the selector finds has been in view for half a second: half of it, or as much as fills
 * half of the window. It may come later, or be replaced: until it fires, and while the tab is looked at, the page is
 * searched after it has changed.
 */
export const visible: Trigger<VisibleTrigger> = ({ visible }, fire, { env }) => {
  const { document: page, IntersectionObserver, MutationObserver } = env.window
  const seen = () => {
    stop()
    fire({ kind: 'visible', name: visible, properties: {} })
  }
  const stop = whileVisible(env, () => {
    const staying = new Map<Element, Stop>()
    let search: Stop | undefined
    const views = new IntersectionObserver(
      entries => {
        for (const { target, isIntersecting, intersectionRatio, intersectionRect } of entries) {
          staying.get(target)?.()
          if (isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= env.window.innerHeight / 2)) {
            staying.set(
              target,
              env.after(stayMs, () => target.matches(visible) && seen()),
            )
          }
        }
      },
      { threshold },
    )
    const look = () => {
      search = undefined
      for (const found of page.querySelectorAll(visible)) views.observe(found)
    }
    const changes = new MutationObserver(() => {
      search ??= env.after(searchMs, look)
    })
    // Besides classes and ids, what the selector itself asks for.
    const attributes = [...visible.matchAll(/\[\s*([\w-]+)/g)].map(([, name]) => name!)
    changes.observe(page, { childList: true, subtree: true, attributeFilter: ['class', 'id', ...attributes] })
    look()
    return () => {
      views.disconnect()
      changes.disconnect()
      search?.()
      for (const stop of staying.values()) stop()
    }
  })
  return stop
}
