import type { Trigger } from '../contracts'
import type { ScrollTrigger } from '../schema'
import { countdown } from './countdown'
import { early } from './hear'

/**
 * Fires once so much of the page has been scrolled through, or of an element that `in` finds, be it there yet or not.
 * 100 % is the end, and a page that needs no scrolling is at its end. It looks for the first time after a second, so
 * that neither an empty frame counts, nor where the page before had been scrolled to.
 */
export const scroll: Trigger<ScrollTrigger> = ({ scroll, in: within }, fire, { env }) => {
  const { document: page } = env.window
  const look = (target: EventTarget | null) => {
    const box = target === page ? page.scrollingElement : (target as Element | null)
    if (!box || !(within ? box.matches(within) : target === page)) return
    const way = box.scrollHeight - box.clientHeight
    // Under zoom the end may lie a pixel short of itself.
    const done = way > 0 ? (box.scrollTop + 1) / way : Number(!within && page.readyState === 'complete')
    if (done * 100 < scroll) return
    stop()
    fire({ kind: 'scroll', name: `${scroll}%`, properties: {} })
  }
  const first = countdown(env, 1e3, () => {
    stops.push(
      env.listen(early(page), 'scroll', event => look(event.target)),
      env.listen(env.window, 'load', () => look(page)),
    )
    look(within ? page.querySelector(within) : page)
  })
  const stops = [first.stop]
  const stop = () => stops.forEach(stop => void stop())
  return stop
}
