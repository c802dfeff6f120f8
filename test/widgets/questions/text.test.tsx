// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
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
      'Please answer this question.',
    ])
    expect(on.find('[role=status]').textContent).toBe('Please answer this question.')
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

  it('takes 2000 characters unless it is told otherwise', () => {
    expect(ask({}).field().maxLength).toBe(2000)
    expect(ask({ maxLength: 80 } as Partial<Question>).field().maxLength).toBe(80)
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
