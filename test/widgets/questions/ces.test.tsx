// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'ces', kind: 'ces' },
  answer: on => {
    on.press('End')
    on.press('Enter')
  },
  value: 7,
})

describe('ces', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })

  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'ces', kind: 'ces', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  it('asks for agreement from 1 to 7 with a sentence about the brand', async () => {
    const on = ask()
    expect(on.title()).toBe('Acme made it easy for me to do what I wanted.')
    expect(on.all('.scale input')).toHaveLength(7)
    expect(on.radio(1).getAttribute('aria-label')).toBe('1, Strongly disagree')
    on.radio(6).click()
    expect(await given(on)).toMatchObject([{ value: 6, scale: [1, 7] }])
  })
})
