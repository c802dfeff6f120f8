// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'rating', kind: 'rating' },
  answer: on => {
    on.press('End')
    on.press('Enter')
  },
  value: 5,
})

describe('rating', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })

  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'rating', kind: 'rating', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  it.each([
    [{}, [1, 5]],
    [{ points: 11, from: 0 }, [0, 10]],
    [{ points: 2 }, [1, 2]],
    [{ points: 500 }, [1, 11]],
  ] as const)('with %j it runs over %j', async (change, scale) => {
    const on = ask(change as Partial<Question>)
    on.radio(scale[1]).click()
    expect(await given(on)).toMatchObject([{ value: scale[1], scale }])
  })

  it('looks at 10 when a 0 follows the 1, where there is a 10', () => {
    for (const [points, goal] of [
      [10, 10],
      [5, 1],
    ] as const) {
      const on = ask({ points })
      on.radio(2).focus()
      on.press('1')
      on.press('0')
      expect(on.focused()).toBe(on.radio(goal))
    }
  })

  it('says on the answer that it is about an importance', async () => {
    const on = ask({ metric: 'importance' })
    on.radio(4).click()
    expect(await given(on)).toMatchObject([{ metric: 'importance' }])
  })

  it('runs the way it declares, whatever the language does, and says so on the answer', async () => {
    const on = ask({ direction: 'rtl' })
    on.radio(1).focus()
    on.press('ArrowLeft')
    expect(on.focused()).toBe(on.radio(2))
    expect(on.find('[dir=rtl] .scale')).not.toBeNull()
    on.press('Enter')
    expect(await given(on)).toMatchObject([{ value: 2, direction: 'rtl' }])
  })
})
