import type { Trigger } from '../contracts'
import type { ExitTrigger } from '../schema'
import { hear } from './hear'
import { all } from './stops'
import { whileVisible } from './while-visible'

/** A scroll up by half a window within so long is a fast one. */
const fastMs = 500

/**
 * Fires when the visitor seems about to leave. With a mouse: its pointer goes out at the top. By touch: a fast scroll
 * up by somebody who was more than a window down, a step back within the page, a return to the tab. What happened is
 * the name: `pointer`, `scroll`, `back`, `return`.
 */
export const exit: Trigger<ExitTrigger> = (_, fire, { env }) => {
  const { window } = env
  const { navigation, document: page } = env.window as Window & { navigation?: Navigation }
  const leave = (name: string) => fire({ kind: 'exit', name, properties: {} })
  if (!window.matchMedia('(pointer: coarse)').matches) {
    return env.listen(page.documentElement, 'mouseleave', event => {
      if ((event as MouseEvent).clientY <= 0) leave('pointer')
    })
  }

  let top = 0
  let turn = { top: 0, at: 0 }
  let away = false
  /** A finger has drawn the page: what scrolls after a tap was a button or a link to the top. */
  let drawn = false
  return all([
    hear(env, page, 'touchmove', () => (drawn = true)),
    hear(env, page, 'click', () => (drawn = false)),
    env.listen(page, 'scroll', () => {
      const { innerHeight, scrollY } = window
      const now = env.now()
      const step = top - scrollY
      top = scrollY
      // No finger goes so far at once: that was a link or a script.
      if (step <= 0 || step > innerHeight / 2 || Math.abs(now - turn.at) > fastMs) turn = { top: scrollY, at: now }
      else if (drawn && turn.top > innerHeight && turn.top - scrollY > innerHeight / 2) {
        turn = { top: 0, at: 0 }
        leave('scroll')
      }
    }),
    // Where there is no Navigation API, a step forward and a link within the page look the same.
    navigation
      ? env.listen(navigation, 'currententrychange', event => {
          if ((event as NavigationCurrentEntryChangeEvent).from.index > navigation.currentEntry!.index) leave('back')
        })
      : env.listen(window, 'popstate', () => leave('back')),
    whileVisible(env, () => {
      if (away) leave('return')
      return () => {
        away = true
      }
    }),
  ])
}
