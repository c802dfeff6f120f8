import type { Stop, Trigger } from '../contracts'
import type { ScrollTrigger } from '../schema'
import { countdown } from './countdown'
import { hear } from './hear'
import { all } from './stops'

/** So long after it has loaded, what a page has to show is there: until then one that is short may be empty yet. */
const SETTLED_MS = 5e3

/**
 * Fires once so much of the page has been scrolled through, or of an element that `in` finds, be it there yet or not.
 * 100 % is the end, and a page that needs no scrolling is at its end once it has settled, unless an element that fills
 * it scrolls in its place. It looks for the first time after a second, so that where the page before had been scrolled
 * to does not count.
 */
export const scroll: Trigger<ScrollTrigger> = ({ scroll, in: box }, fire, { env }) => {
  const { window } = env
  const { document: page } = env.window
  const look = (target: EventTarget | null, isSettled = false) => {
    const it = target === page ? page.scrollingElement : (target as Element | null)
    if (!it || !(box ? it.matches(box) : target === page)) return
    const way = it.scrollHeight - it.clientHeight
    // Under zoom the end may lie a pixel short of itself.
    const part = way > 0 ? (it.scrollTop + 1) / way : Number(isSettled && !box && !isFilled(window))
    if (!(part * 100 >= scroll)) return
    stop()
    fire({ kind: 'scroll', name: `${scroll}%`, properties: {} })
  }
  const begin = () => {
    stops.push(hear(env, page, 'scroll', ({ target }: Event) => look(target)))
    look(box ? page.querySelector(box) : page)
  }
  const settle = () => void stops.push(countdown(env, SETTLED_MS, () => look(page, true)).stop)
  const stops = [countdown(env, 1e3, begin).stop, env.listen(window, 'load', settle)]
  const stop: Stop = all(stops)
  if (page.readyState === 'complete') settle()
  return stop
}

/** An element in the middle that is at least half as high as the window scrolls: the page is an application's shell. */
const isFilled = (window: Window) =>
  window.document
    .elementsFromPoint(window.innerWidth / 2, window.innerHeight / 2)
    .some(
      it =>
        it.scrollHeight > it.clientHeight &&
        it.clientHeight >= window.innerHeight / 2 &&
        /auto|scroll/.test(window.getComputedStyle(it).overflowY),
    )
