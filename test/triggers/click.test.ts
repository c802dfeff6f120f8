import { describe, expect, it } from 'vitest'
import { click } from '../../src/triggers/click'
import { fakePage } from '../fakes/page'

describe('click', () => {
  const begin = (selector: string, html: string) => {
    const page = fakePage(html)
    click({ click: selector }, page.fire, page.world)
    return page
  }

  it('finds what was clicked by what it is in', () => {
    const page = begin('[data-plan]', '<a data-plan="pro"><b>Buy</b></a><i></i>')
    page.click(page.find('i'))
    expect(page.fire).not.toHaveBeenCalled()
    page.click(page.find('b'))
    page.click(page.find('b'))
    expect(page.fire).toHaveBeenCalledTimes(2)
  })

  it('looks into open shadow roots, and out of them', () => {
    const page = begin('.inner, .outer', '<div class="outer"></div><p></p>')
    const inside = (host: Element) => {
      host.attachShadow({ mode: 'open' }).innerHTML = '<button class="inner"></button>'
      return host.shadowRoot!.querySelector('button')!
    }
    page.click(inside(page.find('p')))
    page.click(inside(page.find('.outer')))
    expect(page.fire).toHaveBeenCalledTimes(2)
  })

  it('hears clicks that the page keeps to itself', () => {
    const page = begin('button', '<button></button>')
    page.find('button').addEventListener('click', event => event.stopImmediatePropagation())
    page.click(page.find('button'))
    expect(page.fire).toHaveBeenCalledOnce()
  })

  it('finds what appears later', () => {
    const page = begin('button', '')
    page.document.body.innerHTML = '<button></button>'
    page.click(page.find('button'))
    expect(page.fire).toHaveBeenCalledOnce()
  })

  it.each(['data-pulso', 'data-pulso-inspector'])('takes nothing within %s, which is ours, for the page', name => {
    const page = begin('button, .help', '<div class="help"><p></p></div>')
    const host = page.find('p')
    host.setAttribute(name, 'inline')
    host.attachShadow({ mode: 'open' }).innerHTML = '<button>×</button>'
    page.click(host.shadowRoot!.querySelector('button')!)
    expect(page.fire).not.toHaveBeenCalled()
    page.click(page.find('.help'))
    expect(page.fire).toHaveBeenCalledOnce()
  })
})
