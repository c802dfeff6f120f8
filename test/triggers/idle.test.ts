import { describe, expect, it } from 'vitest'
import { idle } from '../../src/triggers/idle'
import { fakePage } from '../fakes/page'

describe('idle', () => {
  const begin = () => {
    const page = fakePage('<div><input /></div>')
    idle({ idle: '30s' }, page.fire, page.world)
    return page
  }

  it.each(['keydown', 'pointerdown', 'pointermove', 'scroll', 'input'])('waits anew after %s', async type => {
    const { env, find, send, fire } = begin()
    await env.advance(29e3)
    send(find('input'), type)
    await env.advance(29_999)
    expect(fire).not.toHaveBeenCalled()
    await env.advance(1)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('hears a list being scrolled, and what the page keeps to itself', async () => {
    const { env, find, window, fire } = begin()
    await env.advance(29e3)
    find('div').addEventListener('scroll', event => event.stopImmediatePropagation())
    find('div').dispatchEvent(new window.Event('scroll'))
    await env.advance(29e3)
    expect(fire).not.toHaveBeenCalled()
  })

  it('does not take who is in a frame, such as where one pays, for idle', async () => {
    const { env, document, fire } = begin()
    let active: unknown = document.createElement('iframe')
    Object.defineProperty(document, 'activeElement', { get: () => active })
    await env.advance(5 * 6e4)
    expect(fire).not.toHaveBeenCalled()
    expect(env.timers()).toHaveLength(1)
    active = document.body
    await env.advance(3e4)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('sets no timer for each movement of a mouse', async () => {
    const { env, document, send } = begin()
    for (let times = 0; times < 100; times++) send(document.body, 'pointermove')
    expect(env.timers()).toEqual([3e4])
  })

  it('does not take a hidden tab for an idle visitor', async () => {
    const { env, hide, show, fire } = begin()
    await env.advance(20e3)
    hide()
    await env.advance(60e3)
    show()
    await env.advance(9e3)
    expect(fire).not.toHaveBeenCalled()
  })
})
