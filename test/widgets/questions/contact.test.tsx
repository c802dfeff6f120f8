// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

const type = (on: ReturnType<typeof stage>, name: string, value: string) => {
  const field = on.find<HTMLInputElement>(`[autocomplete=${name}]`)
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
const agree = (on: ReturnType<typeof stage>) => on.find('[type=checkbox]').click()

promisesOfAKind({
  question: { id: 'contact', kind: 'contact' },
  answer: on => {
    type(on, 'email', 'ada@example.com')
    agree(on)
    on.press('Enter')
    on.button('Submit').click()
  },
  value: { email: 'ada@example.com', consent: true },
})

describe('contact', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })
  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'contact', kind: 'contact', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  const submit = (on: Stage) => on.button('Submit').click()
  const error = (on: Stage) => on.find('.error')?.textContent

  it('asks for what it is told to, each field known to the browser', () => {
    const on = ask({ fields: { name: 'required', phone: 'optional', email: 'hidden' } })
    expect(on.all<HTMLInputElement>('.field').map(({ autocomplete, type }) => `${autocomplete} ${type}`)).toEqual([
      'name text',
      'tel tel',
    ])
    expect(on.all('label').map(label => label.textContent)).toEqual([
      'Name',
      'Phone (optional)',
      'You may contact me about my answers.',
    ])
  })

  it('names what is missing, and takes the visitor there', () => {
    const on = ask()
    submit(on)
    expect(error(on)).toBe('Enter an e-mail address, such as name@example.com.')
    expect(on.focused()?.autocomplete).toBe('email')
    expect(on.focused()?.getAttribute('aria-describedby')).toBe('error')
    type(on, 'email', 'ada@')
    submit(on)
    expect(error(on)).toBe('Enter an e-mail address, such as name@example.com.')
    type(on, 'email', 'ada@example.com')
    submit(on)
    expect(error(on)).toBe('Tick the box to go on.')
    expect(on.focused()?.type).toBe('checkbox')
    expect(on.find('[type=checkbox]').getAttribute('aria-invalid')).toBe('true')
    expect(on.said).toEqual([])
  })

  it.each([
    ['name', ' ', 'Enter your name.'],
    ['phone', '', 'Enter a phone number.'],
    ['phone', 'later', 'Enter a phone number.'],
    ['phone', '12', 'Enter a phone number.'],
  ])('says what to do about a %s that is "%s"', async (field, value, words) => {
    const on = ask({ fields: { name: 'optional', email: 'hidden', [field]: 'required' } })
    agree(on)
    const name = field === 'phone' ? 'tel' : field
    type(on, name, value)
    submit(on)
    expect(error(on)).toBe(words)
    expect(on.focused()?.autocomplete).toBe(name)
    expect(on.said).toEqual([])
  })

  it.each(['020 7946 0000', '+34 (91) 123-45-67', '٠٢٠٧٩٤٦٠', '112 12'])(
    'takes %s for a phone number',
    async number => {
      const on = ask({ fields: { email: 'hidden', phone: 'required' } })
      type(on, 'tel', number)
      agree(on)
      submit(on)
      expect(await given(on)).toMatchObject([{ value: { phone: number, consent: true } }])
    },
  )

  it('has entered what of the page is words, and what agrees', () => {
    const enter = (draft: unknown) => {
      const on = stage(
        { questions: [{ id: 'contact', kind: 'contact' }] },
        { place: { at: 0, drafts: { contact: draft } } as never },
      )
      const boxes = on.all<HTMLInputElement>('input')
      return boxes.map(({ type, value, checked }) => (type === 'checkbox' ? checked : value))
    }
    expect(enter({ name: 'Ada', email: 'ada@example.com', consent: true })).toEqual(['Ada', 'ada@example.com', true])
    expect(enter({ name: { first: 'Ada' }, email: ['a', 'b'], consent: 'false' })).toEqual(['', '', false])
    for (const draft of [null, 'Ada', 7, [], true]) expect(enter(draft)).toEqual(['', '', false])
    expect(enter({ name: 'x'.repeat(300) })[0]).toHaveLength(200)
  })

  it('may be passed over as a whole when it is optional, and not with half of it given', async () => {
    const on = ask({ optional: true })
    type(on, 'name', 'Ada')
    submit(on)
    expect(error(on)).toBe('Enter an e-mail address, such as name@example.com.')
    type(on, 'name', ' ')
    submit(on)
    expect(await given(on)).toEqual([])
  })

  it('says what the visitor agrees to in the words of the survey', () => {
    const on = ask({ consent: 'Call me.' })
    expect(on.find('.choice').textContent).toBe('Call me.')
    expect(ask({ consent: '' }).find('.choice').textContent).toBe('You may contact me about my answers.')
  })

  it('is left out when there is nothing to ask for', () => {
    const fields = { name: 'hidden', email: 'hidden', phone: 'hidden' } as const
    expect(() => ask({ fields })).toThrow('no question to ask')
  })
})
