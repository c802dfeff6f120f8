import { describe, expect, it } from 'vitest'
import type { Stop, Trigger } from '../../src/contracts'
import { watched, watches } from '../../src/watch'
import { type FakePage, fakePage } from '../fakes/page'

interface Given<Options> {
  options: Options
  html?: string
  touch?: boolean
  /** Brings its moment about. */
  moment(page: FakePage): unknown
  /** What fires. */
  fires: { kind?: string; name: string }
  /** It has its moment at the start and never again. */
  once?: boolean
  visits?: number
}

/** Starts a trigger as the journey does. */
export const start = <Options extends object>(trigger: Trigger<Options>, options: Options, page: FakePage): Stop =>
  Object.values(watches).includes(trigger)
    ? watched(trigger as Trigger<never>, options, page.fire, page.world)
    : trigger(options, page.fire, page.world)

/** The promises that every trigger keeps. */
export function testTrigger<Options extends object>(
  name: string,
  trigger: Trigger<Options>,
  { options, html, touch, moment, fires, once, visits = 1 }: Given<Options>,
) {
  describe(`${name} as a trigger`, () => {
    const begin = () => {
      const page = fakePage(html, { touch })
      page.world.visits = () => visits
      return { ...page, page, stop: start(trigger, options, page) }
    }

    it('fires when its moment comes, with a name and nothing that somebody wrote', async () => {
      const { page, fire } = begin()
      expect(fire).not.toHaveBeenCalled()
      await moment(page)
      expect(fire.mock.calls.map(([event]) => event)).toEqual([{ ...fires, properties: {} }])
    })

    it('is quiet once stopped, and leaves nothing running', async () => {
      const { page, fire, stop, running } = begin()
      expect(running().some(count => count > 0)).toBe(true)
      stop()
      stop()
      expect(running()).toEqual([0, 0, 0])
      await moment(page)
      await page.env.advance(864e5)
      expect(fire).not.toHaveBeenCalled()
    })

    it('leaves nothing running when it is stopped after its moment', async () => {
      const { page, stop, running } = begin()
      await moment(page)
      stop()
      expect(running()).toEqual([0, 0, 0])
    })

    it('runs no timer and no observer while the tab is hidden, and has its moment afterwards', async () => {
      const { page, fire, hide, show, running, env } = begin()
      await env.advance(10)
      hide()
      fire.mockClear()
      expect(running().slice(1)).toEqual([0, 0])
      await env.advance(864e5)
      expect(fire).not.toHaveBeenCalled()
      show()
      fire.mockClear()
      await moment(page)
      expect(fire).toHaveBeenCalledTimes(once ? 0 : 1)
    })

    it('minds no event that is not what its name says', async () => {
      const { window, document, send, errors, env, stop } = begin()
      const types =
        'click input submit scroll mouseleave popstate keydown pointermove error unhandledrejection load pagehide pageshow'
      for (const type of types.split(' ')) for (const target of [window, document, document.body]) send(target, type)
      await env.advance(5e3)
      stop()
      expect(errors).toEqual([])
    })

    it('alters nothing on the page', async () => {
      const { page, document, stop } = begin()
      const before = document.documentElement.outerHTML
      await moment(page)
      stop()
      expect(document.documentElement.outerHTML).toBe(before)
    })
  })
}
