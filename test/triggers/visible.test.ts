import { describe, expect, it } from 'vitest'
import { visible } from '../../src/triggers/visible'
import { fakePage } from '../fakes/page'

describe('visible', () => {
  const begin = (html = '', selector = '#it') => {
    const page = fakePage(html)
    Object.defineProperty(page.window, 'innerHeight', { value: 1000, configurable: true })
    visible({ visible: selector }, page.fire, page.world)
    return page
  }

  it('wants half of it for half a second', async () => {
    const { view, find, env, fire } = begin('<p id="it"></p>')
    view(find('#it'), 0.4)
    await env.advance(1e3)
    view(find('#it'), 0.5)
    await env.advance(499)
    expect(fire).not.toHaveBeenCalled()
    await env.advance(1)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is content with half a window of what is many windows high', async () => {
    const { view, find, env, fire } = begin('<p id="it"></p>')
    view(find('#it'), 0.05, 499)
    await env.advance(500)
    expect(fire).not.toHaveBeenCalled()
    view(find('#it'), 0.05, 500)
    await env.advance(500)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('takes the window as it is by then: a tab that was opened in the background has had no height', async () => {
    const { window, view, find, env, fire } = begin('<p id="it"></p>')
    const high = (value: number) => Object.defineProperty(window, 'innerHeight', { value, configurable: true })
    high(400)
    view(find('#it'), 0.05, 200)
    await env.advance(400)
    high(800)
    view(find('#it'), 0.05, 200)
    await env.advance(5e3)
    expect(fire).not.toHaveBeenCalled()
    view(find('#it'), 0.05, 400)
    await env.advance(500)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('does not count what is scrolled past', async () => {
    const { view, find, env, fire } = begin('<p id="it"></p>')
    view(find('#it'), 0.5)
    await env.advance(300)
    view(find('#it'), 0)
    await env.advance(5e3)
    expect(fire).not.toHaveBeenCalled()
  })

  it('finds what appears later, and what a framework puts in its place', async () => {
    const { document, change, view, find, env, fire } = begin()
    for (const text of ['first', 'second']) {
      document.body.innerHTML = `<p id="it">${text}</p>`
      change()
      await env.advance(250)
    }
    view(find('#it'), 1)
    await env.advance(500)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('searches a page that changes all the time four times a second', async () => {
    const { document, change, env } = begin()
    let searches = 0
    const search = document.querySelectorAll.bind(document)
    document.querySelectorAll = ((selector: string) => {
      searches++
      return search(selector)
    }) as typeof search
    for (let times = 0; times < 20; times++) {
      change()
      await env.advance(50)
    }
    expect(searches).toBe(4)
  })

  it('listens to the attributes that its selector names', () => {
    const { observers } = begin('', '.card[data-state="open"] > [aria-hidden=false]')
    const [options] = [...observers].flatMap(({ kind, options }) => (kind === 'change' ? [options] : []))
    expect(options).toMatchObject({ attributeFilter: ['class', 'id', 'data-state', 'aria-hidden'] })
  })

  it('does not count what its selector no longer finds', async () => {
    const { view, find, env, fire } = begin('<p class="open"></p>', '.open')
    const it = find('p')
    view(it, 1)
    it.className = ''
    await env.advance(1e3)
    expect(fire).not.toHaveBeenCalled()
  })

  it('lets its observers go once it has fired', async () => {
    const { view, find, env, running } = begin('<p id="it"></p>')
    view(find('#it'), 1)
    await env.advance(500)
    expect(running()).toEqual([0, 0, 0])
  })
})
