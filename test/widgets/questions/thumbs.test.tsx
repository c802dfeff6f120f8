// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'thumbs', kind: 'thumbs' },
  answer: on => {
    on.press('End')
    on.press('Enter')
  },
  value: 0,
})

describe('thumbs', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })

  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'thumbs', kind: 'thumbs', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  it('is yes, 1, or no, 0', async () => {
    const on = ask()
    expect(on.all('.scale input').map(thumb => thumb.getAttribute('aria-label'))).toEqual(['Yes', 'No'])
    expect(on.find('.ends')).toBeNull()
    on.radio(1).click()
    expect(await given(on)).toMatchObject([{ value: 1, scale: [0, 1] }])
  })

  it('takes its words from the survey', () => {
    const on = ask({ high: 'Of course', low: { en: 'Not really' } })
    expect(on.all('.scale span').map(thumb => thumb.textContent!.trim())).toEqual(['Of course', 'Not really'])
    const silent = ask({ high: '', low: {} })
    expect(silent.all('.scale input').map(thumb => thumb.getAttribute('aria-label'))).toEqual(['Yes', 'No'])
  })
})
