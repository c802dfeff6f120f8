// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'consent', kind: 'consent', label: 'You may.' },
  answer: on => {
    on.find('input').click()
    on.button('Submit').click()
  },
  value: true,
})

describe('consent', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })
  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'consent', kind: 'consent', label: 'You may quote me.', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  it('is asked in its own words, and the box says yes', () => {
    const on = ask()
    expect([on.title(), on.find('.choice').textContent]).toEqual(['You may quote me.', 'Yes, I agree'])
    const titled = ask({ title: 'May we?' })
    expect([titled.title(), titled.find('.choice').textContent]).toEqual(['May we?', 'You may quote me.'])
  })

  it('has the words of the language where its own say nothing', () => {
    expect(ask({ label: '' }).title()).toBe('Yes, I agree')
    for (const label of ['', {}, [], [{ if: { nowhere: 1 }, text: 'Never' }]]) {
      const on = ask({ title: 'May we?', label } as Partial<Question>)
      expect(on.find('.choice').textContent).toBe('Yes, I agree')
    }
  })

  it.each(['false', 'true', 1, {}, null])(
    'is not ticked where the page has entered %j, only where it is true',
    draft => {
      const enter = (consent: unknown) =>
        stage(
          { questions: [{ id: 'consent', kind: 'consent', label: 'You may quote me.' }] },
          { place: { at: 0, drafts: { consent } } as never },
        )
      const on = enter(draft)
      expect([on.find<HTMLInputElement>('input').checked, on.find('.on')]).toEqual([false, null])
      on.button('Submit').click()
      expect(on.find('.error').textContent).toBe('Tick the box to go on.')
      expect(enter(true).find<HTMLInputElement>('input').checked).toBe(true)
    },
  )

  it('wants the tick when it is required, and goes without when it is not', async () => {
    const on = ask()
    on.button('Submit').click()
    expect(on.find('.error').textContent).toBe('Tick the box to go on.')
    expect(on.find('input').getAttribute('aria-invalid')).toBe('true')
    const free = ask({ optional: true })
    free.button('Submit').click()
    expect(await given(free)).toEqual([])
  })
})
