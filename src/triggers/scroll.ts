import type { Stop, Trigger } from '../contracts'
import type { ScrollTrigger } from '../schema'
import { countdown } from './countdown'
import { hear } from './hear'
import { all } from './stops'

/**
 * Fires once so much of the page has been scrolled through, or of an element that `in` finds, be it there yet or not.
 * 100 % is the end, and a page that needs no scrolling is at its end. It looks for the first time after a second, so
 * that neither an empty frame counts, nor where the page before had been scrolled to.
 */
export const scroll: Trigger<ScrollTrigger> = ({ scroll, in: box }, fire, { env }) => {
  const { window } = env
  const { document: page } = env.window
  const look = (target: EventTarget | null) => {
    const it = target === page ? page.scrollingElement : (target as Element | null)
    if (!it || !(box ? it.matches(box) : target === page)) return
    const way = it.scrollHeight - it.clientHeight
    // Under zoom the end may lie a pixel short of itself.
    const part = way > 0 ? (it.scrollTop + 1) / way : Number(!box && page.readyState === 'complete')
    if (part * 100 < scroll) return
    stop()
    fire({ kind: 'scroll', name: `${scroll}%`, properties: {} })
  }
  const begin = () => {
    stops.push(
      hear(env, page, 'scroll', ({ target }: Event) => look(target)),
      env.listen(window, 'load', () => look(page)),
    )
    look(box ? page.querySelector(box) : page)
  }
  const stops = [countdown(env, 1e3, begin).stop]
  const stop: Stop = all(stops)
  return stop
}
