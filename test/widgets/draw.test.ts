// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { draw } from '../../widgets/draw'
import { jsx, type Tree } from '../../widgets/jsx-runtime'
import { late } from '../../widgets/late'
import * as more from '../../widgets/more'
import { stage } from './stage'

const node = (type: string, props: object, key?: string) => jsx(type, props, key) as Tree
const box = () => document.createElement('div')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
  Object.assign(late, { more })
})

describe('draw', () => {
  const tree = (onClick: () => void) =>
    node('section', {
      class: 'a',
      'aria-required': false,
      'aria-invalid': true,
      hidden: false,
      lang: undefined,
      children: [
        node('button', {
          type: 'button',
          tabindex: -1,
          disabled: false,
          onClick,
          children: ['Press ', 7, null, false],
        }),
        node('p', { id: 'x', children: node('small', { children: 'more' }) }),
        [node('input', { type: 'radio', checked: true }, 'x')],
      ],
    })

  it('draws what Preact would', () => {
    const [ours, theirs] = [box(), box()]
    draw(
      tree(() => {}),
      ours,
    )
    more.render(
      tree(() => {}),
      theirs,
    )
    expect(ours.innerHTML.replace(' checked=""', '')).toBe(theirs.innerHTML)
  })

  it('hears its handlers until it is let go of', () => {
    const [into, click] = [box(), vi.fn()]
    const release = draw(tree(click), into)
    into.querySelector('button')!.click()
    release()
    into.querySelector('button')!.click()
    expect(click).toHaveBeenCalledOnce()
  })

  it('hands its elements over to Preact, which listens in its place', () => {
    const [into, click] = [box(), vi.fn()]
    const release = draw(
      tree(() => {}),
      into,
    )
    const button = into.querySelector('button')!
    release()
    more.render(tree(click), into)
    expect(into.querySelector('button')).toBe(button)
    button.click()
    expect(click).toHaveBeenCalledOnce()
  })
})

describe('a survey whose next steps are on their way', () => {
  const wait = () => {
    late.more = undefined as never
    let arrive = () => {}
    const coming = new Promise<typeof more>(resolve => {
      arrive = () => resolve(more)
    })
    return { on: stage('nps', { load: () => coming as never }), arrive }
  }

  it('is on screen, takes the answer at once, and goes on when they come', async () => {
    const { on, arrive } = wait()
    expect(on.all('input')).toHaveLength(11)
    on.radio(9).click()
    expect(on.said).toMatchObject([['answer', [{ value: 9 }]]])
    await on.wait(3000)
    expect(on.title()).toContain('How likely')
    arrive()
    await on.wait()
    expect(on.title()).toContain('why')
    expect(on.said).toHaveLength(1)
  })

  it('keeps what is being looked at when they come', async () => {
    const { on, arrive } = wait()
    on.radio(0).focus()
    on.press('End')
    const [looked] = [on.radio(10)]
    arrive()
    await on.wait()
    expect(on.focused()).toBe(looked)
    on.press('Enter')
    await on.wait()
    expect(on.said).toMatchObject([['answer', [{ value: 10 }]]])
  })
})
