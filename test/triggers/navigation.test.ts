import { describe, expect, it, vi } from 'vitest'
import { onNavigate } from '../../src/triggers/navigation'
import { fakePage } from '../fakes/page'

/** A page without the Navigation API. */
function listen(prepare = (_: History) => {}) {
  const page = fakePage()
  const { history } = page.window
  prepare(history)
  const heard = vi.fn()
  return { ...page, history, heard, stop: onNavigate(page.env, heard) }
}

describe('onNavigate', () => {
  it('hears each change of the address, and nothing that leaves it as it is', () => {
    const { history, heard, window, send, stop } = listen()
    history.pushState(null, '', '/a')
    expect(heard).toHaveBeenCalledTimes(1)
    history.replaceState({ scrolled: 5 }, '', '/a')
    history.replaceState(null, '')
    expect(heard).toHaveBeenCalledTimes(1)
    history.replaceState(null, '', '/a#b')
    send(window, 'popstate')
    expect(heard).toHaveBeenCalledTimes(2)
    stop()
    stop()
    history.pushState(null, '', '/c')
    expect(heard).toHaveBeenCalledTimes(2)
  })

  it('leaves the page’s own calls their results and their errors, others’ wrappers before and after it among them', () => {
    const theirs = {}
    const failure = new Error('theirs')
    const { history, heard, stop } = listen(history => {
      const own = history.pushState
      history.pushState = (...args) => {
        if (args[2] === '/never') throw failure
        own.apply(history, args)
        return theirs as never
      }
    })
    const inner = history.pushState
    const outer: typeof inner = (...args) => inner.apply(history, args)
    history.pushState = outer
    expect(history.pushState(null, '', '/a')).toBe(theirs)
    expect(heard).toHaveBeenCalledTimes(1)
    expect(() => history.pushState(null, '', '/never')).toThrow(failure)
    expect(heard).toHaveBeenCalledTimes(1)
    stop()
    expect(history.pushState).toBe(outer)
    expect(history.pushState(null, '', '/b')).toBe(theirs)
    expect(heard).toHaveBeenCalledTimes(1)
  })
})
