import { describe, expect, it } from 'vitest'
import { scroll } from '../../src/triggers/scroll'
import { fakePage } from '../fakes/page'

describe('scroll', () => {
  const begin = (options: Parameters<typeof scroll>[0], html = '') => {
    const page = fakePage(html)
    page.scrollTo(0)
    scroll(options, page.fire, page.world)
    return page
  }

  it('fires once, at so many percent of the way', async () => {
    const { env, scrollTo, fire } = begin({ scroll: 75 })
    await env.advance(1e3)
    scrollTo(1490)
    expect(fire).not.toHaveBeenCalled()
    scrollTo(1500)
    scrollTo(1600)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('takes the end for the end where zoom leaves it a fraction of a pixel short', async () => {
    const { env, scrollTo, fire } = begin({ scroll: 100 })
    await env.advance(1e3)
    scrollTo(1999.4)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('counts a page that needs no scrolling as at its end, once it has been there for five seconds', async () => {
    const { env, scrollTo, fire } = begin({ scroll: 100 })
    scrollTo(0, 1000)
    await env.advance(4999)
    expect(fire).not.toHaveBeenCalled()
    await env.advance(1)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('does not take a page whose content comes later for a short one', async () => {
    const { env, scrollTo, fire } = begin({ scroll: 50 })
    scrollTo(0, 1000)
    await env.advance(4e3)
    scrollTo(0, 3000)
    await env.advance(6e4)
    expect(fire).not.toHaveBeenCalled()
    scrollTo(1000)
    expect(fire).toHaveBeenCalledOnce()
  })

  it.each([
    ['the shell of an application, in which something else scrolls', 'main', 2000, 1000, 0],
    ['a page with a small box that scrolls', 'aside', 2000, 300, 1],
    ['a page with a box that could scroll, and has no need to', 'main', 1000, 1000, 1],
    ['a page with something that lies beyond its box', 'p', 2000, 1000, 1],
  ])('of %s it fires the right number of times', async (_, selector, scrollHeight, clientHeight, times) => {
    const html = '<main style="overflow-y:auto"></main><aside style="overflow-y:auto"></aside><p></p>'
    const { env, scrollTo, find, fire } = begin({ scroll: 80 }, html)
    scrollTo(0, 1000)
    for (const [name, value] of Object.entries({ scrollHeight, clientHeight }))
      Object.defineProperty(find(selector), name, { value })
    await env.advance(6e4)
    expect(fire).toHaveBeenCalledTimes(times)
  })

  it('waits for a page that is still loading before it calls it short', async () => {
    const { env, scrollTo, fire, document, window, send, world } = fakePage()
    await new Promise(resolve => window.addEventListener('load', resolve)) // happy-dom's own, of its empty page
    Object.defineProperty(document, 'readyState', { value: 'loading', configurable: true })
    scrollTo(0, 1000)
    scroll({ scroll: 100 }, fire, world)
    await env.advance(9e3)
    expect(fire).not.toHaveBeenCalled()
    Object.defineProperty(document, 'readyState', { value: 'complete' })
    send(window, 'load')
    await env.advance(4999)
    expect(fire).not.toHaveBeenCalled()
    await env.advance(1)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('takes what was scrolled through in the first second into account', async () => {
    const { env, scrollTo, fire } = begin({ scroll: 50 })
    scrollTo(1500)
    await env.advance(1e3)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('measures the container that it is told of, also one that appears later', async () => {
    const { env, document, find, scrollTo, fire } = begin({ scroll: 50, in: '.log' })
    await env.advance(1e3)
    document.body.innerHTML = '<div class="log"></div><div class="other"></div>'
    scrollTo(1800)
    scrollTo(1800, 3000, find('.other'))
    scrollTo(500, 3000, find('.log'))
    expect(fire).not.toHaveBeenCalled()
    scrollTo(1000, 3000, find('.log'))
    expect(fire).toHaveBeenCalledOnce()
  })

  it('does not take a container that is empty yet for one at its end', async () => {
    const { env, fire } = begin({ scroll: 50, in: '.log' }, '<div class="log"></div>')
    await env.advance(5e3)
    expect(fire).not.toHaveBeenCalled()
  })

  it('does not take the scrolling of something on the page for that of the page', async () => {
    const { env, find, scrollTo, fire } = begin({ scroll: 50 }, '<div></div>')
    await env.advance(1e3)
    scrollTo(2000, 3000, find('div'))
    expect(fire).not.toHaveBeenCalled()
  })
})
