import { describe, expect, it, vi } from 'vitest'
import { countdown } from '../../src/triggers/countdown'
import { fakePage } from '../fakes/page'

describe('countdown', () => {
  const begin = (ms = 1e4, key?: string, page = fakePage()) => {
    const done = vi.fn()
    return { ...page, page, done, ...countdown(page.env, ms, done, key) }
  }

  it('counts only the time that the page is looked at', async () => {
    const { hide, show, env, done } = begin()
    await env.advance(6e3)
    hide()
    await env.advance(6e4)
    show()
    await env.advance(3999)
    expect(done).not.toHaveBeenCalled()
    await env.advance(1)
    expect(done).toHaveBeenCalledOnce()
  })

  it('waits for a tab that was opened in the background', async () => {
    const page = fakePage()
    page.hide()
    const { show, env, done } = begin(1e4, undefined, page)
    await env.advance(1e5)
    show()
    await env.advance(9999)
    expect(done).not.toHaveBeenCalled()
    await env.advance(1)
    expect(done).toHaveBeenCalledOnce()
  })

  it('begins again without a timer of its own', async () => {
    const { again, env, done } = begin()
    await env.advance(9e3)
    again()
    expect(env.timers()).toEqual([1e3])
    await env.advance(9999)
    expect(done).not.toHaveBeenCalled()
    await env.advance(1)
    expect(done).toHaveBeenCalledOnce()
  })

  it('goes on from the page before, and is over once it was', async () => {
    const { page, env, done, stop } = begin(1e4, 'time')
    await env.advance(6e3)
    stop()
    const second = begin(1e4, 'time', page)
    await env.advance(4e3)
    expect([done.mock.calls.length, second.done.mock.calls.length]).toEqual([0, 1])
    const third = begin(1e4, 'time', page)
    await env.advance(1e6)
    expect(third.done).not.toHaveBeenCalled()
    expect(env.timers()).toEqual([])
  })

  it('goes on from the page after it where it comes back, and is over once that one was', async () => {
    const { page, env, send, window, done } = begin(1e4, 'time')
    const leave = () => send(window, 'pagehide')
    const comeBack = () => send(window, 'pageshow')
    await env.advance(2e3)
    leave()
    const second = begin(1e4, 'time', page)
    await env.advance(5e3)
    second.stop()
    comeBack()
    await env.advance(2999)
    expect(done).not.toHaveBeenCalled()
    leave()
    const third = begin(1e4, 'time', page)
    await env.advance(1e3)
    expect(third.done).toHaveBeenCalledOnce()
    comeBack()
    await env.advance(1e6)
    expect(done).not.toHaveBeenCalled()
  })

  it('keeps its time when the page is left', async () => {
    const { page, env, send, window } = begin(1e4, 'time')
    await env.advance(6e3)
    send(window, 'pagehide')
    expect(page.env.session.get('time')).toBe('6000')
  })

  it('keeps nothing without a key', async () => {
    const { page, env, stop } = begin()
    await env.advance(6e3)
    stop()
    expect(page.env.session.keys()).toEqual([])
  })

  it('comes to its end on a clock that was put back', async () => {
    const { env, done } = begin()
    await env.advance(5e3)
    env.set(0)
    await env.advance(1e13)
    expect(done).toHaveBeenCalledOnce()
    const other = begin()
    other.env.set(0)
    other.again()
    await other.env.advance(1e13)
    expect(other.done).toHaveBeenCalledOnce()
  })

  it('gives no negative time to a page that was left on a clock that was put back', async () => {
    const { page, env, stop } = begin(1e4, 'time')
    await env.advance(5e3)
    env.set(0)
    stop()
    expect(page.env.session.get('time')).toBe('0')
  })

  it.each([Number.NaN, 30 * 864e5])('rests where its time is none, or more than a timer can count: %d', async ms => {
    const { env, done, running } = begin(ms)
    expect(running()).toEqual([0, 0, 0])
    await env.advance(1e6)
    expect(done).not.toHaveBeenCalled()
  })
})
