// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'message', kind: 'message' },
  answer: on => on.button('Submit').click(),
})

describe('message', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })
  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'message', kind: 'message', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  it('is read and gone on from, with the focus on its words', async () => {
    const on = stage({
      questions: [
        { id: 'a', kind: 'nps' },
        { id: 'b', kind: 'message', title: 'Two more' },
      ],
    })
    on.radio(0).focus()
    on.press('Enter')
    await on.wait()
    expect(on.focused()).toBe(on.find('h2'))
    on.button('Submit').click()
    expect(await given(on)).toMatchObject([{ question: 'a' }])
  })

  it('is described by what is below its title, as is a thank-you, and a step with a field is not', async () => {
    const described = (on: Stage) => on.find('h2').getAttribute('aria-describedby')
    const on = stage({
      questions: [
        { id: 'a', kind: 'message', title: 'One thing', description: 'Our doctors read it.' },
        { id: 'b', kind: 'text', description: 'In your words.', optional: true },
        { id: 'c', kind: 'message' },
      ],
      endings: [{ title: 'Bye', description: 'Your voucher: ABC' }],
    })
    expect(described(on)).toBe('about')
    on.button('Next').click()
    expect(described(on)).toBeNull()
    on.button('Skip').click()
    expect(described(on)).toBeNull()
    on.button('Submit').click()
    await on.wait()
    expect([on.title(), described(on)]).toEqual(['Bye', 'about'])
  })

  it('needs no mark that it is optional', () => {
    expect(ask().button('Skip')).toBeUndefined()
  })
})
