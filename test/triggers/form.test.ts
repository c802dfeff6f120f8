import { describe, expect, it } from 'vitest'
import { form } from '../../src/triggers/form'
import { fakePage } from '../fakes/page'

describe('form', () => {
  const html = '<form id="join"><input value="secret" /></form><form id="search"><input /></form>'
  const begin = (given = html, { touch = false, after }: { touch?: boolean; after?: string } = {}) => {
    const page = fakePage(given, { touch })
    form({ form: '#join', after }, page.fire, page.world)
    return { ...page, enter: () => page.send(page.find('#join input'), 'input') }
  }

  it('is left when nothing more was entered for half a minute', async () => {
    const { enter, env, fire } = begin()
    enter()
    await env.advance(20e3)
    enter()
    await env.advance(29_999)
    expect(fire).not.toHaveBeenCalled()
    await env.advance(1)
    expect(fire).toHaveBeenCalledOnce()
    await env.advance(864e5)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is not left while its visitor is in a frame, such as where one pays', async () => {
    const { enter, env, fire, document } = begin()
    let active: unknown = document.createElement('iframe')
    Object.defineProperty(document, 'activeElement', { get: () => active })
    enter()
    await env.advance(5 * 6e4)
    expect(fire).not.toHaveBeenCalled()
    active = document.body
    await env.advance(3e4)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is left after the time that the options say', async () => {
    const { enter, env, fire } = begin(html, { after: '5s' })
    enter()
    await env.advance(5e3)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is left when the pointer goes out at the top, if it was begun', () => {
    const { enter, send, document, fire } = begin()
    send(document.documentElement, 'mouseleave', { clientY: -1 })
    expect(fire).not.toHaveBeenCalled()
    enter()
    send(document.documentElement, 'mouseleave', { clientY: -1 })
    send(document.documentElement, 'mouseleave', { clientY: -1 })
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is left by touch when the visitor returns from elsewhere', () => {
    const { enter, hide, show, fire } = begin(html, { touch: true })
    enter()
    hide()
    show()
    expect(fire).toHaveBeenCalledOnce()
  })

  it('may have been sent where nothing is left of it, and is left where another has taken its place', async () => {
    for (const [html, times] of [
      ['<p>Thanks, you are in!</p>', 0],
      ['<form id="join"></form>', 1],
    ] as const) {
      const { enter, env, fire, document } = begin()
      enter()
      document.body.innerHTML = html
      await env.advance(3e4)
      expect(fire).toHaveBeenCalledTimes(times)
    }
  })

  it('is not begun by another form', async () => {
    const { send, find, env, fire } = begin()
    send(find('#search input'), 'input')
    await env.advance(6e4)
    expect(fire).not.toHaveBeenCalled()
  })

  it('is over once it is submitted, and may be begun again', async () => {
    const { enter, send, find, env, fire, document } = begin()
    enter()
    send(find('#search'), 'submit')
    await env.advance(29e3)
    send(find('#join'), 'submit')
    await env.advance(6e4)
    send(document.documentElement, 'mouseleave', { clientY: -1 })
    expect(fire).not.toHaveBeenCalled()
    enter()
    await env.advance(3e4)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is over when it is submitted, though the page keeps that to itself', async () => {
    const { enter, window, find, env, fire } = begin()
    find('#join').addEventListener('submit', event => event.stopImmediatePropagation())
    enter()
    find('#join').dispatchEvent(new window.Event('submit', { bubbles: true }))
    await env.advance(6e4)
    expect(fire).not.toHaveBeenCalled()
  })

  it('may appear later, and be drawn anew while it is filled in', async () => {
    const { enter, document, send, find, env, fire } = begin('')
    document.body.innerHTML = html
    enter()
    document.body.innerHTML = html
    send(find('#join'), 'submit')
    await env.advance(6e4)
    expect(fire).not.toHaveBeenCalled()
    enter()
    await env.advance(3e4)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is found in a shadow root, and its submit too', async () => {
    const { find, window, env, fire } = begin('<div id="join"></div>')
    const root = find('#join').attachShadow({ mode: 'open' })
    root.innerHTML = '<form><input /></form>'
    const enter = () =>
      root.querySelector('input')!.dispatchEvent(new window.Event('input', { bubbles: true, composed: true }))
    enter()
    root.querySelector('form')!.dispatchEvent(new window.Event('submit', { bubbles: true }))
    await env.advance(6e4)
    expect(fire).not.toHaveBeenCalled()
    enter()
    await env.advance(3e4)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('never reads what was entered', async () => {
    const { enter, find, env, fire } = begin()
    let reads = 0
    Object.defineProperty(find('#join input'), 'value', { get: () => ++reads })
    enter()
    await env.advance(3e4)
    expect(fire).toHaveBeenCalledOnce()
    expect(reads).toBe(0)
  })

  it('is not begun in a survey of ours, be it one within the form', async () => {
    const { enter, find, window, env, fire } = begin('<form id="join"><input /><p data-pulso="inline"></p></form>')
    const root = find('p').attachShadow({ mode: 'open' })
    root.innerHTML = '<form><input /></form>'
    const entered = () => new window.Event('input', { bubbles: true, composed: true })
    root.querySelector('input')!.dispatchEvent(entered())
    await env.advance(6e4)
    expect(fire).not.toHaveBeenCalled()
    enter()
    await env.advance(29e3)
    root.querySelector('input')!.dispatchEvent(entered())
    await env.advance(1e3)
    expect(fire).toHaveBeenCalledOnce()
  })
})
