// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'stars', kind: 'stars' },
  answer: on => {
    on.press('End')
    on.press('Enter')
  },
  value: 5,
})

describe('stars', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })

  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'stars', kind: 'stars', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  it('names each star by its number', () => {
    const on = ask()
    expect(on.all('.scale input').map(star => star.getAttribute('aria-label'))).toEqual([
      '1, Poor',
      '2',
      '3',
      '4',
      '5, Excellent',
    ])
  })

  it.each([
    [10, 10],
    [99, 10],
    [1, 2],
    ['many', 5],
  ])('asked for %s, it has %s', (points, count) => {
    expect(ask({ points } as Partial<Question>).all('.scale svg')).toHaveLength(count)
  })

  it('fills the stars up to the picked one', async () => {
    const on = ask()
    on.radio(3).click()
    expect(on.all('.scale span').map(star => star.className)).toEqual(['on', 'on', 'on', '', ''])
    expect(await given(on)).toMatchObject([{ value: 3, scale: [1, 5] }])
  })
})
