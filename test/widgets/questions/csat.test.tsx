// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'csat', kind: 'csat' },
  answer: on => {
    on.press('End')
    on.press('Enter')
  },
  value: 5,
})

describe('csat', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })

  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'csat', kind: 'csat', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  it('has five faces, and says in words what the ends mean', async () => {
    const on = ask()
    expect(on.all('.faces svg')).toHaveLength(5)
    expect(on.radio(1).getAttribute('aria-label')).toBe('1, Very dissatisfied')
    expect(on.radio(3).getAttribute('aria-label')).toBe('3')
    expect(on.radio(5).getAttribute('aria-label')).toBe('5, Very satisfied')
    on.radio(4).click()
    expect(await given(on)).toMatchObject([{ value: 4, scale: [1, 5], direction: 'ltr' }])
  })

  it('has four faces without a middle, and says so on the answer', async () => {
    const on = ask({ points: 4 })
    expect(on.all('.faces svg')).toHaveLength(4)
    on.radio(4).click()
    expect(await given(on)).toMatchObject([{ value: 4, scale: [1, 4] }])
  })

  it.each([
    ['stars', 5],
    ['numbers', 0],
  ])('is drawn as %s', (look, drawings) => {
    const on = ask({ look } as Partial<Question>)
    expect(on.all('.scale svg')).toHaveLength(drawings)
    expect(on.all('.scale input')).toHaveLength(5)
  })
})
