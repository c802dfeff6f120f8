import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer, Question } from '../../../src/contracts'
import * as schema from '../../../src/schema'
import en from '../../../widgets/locales/en'
import { stage } from '../stage'

type Stage = ReturnType<typeof stage>

interface Example {
  question: Question
  /** Gives an answer with the keyboard alone, from the first control on. */
  answer(stage: Stage): void
  /** What is then answered; a kind that has no answer has none. */
  value?: unknown
}

/** What every kind of question promises, whatever it asks. */
export function promisesOfAKind({ question, answer, value }: Example) {
  const kind = question.kind
  const ask = (change: Partial<Question> = {}, rtl = false, draft?: unknown) =>
    stage(
      { questions: [{ ...question, ...change } as Question] },
      {
        ...(rtl && { locale: { ...en, dir: 'rtl' } }),
        ...(draft !== undefined && { place: { at: 0, drafts: { [question.id]: draft } } }),
      },
    )
  const first = (on: Stage) => on.find<HTMLInputElement>('input,textarea,li button,a') ?? on.button('Submit')
  const isSilent = /message|link/.test(kind)

  describe(`every kind's promises, kept by ${kind}`, () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => {
      vi.useRealTimers()
      document.body.replaceChildren()
    })

    it('is named by its title', () => {
      const on = ask({ title: 'How was it?' })
      if (isSilent) return expect(on.find('h2').textContent).toBe('How was it?')
      const control = first(on)
      const named = control.closest('[aria-labelledby]')?.getAttribute('aria-labelledby')
      const label = named ? on.root.getElementById(named) : on.find(`label[for="${control.id}"]`)
      expect(label?.textContent).toContain('How was it?')
    })

    it('has a wording of its own when it is given none', () => {
      expect(ask({ title: undefined }).title()).not.toBe('')
    })

    it('is described by its description', () => {
      const on = ask({ description: 'Take your time.' })
      expect(on.root.getElementById('about')?.textContent).toBe('Take your time.')
      if (!isSilent) expect(on.find('[aria-describedby]').getAttribute('aria-describedby')).toContain('about')
    })

    it.each([
      ['left to right', false],
      ['right to left', true],
    ])('is answered with the keyboard alone, %s', async (_, rtl) => {
      const on = ask({}, rtl)
      first(on).focus()
      answer(on)
      await on.wait()
      expect(on.said).toMatchObject([['complete', value === undefined ? [] : [{ question: question.id, kind, value }]]])
    })

    it('gives an answer that the schema takes', async () => {
      const on = ask()
      first(on).focus()
      answer(on)
      await on.wait()
      for (const given of on.said[0]![1] as Answer[]) expect(schema.Answer.safeParse(given).error).toBeUndefined()
      expect(schema.Question.safeParse(question).error).toBeUndefined()
    })

    it.each([
      ...[null, 7, -1, 'false', 'x'.repeat(20_000), [], [null, {}], {}],
      ...[
        { picked: 7, other: 8 },
        { picked: ['other'], other: {} },
      ],
      { name: {}, email: [], phone: null, consent: 'false' },
    ])('comes to no harm where the page has entered %j', async draft => {
      const thrown: unknown[] = []
      const note = ({ error }: ErrorEvent) => thrown.push(error)
      window.addEventListener('error', note)
      for (const optional of [false, true]) {
        const on = ask({ optional }, false, draft)
        on.button('Submit').click()
        await on.wait()
        for (const given of (on.said[0]?.[1] ?? []) as Answer[])
          expect(schema.Answer.safeParse(given).error).toBeUndefined()
        on.handle.unmount()
      }
      window.removeEventListener('error', note)
      expect(thrown).toEqual([])
    })

    it('may be left out when it is optional, and then says nothing in its place', async () => {
      const on = ask({ optional: true })
      expect(on.find('h2').textContent).toContain('(optional)')
      on.button('Skip').click()
      await on.wait()
      expect(on.said).toEqual([['complete', []]])
    })

    it('offers no way round when it is required', () => {
      const on = ask()
      expect(on.button('Skip')).toBeUndefined()
      // A group of boxes cannot say so itself; its title does, by not calling it optional.
      expect(on.title()).not.toContain('(optional)')
      if (on.find('[role=radiogroup],#field')) expect(on.find('[aria-required=true]')).not.toBeNull()
    })

    it('shows its texts as text', () => {
      const on = ask({ title: '<img src=x onerror=alert(1)>', description: '<b>bold</b>' })
      expect(on.title()).toContain('<img')
      expect(on.all('img,b:not([aria-hidden])')).toEqual([])
    })
  })
}
