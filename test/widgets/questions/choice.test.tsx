// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'choice', kind: 'choice', choices: ['a', 'b'] },
  answer: on => {
    on.find('input').click()
    on.button('Submit').click()
  },
  value: 'a',
})

promisesOfAKind({
  question: { id: 'choice', kind: 'choice', multiple: true, choices: ['a', 'b'] },
  answer: on => {
    on.find('input').click()
    on.button('Submit').click()
  },
  value: ['a'],
})

describe('choice', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })
  const ask = (change: Partial<Question> = {}) =>
    stage({
      questions: [
        { id: 'choice', kind: 'choice', choices: ['a', { id: 'b', label: { en: 'Bee' } }, 'c'], ...change } as Question,
      ],
    })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  const pick = (on: Stage, ...ids: string[]) => {
    for (const id of ids) on.find<HTMLInputElement>(`input[value="${id}"]`).click()
  }
  const submit = (on: Stage) => on.button('Submit').click()
  const shown = (on: Stage) => on.all<HTMLInputElement>('.choice input').map(({ value }) => value)

  it('takes one, or several in the order of the survey', async () => {
    const one = ask()
    pick(one, 'a', 'b')
    submit(one)
    expect(await given(one)).toMatchObject([{ value: 'b' }])
    const several = ask({ multiple: true })
    pick(several, 'c', 'b', 'a', 'b')
    submit(several)
    expect(await given(several)).toMatchObject([{ value: ['a', 'c'] }])
  })

  it('has entered what the page has, an id or several', () => {
    for (const [entered, checked] of [
      ['b', ['b']],
      [
        ['a', 'c'],
        ['a', 'c'],
      ],
      [7, []],
    ] as const) {
      const on = stage(
        { questions: [{ id: 'choice', kind: 'choice', multiple: true, choices: ['a', 'b', 'c'] }] },
        { place: { at: 0, drafts: { choice: entered } } as never },
      )
      const boxes = on.all<HTMLInputElement>('.choice input').filter(box => box.checked)
      expect(boxes.map(({ value }) => value)).toEqual(checked)
    }
  })

  it('takes of what the page has entered what can be chosen, each once, and of one question one', async () => {
    for (const [change, entered, value] of [
      [{ multiple: true, min: 2 }, ['c', 'a', 'c', 'nobody'], ['a', 'c']],
      [{ multiple: true, min: 2 }, ['a', 'a', 'nobody'], undefined],
      [{}, ['c', 'b'], 'b'],
      [{ other: true }, { picked: ['other'], other: 7 }, 'other'],
      [{ other: true }, { picked: ['other'], other: [] }, undefined],
      [{}, { picked: 7 }, undefined],
    ] as const) {
      const on = stage(
        { questions: [{ id: 'choice', kind: 'choice', choices: ['a', 'b', 'c'], ...change }] } as never,
        { place: { at: 0, drafts: { choice: entered } } as never },
      )
      submit(on)
      expect(await given(on)).toEqual(value && [expect.objectContaining({ value })])
    }
  })

  it('calls a choice by its id where its label says nothing, and another by our own word', () => {
    const label = [{ if: { nowhere: 1 }, text: 'Never' }]
    const choices = ['a', { id: 'b', label: {} }, { id: 'c', label }]
    const on = ask({ choices, other: {} } as Partial<Question>)
    expect(on.all('.choice').map(choice => choice.textContent)).toEqual(['a', 'b', 'c', 'Other'])
  })

  it('is named by its label in the texts that follow, and another in the visitor’s own words', async () => {
    const said = { kind: 'text', title: 'Why {{answers.choice}}?' } as never
    const choices = ['a', { id: 'b', label: { en: 'Bee' } }]
    for (const [change, ids, title] of [
      [{}, ['b'], 'Why Bee?'],
      [{ multiple: true }, ['a', 'b'], 'Why a, Bee?'],
      [{ other: true }, ['other'], 'Why Wasps?'],
    ] as const) {
      const on = stage({
        questions: [
          { id: 'choice', kind: 'choice', choices, ...change },
          { id: 'why', ...(said as object) },
        ] as never,
      })
      pick(on, ...ids)
      const own = on.find<HTMLInputElement>('.field')
      if (own) {
        own.value = ' Wasps '
        own.dispatchEvent(new Event('input', { bubbles: true }))
      }
      on.button('Next').click()
      await on.wait()
      expect(on.title()).toBe(title)
    }
  })

  it('is no trouble where an earlier page has answered what is asked no more', () => {
    const answers = ['gone', 'constructor', 'choice'].map(question => ({ question, kind: 'choice', value: 'b' }))
    const on = stage(
      {
        questions: [
          { id: 'choice', kind: 'choice', choices: [{ id: 'b', label: 'Bee' }] },
          { id: 'why', kind: 'text', title: '{{answers.choice}}{{answers.gone}}{{answers.constructor}}' },
        ],
      } as never,
      { place: { at: 1, answers, drafts: {} } as never },
    )
    expect(on.title()).toBe('Bee')
  })

  it('is marked as what is wrong: a group of radios, each box, or the field for what is missing in words', () => {
    const wrong = (on: Stage) =>
      on.all('[aria-invalid=true]').map(one => one.getAttribute('role') ?? (one as HTMLInputElement).type)
    const one = ask()
    submit(one)
    expect(wrong(one)).toEqual(['radiogroup'])
    const several = ask({ multiple: true })
    submit(several)
    expect(wrong(several)).toEqual(['checkbox', 'checkbox', 'checkbox'])
    const other = ask({ multiple: true, other: true })
    pick(other, 'other')
    submit(other)
    expect(wrong(other)).toEqual(['text'])
  })

  it('says what to do where nothing was chosen', () => {
    const on = ask()
    submit(on)
    expect(on.find('.error').textContent).toBe('Please choose one.')
  })

  it('takes another in the visitor’s own words, and wants the words', async () => {
    const on = ask({ other: true })
    expect(on.find('[aria-label=Other]')).toBeNull()
    pick(on, 'other')
    submit(on)
    expect(on.find('.error').textContent).toBe('Please write what you mean.')
    const field = on.find<HTMLInputElement>('[aria-label=Other]')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(on.focused()).toBe(field)
    field.value = ' A friend '
    field.dispatchEvent(new Event('input', { bubbles: true }))
    on.press('Enter')
    expect(await given(on)).toMatchObject([{ value: 'other', other: 'A friend' }])
  })

  it('drops the words when another choice is made after all', async () => {
    const on = ask({ other: 'Something else' })
    pick(on, 'other')
    const field = on.find<HTMLInputElement>('.field')
    field.value = 'A friend'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    pick(on, 'a')
    submit(on)
    const [answer] = (await given(on)) as { other?: string }[]
    expect(answer).toMatchObject({ value: 'a' })
    expect(answer).not.toHaveProperty('other')
  })

  it('says how many are wanted', () => {
    const on = ask({ multiple: true, min: 2, max: 2 })
    submit(on)
    expect(on.find('.error').textContent).toBe('Choose at least 2.')
    pick(on, 'a')
    submit(on)
    expect(on.find('.error').textContent).toBe('Choose at least 2.')
    pick(on, 'b', 'c')
    submit(on)
    expect(on.find('.error').textContent).toBe('Choose at most 2.')
    expect(on.find('[role=status]').textContent).toBe('Choose at most 2.')
    expect(on.said).toEqual([])
  })

  it('shuffles, keeps what is pinned and the other in place, and the order for as long as it stands', () => {
    const choices = [...'abcdefgh', { id: 'none', label: 'None', pinned: true }]
    const on = ask({ choices, shuffle: true, other: true })
    const order = shown(on)
    expect(order.slice(8)).toEqual(['none', 'other'])
    expect([...order].sort()).toEqual([...'abcdefgh', 'none', 'other'])
    pick(on, 'a')
    expect(shown(on)).toEqual(order)
  })

  it('leaves out what cannot be chosen', () => {
    const choices = ['a', 'a', null, 7, { id: 'x' }, { label: 'no id' }, { id: 'y', label: 'Y' }]
    expect(shown(ask({ choices } as never))).toEqual(['a', 'y'])
    expect(() => ask({ choices: [null] } as never)).toThrow('no question to ask')
  })
})
