// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'emoji', kind: 'emoji' },
  answer: on => {
    on.press('End')
    on.press('Enter')
  },
  value: 5,
})

describe('emoji', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })

  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'emoji', kind: 'emoji', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  it('names every face, in sight and for those who listen', async () => {
    const on = ask()
    const names = ['Very unhappy', 'Unhappy', 'Neutral', 'Happy', 'Very happy']
    expect(on.all('.scale input').map(face => face.getAttribute('aria-label'))).toEqual(names)
    expect(on.all('.scale span').map(face => face.textContent)).toEqual(names)
    on.radio(2).click()
    expect(await given(on)).toMatchObject([{ value: 2, scale: [1, 5] }])
  })
})
