import { describe, expect, it } from 'vitest'
import { exit } from '../../src/triggers/exit'
import { fakePage } from '../fakes/page'

function begin(touch = false, navigation?: EventTarget) {
  const page = fakePage('', { touch })
  Object.assign(page.window, { navigation })
  exit({ exit: true }, page.fire, page.world)
  return { ...page, ways: () => page.fire.mock.calls.map(([event]) => event.name) }
}

describe('exit with a mouse', () => {
  it('is the pointer going out at the top, each time', () => {
    const { document, send, ways } = begin()
    send(document.documentElement, 'mouseleave', { clientY: -1 })
    send(document.documentElement, 'mouseleave', { clientY: 0 })
    expect(ways()).toEqual(['pointer', 'pointer'])
  })

  it('is not the pointer going out elsewhere, nor between elements, nor what only touch does', () => {
    const { document, window, send, hide, show, ways } = begin()
    send(document.documentElement, 'mouseleave', { clientY: 400 })
    send(document.body, 'mouseleave', { clientY: 900 })
    send(window, 'popstate')
    hide()
    show()
    expect(ways()).toEqual([])
  })
})

describe('exit by touch', () => {
  /** A finger: so many pixels in each of so many steps of 16 ms. */
  async function drag(page: ReturnType<typeof begin>, from: number, step: number, count: number) {
    for (let done = 1; done <= count; done++) {
      page.send(page.document, 'touchmove')
      page.scrollTo(from + step * done, 9000)
      page.env.set(page.env.now() + 16)
    }
    return from + step * count
  }

  it('is a fast scroll up after one down', async () => {
    const page = begin(true)
    const low = await drag(page, 0, 100, 20)
    expect(page.ways()).toEqual([])
    await drag(page, low, -100, 7)
    expect(page.ways()).toEqual(['scroll'])
  })

  it('is not a slow scroll up', async () => {
    const page = begin(true)
    const low = await drag(page, 0, 100, 20)
    await drag(page, low, -10, 150)
    expect(page.ways()).toEqual([])
  })

  it('is not a scroll up by somebody who was hardly down', async () => {
    const page = begin(true)
    const low = await drag(page, 0, 100, 9)
    await drag(page, low, -100, 9)
    expect(page.ways()).toEqual([])
  })

  it('is not a link or a script that goes to the top at once', async () => {
    const page = begin(true)
    await drag(page, 0, 100, 40)
    page.scrollTo(0, 9000)
    expect(page.ways()).toEqual([])
  })

  it('is not a smooth way to the top that a button leads, and a finger after it again', async () => {
    const page = begin(true)
    const low = await drag(page, 0, 100, 40)
    page.click(page.document.body)
    for (let top = low; top > 1500; top -= 100) {
      page.scrollTo(top, 9000)
      page.env.set(page.env.now() + 16)
    }
    expect(page.ways()).toEqual([])
    const again = await drag(page, 1500, 100, 10)
    await drag(page, again, -100, 7)
    expect(page.ways()).toEqual(['scroll'])
  })

  it('is a fast scroll up on a clock that was put back, too', async () => {
    const page = begin(true)
    const low = await drag(page, 0, 100, 20)
    page.env.set(0)
    await drag(page, low, -100, 8)
    expect(page.ways()).toEqual(['scroll'])
  })

  it('is a step back, told from a step forward where there is a Navigation API', () => {
    const navigation = Object.assign(new EventTarget(), { currentEntry: { index: 1 } })
    const { send, window, ways } = begin(true, navigation)
    const move = (from: number) =>
      navigation.dispatchEvent(Object.assign(new Event('currententrychange'), { from: { index: from } }))
    move(0)
    move(1)
    move(-1)
    send(window, 'popstate')
    expect(ways()).toEqual([])
    move(2)
    expect(ways()).toEqual(['back'])
  })

  it('is a step back by history where there is none', () => {
    const { send, window, ways } = begin(true)
    send(window, 'popstate')
    expect(ways()).toEqual(['back'])
  })

  it('is a return to the tab, and to a page kept in the back/forward cache', () => {
    const { send, window, hide, show, ways } = begin(true)
    show()
    expect(ways()).toEqual([])
    hide()
    expect(ways()).toEqual([])
    show()
    expect(ways()).toEqual(['return'])
    send(window, 'pagehide')
    send(window, 'pageshow')
    expect(ways()).toEqual(['return', 'return'])
  })
})
