// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import en from '../../../widgets/locales/en'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'nps', kind: 'nps' },
  answer: on => {
    on.press('End')
    on.press('Enter')
  },
  value: 10,
})

describe('nps', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })

  const ask = (rtl = false) => {
    const on = stage({ questions: [{ id: 'nps', kind: 'nps' }] }, rtl ? { locale: { ...en, dir: 'rtl' } } : {})
    on.radio(0).focus()
    return on
  }

  it('is one group of eleven radios that is asked about the brand', () => {
    const on = ask()
    const radios = on.all<HTMLInputElement>('[role=radiogroup] input[type=radio]')
    expect(radios.map(radio => radio.value)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
    expect(new Set(radios.map(radio => radio.name)).size).toBe(1)
    expect(on.title()).toBe('How likely are you to recommend Acme to a friend or colleague?')
  })

  it('says in words what its ends mean, and leaves the other numbers to themselves', () => {
    const on = ask()
    expect(on.radio(0).getAttribute('aria-label')).toBe('0, Not at all likely')
    expect(on.radio(10).getAttribute('aria-label')).toBe('10, Extremely likely')
    expect(on.radio(5).hasAttribute('aria-label')).toBe(false)
    expect(on.find('.ends').textContent).toBe('Not at all likelyExtremely likely')
  })

  it('says the ends in the words of the survey', () => {
    const on = stage({ questions: [{ id: 'nps', kind: 'nps', low: 'Never', high: { en: 'Of course' } }] })
    expect(on.radio(0).getAttribute('aria-label')).toBe('0, Never')
    expect(on.radio(10).getAttribute('aria-label')).toBe('10, Of course')
  })

  it.each([
    ['ArrowRight', 1],
    ['ArrowDown', 1],
    ['ArrowLeft', 10],
    ['ArrowUp', 10],
    ['End', 10],
    ['Home', 0],
    ['7', 7],
  ])('%s looks at another number without picking it', (key, goal) => {
    const on = ask()
    expect(on.press(key).defaultPrevented).toBe(true)
    expect(on.all<HTMLInputElement>('input').filter(radio => radio.checked)).toEqual([])
    expect(on.said).toEqual([])
    expect(on.focused()).toBe(on.radio(goal))
  })

  it('looks at 10 when a 0 follows the 1, and at 0 when it follows any other', () => {
    for (const [keys, goal] of [
      ['10', 10],
      ['20', 0],
      ['101', 1],
      ['1010', 10],
      ['00', 0],
    ] as const) {
      const on = ask()
      for (const key of keys) on.press(key)
      expect(on.focused()).toBe(on.radio(goal))
      on.press('Enter')
      expect(on.said).toMatchObject([['complete', [{ value: goal }]]])
    }
  })

  it('mirrors the arrows where the language runs from right to left', () => {
    const on = ask(true)
    on.press('ArrowLeft')
    expect(on.focused()).toBe(on.radio(1))
    on.press('ArrowRight')
    expect(on.focused()).toBe(on.radio(0))
    on.press('ArrowDown')
    expect(on.focused()).toBe(on.radio(1))
  })

  it('leaves it to the browser to make the group one stop of the Tab key', () => {
    const on = ask()
    on.press('ArrowRight')
    expect(on.all('input[tabindex]')).toEqual([])
  })

  it("leaves the browser's own shortcuts alone", () => {
    const on = ask()
    expect(on.press('ArrowLeft', { altKey: true }).defaultPrevented).toBe(false)
    expect(on.press('7', { ctrlKey: true }).defaultPrevented).toBe(false)
    expect(on.focused()).toBe(on.radio(0))
  })

  it('fills the number at once, and goes on when the answer is safe', async () => {
    const on = ask()
    let safe!: (value: undefined) => void
    on.meet(() => new Promise(resolve => (safe = resolve)))
    await on.wait(2140)
    on.radio(9).click()
    expect(on.radio(9).checked).toBe(true)
    expect(on.said).toEqual([
      ['complete', [{ question: 'nps', kind: 'nps', value: 9, scale: [0, 10], direction: 'ltr', ms: 2140 }]],
    ])
    await on.wait(5000)
    expect(on.find('.thanks')).toBeNull()
    safe(undefined)
    await on.wait(0)
    expect(on.find('.thanks')).not.toBeNull()
  })

  it('takes one answer: a second pick while the first is being kept changes nothing', async () => {
    const on = ask()
    on.meet(() => new Promise(() => {}))
    on.radio(9).click()
    on.radio(2).click()
    await on.wait()
    expect(on.said).toHaveLength(1)
    expect(on.all<HTMLInputElement>('input').filter(radio => radio.checked)).toEqual([on.radio(9)])
  })
})
