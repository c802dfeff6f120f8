// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'ranking', kind: 'ranking', choices: ['a', 'b', 'c'] },
  answer: on => {
    on.button('Move down: a').click()
    on.button('Submit').click()
  },
  value: ['b', 'a', 'c'],
})

describe('ranking', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })
  const ask = (change: Partial<Question> = {}) =>
    stage({
      questions: [
        {
          id: 'ranking',
          kind: 'ranking',
          choices: ['a', { id: 'b', label: { en: 'Bee' } }, 'c'],
          ...change,
        } as Question,
      ],
    })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  const order = (on: Stage) => on.all('.ranking li span').map(row => row.textContent)

  it('moves a choice up and down, keeps the focus on its button, and says where it went', () => {
    const on = ask()
    on.button('Move down: a').focus()
    on.button('Move down: a').click()
    expect(order(on)).toEqual(['Bee', 'a', 'c'])
    expect(on.focused()).toBe(on.button('Move down: a') as never)
    expect(on.all('[role=status]').map(status => status.textContent)).toEqual(['a: 2 / 3'])
    on.button('Move up: c').click()
    expect(order(on)).toEqual(['Bee', 'c', 'a'])
  })

  it('goes no further than its ends', () => {
    const on = ask()
    expect(on.button('Move up: a').getAttribute('aria-disabled')).toBe('true')
    on.button('Move up: a').click()
    on.button('Move down: c').click()
    expect(order(on)).toEqual(['a', 'Bee', 'c'])
  })

  it('counts the order that was shown as the answer when nobody changed it', async () => {
    const on = ask()
    on.button('Submit').click()
    expect(await given(on)).toMatchObject([{ value: ['a', 'b', 'c'] }])
  })

  it('gives the shuffled order as it was shown', async () => {
    const choices = [...'abcdefgh']
    const on = ask({ choices, shuffle: true })
    const seen = order(on)
    on.button('Submit').click()
    expect(await given(on)).toMatchObject([{ value: seen }])
  })

  it('follows a finger', () => {
    const on = ask()
    const rows = on.all('.ranking li')
    for (const row of rows) {
      row.getBoundingClientRect = () => {
        const top = [...row.parentElement!.children].indexOf(row) * 50
        return { top, bottom: top + 50, height: 50 } as DOMRect
      }
      row.setPointerCapture = () => {}
      row.hasPointerCapture = () => true
    }
    const point = (type: string, clientY: number) =>
      rows[0]!.dispatchEvent(new PointerEvent(type, { bubbles: true, clientY, pointerId: 1 }))
    point('pointerdown', 10)
    for (const [y, seen] of [
      [40, ['a', 'Bee', 'c']],
      [60, ['Bee', 'a', 'c']],
      [60, ['Bee', 'a', 'c']],
      [130, ['Bee', 'c', 'a']],
      [5, ['a', 'Bee', 'c']],
    ] as const) {
      point('pointermove', y)
      expect(order(on)).toEqual(seen)
    }
  })

  it('is nothing where it is optional and nobody has touched it', async () => {
    const on = ask({ optional: true })
    on.button('Submit').click()
    expect(await given(on)).toEqual([])
    const moved = ask({ optional: true })
    moved.button('Move down: a').click()
    moved.button('Submit').click()
    expect(await given(moved)).toMatchObject([{ value: ['b', 'a', 'c'] }])
  })

  it.each([
    [7, ['a', 'b', 'c']],
    [{ b: 1 }, ['a', 'b', 'c']],
    ['cab', ['a', 'b', 'c']],
    [
      ['c', 'z', 'a'],
      ['c', 'a', 'b'],
    ],
  ])('stands in the order that the page has entered, if %j is one', (draft, seen) => {
    const on = stage(
      { questions: [{ id: 'ranking', kind: 'ranking', choices: ['a', 'b', 'c'] }] },
      { place: { at: 0, drafts: { ranking: draft } } as never },
    )
    expect(order(on)).toEqual(seen)
  })

  it('calls a choice by its id where its label says nothing', () => {
    const label = [{ if: { nowhere: 1 }, text: 'Never' }]
    const on = ask({ choices: ['a', { id: 'b', label: {} }, { id: 'c', label }] } as Partial<Question>)
    expect(order(on)).toEqual(['a', 'b', 'c'])
    expect(on.button('Move up: c')).toBeDefined()
  })

  it('needs two to rank', () => {
    expect(() => ask({ choices: ['a'] })).toThrow('no question to ask')
  })
})
