// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Question } from '../../../src/contracts'
import { stage } from '../stage'
import { promisesOfAKind } from './contract'

promisesOfAKind({
  question: { id: 'link', kind: 'link', href: 'https://example.com/review', text: 'Review us' },
  answer: on => {
    on.find('a').addEventListener('click', event => event.preventDefault()) // there is no other tab here
    on.find('a').click()
    on.button('Submit').click()
  },
  value: true,
})

describe('link', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })
  const ask = (change: Partial<Question> = {}) =>
    stage({ questions: [{ id: 'link', kind: 'link', href: 'https://example.com/', ...change } as Question] })
  type Stage = ReturnType<typeof stage>
  const given = async (on: Stage) => {
    await on.wait()
    return on.said.find(([event]) => event === 'complete')?.[1]
  }

  it('opens beside the page, which it can do nothing to', () => {
    const link = ask({ text: 'Review us' } as never).find<HTMLAnchorElement>('a')
    expect([link.href, link.target, link.rel, link.textContent]).toEqual([
      'https://example.com/',
      '_blank',
      'noopener',
      'Review us',
    ])
  })

  it('counts as opened when the middle button opens it, and not when the right one asks what to do with it', async () => {
    for (const [button, answers] of [
      [1, [{ question: 'link', value: true }]],
      [2, []],
    ] as const) {
      const on = ask()
      on.find('a').dispatchEvent(new MouseEvent('auxclick', { button, bubbles: true }))
      on.button('Submit').click()
      expect(await given(on)).toMatchObject(answers)
    }
  })

  it('may be left alone', async () => {
    const on = ask()
    on.button('Submit').click()
    expect(await given(on)).toEqual([])
  })

  it.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', '', null, 'http://'])(
    'is left out when it leads to %s',
    href => {
      expect(() => ask({ href } as never)).toThrow('no question to ask')
    },
  )

  it.each(['mailto:a@example.com', 'tel:+34123', 'http://example.com'])('may lead to %s', href => {
    expect(ask({ href } as never).find<HTMLAnchorElement>('a').href).toContain(href)
  })
})
