// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import de from '../../../widgets/locales/de'
import en from '../../../widgets/locales/en'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'why', kind: 'text' },
  answer: on => {
    on.type('It came on time.')
    on.press('Enter', { ctrlKey: true })
  },
  value: 'It came on time.',
})

describe('text', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })

  const ask = (...questions: Partial<Question>[]) =>
    stage({
      questions: questions.map((question, index) => ({ id: `q${index}`, kind: 'text', ...question })) as Question[],
    })

  it('sends on the last question and goes on before it', async () => {
    const on = ask({}, {})
    on.type('One')
    on.button('Next').click()
    await on.wait()
    on.type('Two')
    on.button('Submit').click()
    await on.wait()
    expect(on.said.map(([event]) => event)).toEqual(['answer', 'complete'])
  })

  it('says that it needs an answer, ties the message to the field and takes the visitor there', () => {
    const on = ask({ description: 'In a word.' })
    on.type('   ')
    on.button('Submit').click()
    expect(on.field().getAttribute('aria-invalid')).toBe('true')
    const described = on.field().getAttribute('aria-describedby')!.split(' ')
    expect(described.map(id => on.root.getElementById(id)?.textContent)).toEqual([
      'In a word.',
      'Please write something.',
    ])
    expect(on.find('[role=status]').textContent).toBe('Please write something.')
    expect(on.focused()).toBe(on.field())
    expect(on.said).toEqual([])
    on.type('Fine')
    expect(on.field().getAttribute('aria-invalid')).toBe('false')
  })

  it('makes a new line with Enter, and sends with Cmd and Enter', async () => {
    const on = ask({})
    on.type('Fine')
    on.field().focus()
    expect(on.press('Enter').defaultPrevented).toBe(false)
    expect(on.said).toEqual([])
    on.press('Enter', { metaKey: true })
    await on.wait()
    expect(on.said[0]![0]).toBe('complete')
  })

  it('leaves Enter to an input method, which Safari says has done its work already', async () => {
    const on = ask({ input: 'short' } as Partial<Question>)
    on.find<HTMLInputElement>('input').value = '良い'
    on.find('input').dispatchEvent(new Event('input', { bubbles: true }))
    on.find('input').focus()
    on.press('Enter', { keyCode: 229 })
    await on.wait()
    expect(on.said).toEqual([])
    on.press('Enter')
    await on.wait()
    expect(on.said[0]![0]).toBe('complete')
  })

  it('takes 2000 characters unless it is told otherwise', () => {
    expect(ask({}).field().maxLength).toBe(2000)
    expect(ask({ maxLength: 80 } as Partial<Question>).field().maxLength).toBe(80)
  })

  const short = (on: ReturnType<typeof stage>, text: string) => {
    const field = on.find<HTMLInputElement>('input.field')
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
    on.find('.actions .go').click()
  }

  it.each([
    ['email', '', 'Enter an e-mail address, such as name@example.com.'],
    ['number', ' ', 'Enter a number.'],
    ['short', '', 'Please write something.'],
    ['email', 'ada', 'Enter an e-mail address, such as name@example.com.'],
    ['email', 'ada@example', 'Enter an e-mail address, such as name@example.com.'],
    ['number', 'twelve', 'Enter a number.'],
    ['number', '1e3', 'Enter a number.'],
    ['number', 'Infinity', 'Enter a number.'],
    ['number', '0x10', 'Enter a number.'],
    ['number', '1', 'Enter a number from 2 to 1,000.'],
    ['number', '1001', 'Enter a number from 2 to 1,000.'],
    ['url', 'example', 'Enter a web address, such as https://example.com.'],
    ['url', 'ftp://example.com', 'Enter a web address, such as https://example.com.'],
    ['short', 'ab', 'Write at least 1,200 characters.'],
  ] as const)('says how to mend a %s that is "%s"', (input, text, words) => {
    const limits = input === 'number' ? { min: 2, max: 1000 } : { minLength: 1200 }
    const on = ask({ input, ...limits } as Partial<Question>)
    short(on, text)
    expect(on.find('.error').textContent).toBe(words)
    expect(on.find('.field').getAttribute('aria-invalid')).toBe('true')
    expect(on.said).toEqual([])
  })

  it.each([
    ['email', 'ada@example.com', 'ada@example.com'],
    ['number', '1 234,5', 1234.5],
    ['number', '-3', -3],
    ['number', '٢٤٠٫٥', 240.5],
    ['number', '２４０', 240],
    ['url', 'example.com/a?b', 'example.com/a?b'],
    ['short', 'abc', 'abc'],
  ] as const)('takes a %s that is "%s"', async (input, text, value) => {
    const on = ask({ input } as Partial<Question>)
    short(on, text)
    await on.wait()
    expect(on.said).toMatchObject([['complete', [{ value }]]])
  })

  it.each([
    [en, { '1,000': 1000, '1,234.5': 1234.5, '1.234': 1.234, '1,5': 1.5, '12,345,678': 12345678, '0,125': 0.125 }],
    [de, { '1.000': 1000, '1.234,5': 1234.5, '1,234': 1.234, '1.5': 1.5, '-12.345': -12345, '0.125': 0.125 }],
  ] as const)('reads the groups and decimals of a number as its language has them', async (locale, numbers) => {
    for (const [written, value] of Object.entries(numbers)) {
      const questions = [{ id: 'many', kind: 'text', input: 'number' }] as Question[]
      const on = stage({ questions }, { locale })
      short(on, written)
      await on.wait()
      expect([written, on.said]).toMatchObject([written, [['complete', [{ value }]]]])
    }
  })

  it('takes of what the page has entered as much as may be written', async () => {
    for (const [change, length] of [
      [{ maxLength: 10 }, 10],
      [{}, 2000],
    ] as const) {
      const on = stage(
        { questions: [{ id: 'why', kind: 'text', ...change }] },
        { place: { at: 0, drafts: { why: 'x'.repeat(5000) } } as never },
      )
      expect(on.field().value).toHaveLength(length)
      if (on.find('.left')) expect(on.find('.left').textContent).toBe('0 characters left')
      on.button('Submit').click()
      await on.wait()
      expect(on.said).toMatchObject([['complete', [{ value: 'x'.repeat(length) }]]])
    }
  })

  it('counts what may still be typed when it is told how much', () => {
    expect(ask({}).find('.left')).toBeNull()
    const on = ask({ maxLength: 12 } as Partial<Question>)
    on.type('Hello world')
    expect(on.find('.left').textContent).toBe('1 character left')
    expect(on.field().getAttribute('aria-describedby')).toBe('left')
  })

  it('counts an empty answer to an optional question as none', async () => {
    const on = ask({ optional: true })
    on.button('Submit').click()
    await on.wait()
    expect(on.said).toEqual([['complete', []]])
  })

  it('drops the blanks around an answer', async () => {
    const on = ask({})
    on.type('  Fine \n')
    on.button('Submit').click()
    await on.wait()
    expect(on.said).toMatchObject([['complete', [{ value: 'Fine' }]]])
  })
})
