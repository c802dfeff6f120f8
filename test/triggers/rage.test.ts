import { describe, expect, it } from 'vitest'
import { rage } from '../../src/triggers/rage'
import { fakePage } from '../fakes/page'

describe('rage', () => {
  const begin = (html = '<button>Pay</button>') => {
    const page = fakePage(html)
    rage({ rage: true }, page.fire, page.world)
    const clicks = (selector: string, ...at: MouseEventInit[]) => {
      for (const init of at) page.click(page.find(selector), init)
    }
    return { ...page, clicks }
  }
  const thrice = [{}, {}, {}]

  it('is three clicks, and again the next three', () => {
    const { clicks, fire } = begin()
    clicks('button', {}, {})
    expect(fire).not.toHaveBeenCalled()
    clicks('button', {}, {}, {})
    expect(fire).toHaveBeenCalledOnce()
    clicks('button', {})
    expect(fire).toHaveBeenCalledTimes(2)
  })

  it('wants them within a second', async () => {
    const { clicks, env, fire } = begin()
    clicks('button', {}, {})
    await env.advance(1001)
    clicks('button', {})
    expect(fire).not.toHaveBeenCalled()
  })

  it('wants them at one place', () => {
    const { clicks, fire } = begin()
    clicks('button', { clientX: 0 }, { clientX: 20 }, { clientX: 40 })
    expect(fire).not.toHaveBeenCalled()
    clicks('button', { clientX: 30 })
    expect(fire).toHaveBeenCalledOnce()
  })

  it.each([
    ['a number field', '<input type="number" class="it" />'],
    ['a label', '<label class="it">Gift</label>'],
    ['a text to be edited', '<p contenteditable><b class="it">Text</b></p>'],
    ['a player', '<video class="it"></video>'],
    ['a slider', '<div role="slider"><i class="it"></i></div>'],
    ['an arrow of a carousel', '<button aria-controls="slides"><i class="it"></i></button>'],
    ['an arrow of slick', '<div class="slick-slider"><button class="it slick-next slick-arrow">Next</button></div>'],
    [
      'an arrow of Fotorama',
      '<div class="fotorama__arr fotorama__arr--next" role="button"><div class="it fotorama__arr__arr"></div></div>',
    ],
    ['an arrow of Splide without a script', '<button class="it splide__arrow splide__arrow--next"></button>'],
    [
      'bootstrap-touchspin',
      `<div class="input-group bootstrap-touchspin"><input class="form-control" type="text" /><span
        class="input-group-btn-vertical"><button class="btn bootstrap-touchspin-up"><i class="it"></i></button></span></div>`,
    ],
    [
      'a quantity of BigCommerce',
      `<div class="form-increment"><button class="button button--icon" data-action="dec"></button><input type="tel"
        /><button class="it button button--icon" data-action="inc"></button></div>`,
    ],
    [
      'a quantity of VTEX',
      `<div class="numeric-stepper-wrapper"><input type="tel" class="numeric-stepper__input" /><div
        class="numeric-stepper__plus-button-container"><button class="it numeric-stepper__plus-button">+</button></div></div>`,
    ],
    ['the buttons of a stepper', '<div><button class="it">+</button><input type="number" /></div>'],
  ])('minds no clicks on %s', (_, html) => {
    const { clicks, fire } = begin(html)
    clicks('.it', ...thrice, ...thrice)
    expect(fire).not.toHaveBeenCalled()
  })

  it.each([
    ['new arrivals', '<section class="new-arrivals"><button class="it">Add</button></section>'],
    ['the way to the next step', '<button class="it btn btn-next">Next</button>'],
  ])('minds clicks on %s', (_, html) => {
    const { clicks, fire } = begin(html)
    clicks('.it', ...thrice)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is three clicks on a button that is disabled, which gets none', () => {
    const { send, find, fire } = begin('<button disabled>Pay</button>')
    for (const _ of thrice) send(find('button'), 'pointerup', { button: 0, clientX: 0, clientY: 0 })
    expect(fire).toHaveBeenCalledOnce()
  })

  it('minds no other button of the mouse', () => {
    const { send, find, fire } = begin('<button disabled>Pay</button>')
    for (const _ of thrice) send(find('button'), 'pointerup', { button: 2, clientX: 0, clientY: 0 })
    expect(fire).not.toHaveBeenCalled()
  })

  it('minds no swipes, which end without a click', () => {
    const { send, find, fire } = begin('<div class="slides"></div>')
    for (const _ of thrice) send(find('div'), 'pointerup', { button: 0, clientX: 0, clientY: 0 })
    expect(fire).not.toHaveBeenCalled()
  })

  it('minds no key that is held down, and no script that clicks', () => {
    const { clicks, fire } = begin()
    clicks('button', { detail: 0 }, { detail: 0 }, { detail: 0 })
    expect(fire).not.toHaveBeenCalled()
  })

  it('takes three clicks that select a paragraph for that, and a fourth for rage', () => {
    const { clicks, window, fire } = begin('<p>Text</p>')
    window.getSelection = () => ({ type: 'Range' }) as Selection
    clicks('p', ...thrice)
    expect(fire).not.toHaveBeenCalled()
    clicks('p', {})
    expect(fire).toHaveBeenCalledOnce()
  })

  it('forgets the clicks of a future that its clock was put back from', () => {
    const { clicks, env, fire } = begin()
    clicks('button', {}, {})
    env.set(0)
    clicks('button', {}, {})
    expect(fire).not.toHaveBeenCalled()
    clicks('button', {})
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is none on a survey of ours', () => {
    const { clicks, fire } = begin('<p data-pulso="bottom-end">Stars</p>')
    clicks('p', ...thrice)
    expect(fire).not.toHaveBeenCalled()
  })
})
