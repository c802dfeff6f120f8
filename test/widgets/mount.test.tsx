// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer, Survey } from '../../src/contracts'
import en from '../../widgets/locales/en'
import es from '../../widgets/locales/es'
import ja from '../../widgets/locales/ja'
import { stage } from './stage'

describe('mount', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
    document.head.replaceChildren()
  })

  const inline = { placement: { kind: 'inline' } } as const

  it('adds one element to the page and nothing else', () => {
    const page = document.body.appendChild(document.createElement('main'))
    const before = [page.outerHTML, document.head.innerHTML, document.documentElement.attributes.length]
    stage('nps')
    expect(document.body.children).toHaveLength(2)
    expect([page.outerHTML, document.head.innerHTML, document.documentElement.attributes.length]).toEqual(before)
  })

  it('asks in Spanish when it is handed Spanish', () => {
    const on = stage('nps', { locale: es })
    expect(on.title()).toBe('¿Qué probabilidad hay de que recomiendes Acme a un amigo, familiar o compañero?')
    expect(on.find('.card').lang).toBe('es')
  })

  it('says which language a text is in that is not there in the visitor’s own', async () => {
    const text = (en: string, es: string) => ({ en, es })
    const on = stage(
      {
        questions: [
          { id: 'nps', kind: 'nps', low: text('Not likely', 'Nada'), title: { es: 'Hola', ja: 'こんにちは' } },
          {
            id: 'why',
            kind: 'choice',
            title: [{ if: { nps: 3 }, text: { es: 'Vaya' } }, { text: text('Why?', '¿Por qué?') }],
            description: 'As it is',
            choices: [{ id: 'a', label: text('Slow', 'Lento') }, 'Other'],
          },
        ],
        endings: [{ description: text('Thanks', 'Gracias'), link: { text: text('More', 'Más'), href: '/more' } }],
      },
      { locale: { ...ja } },
    )
    const lang = (selector: string) => on.all(selector).map(element => element.getAttribute('lang'))
    expect([lang('h2'), lang('.step > [dir]'), lang('.close')]).toEqual([['ja'], ['en'], [null]])
    on.radio(9).click()
    await on.wait()
    expect([on.title(), lang('h2'), lang('.about'), lang('label span'), lang('.actions, .go')]).toEqual([
      'Why?',
      ['en'],
      [null],
      ['en', null],
      [null, null],
    ])
    on.find('label').click()
    on.find('.go').click()
    await on.wait()
    expect([on.title(), lang('h2'), lang('.about'), lang('a')]).toEqual([ja.thanks, [null], ['en'], ['en']])
  })

  it('goes from the score to the comment to the thank-you', async () => {
    const on = stage('nps')
    on.radio(9).click()
    await on.wait()
    expect(on.title()).toBe('Would you like to tell us why? (optional)')
    on.type('Lovely box')
    on.button('Submit').click()
    await on.wait()
    expect(on.title()).toBe('Thank you for your feedback!')
    expect(on.said).toMatchObject([
      ['answer', [{ question: 'nps', value: 9 }]],
      [
        'complete',
        [
          { question: 'nps', value: 9 },
          { question: 'why', value: 'Lovely box' },
        ],
      ],
    ])
  })

  it('goes on even when an answer could not be kept', async () => {
    const on = stage('nps')
    on.meet(() => Promise.reject(new Error('disk')))
    on.radio(9).click()
    await on.wait()
    expect(on.field()).not.toBeNull()
  })

  it('words the next question and the ending after what was answered', async () => {
    const on = stage({
      questions: [
        { id: 'nps', kind: 'nps' },
        {
          id: 'why',
          kind: 'text',
          title: [{ if: { nps: { $lte: 6 } }, text: 'What went wrong?' }, { text: 'What went well?' }],
        },
      ],
      endings: [
        { if: { nps: { $lte: 6 } }, title: 'We will do better', description: 'Promised.' },
        { title: 'Hooray' },
      ],
    })
    on.radio(3).click()
    await on.wait()
    expect(on.title()).toBe('What went wrong?')
    on.type('Late')
    on.button('Submit').click()
    await on.wait()
    expect(on.title()).toBe('We will do better')
    expect(on.find('.about').textContent).toBe('Promised.')
  })

  it('goes on where what is picked leads to a question, and submits where it does not', async () => {
    const on = stage({
      questions: [
        { id: 'why', kind: 'choice', choices: ['price', 'late'] },
        { id: 'late', kind: 'text', if: { why: 'late' } },
      ],
    })
    const label = () => on.find('.go').textContent
    expect(label()).toBe('Submit')
    on.find<HTMLInputElement>('input[value=late]').click()
    expect(label()).toBe('Next')
    on.find<HTMLInputElement>('input[value=price]').click()
    expect(label()).toBe('Submit')
    on.find<HTMLInputElement>('input[value=late]').click()
    on.button('Next').click()
    await on.wait()
    expect(on.field()).not.toBeNull()
  })

  it('says how far along it is in surveys of three steps or more', async () => {
    const steps = (count: number) =>
      stage({ questions: Array.from({ length: count }, (_, at) => ({ id: `q${at}`, kind: 'thumbs' as const })) })
    expect(steps(2).find('progress')).toBeNull()
    const on = steps(3)
    for (const value of [0, 1, 2]) {
      expect(on.find<HTMLProgressElement>('progress')).toMatchObject({ value, max: 3 })
      on.radio(1).click()
      await on.wait()
    }
    expect(on.find('progress')).toBeNull()
  })

  it('leaves out a question of a kind that it does not know, and refuses a survey with none left', () => {
    const unknown = { id: 'x', kind: 'constructor' } as never
    expect(stage({ questions: [unknown, { id: 'why', kind: 'text' }] }).field()).not.toBeNull()
    const warn = vi.fn()
    expect(() => stage({ questions: [unknown] }, {}, { warn })).toThrow('no question to ask')
    expect(document.body.children).toHaveLength(1)
    expect(warn.mock.calls).toEqual([['bad-survey', 'there is no question to ask: see the id, kind and if of each']])
  })

  it('says once which condition, of a text too, looks at a question that is not there', async () => {
    const title = [{ if: { $or: [{ nqs: 9 }, { 'nqs.x': 8 }] }, text: 'Why?' }, { text: 'Well?' }]
    const on = stage({
      questions: [
        { id: 'nps', kind: 'nps' },
        { id: 'why', kind: 'text', title, if: { nps: { $exists: true } } },
      ],
      endings: [{ title: [{ if: { nps: 9, wy: 'x' }, text: 'Thanks' }] }],
    })
    await on.wait()
    expect(on.said).toEqual([
      [
        'warn',
        'bad-survey: question "why" has a condition on "nqs", which is no question before it; ' +
          'ending 1 has a condition on "wy", which is no question',
      ],
    ])
  })

  describe('and the focus', () => {
    it('stays where it was when a survey arrives or goes on by itself', async () => {
      const coupon = document.body.appendChild(document.createElement('input'))
      coupon.focus()
      const on = stage('nps')
      await on.wait()
      expect(document.activeElement).toBe(coupon)
      on.radio(9).click()
      await on.wait()
      expect(document.activeElement).toBe(coupon)
    })

    it('goes along with a visitor who is in the survey', async () => {
      const on = stage('nps')
      on.radio(0).focus()
      on.press('Enter')
      await on.wait()
      expect(on.focused()).toBe(on.field())
      on.button('Skip').click()
      await on.wait()
      expect(on.focused()).toBe(on.find('h2'))
    })

    it('returns to where it came from when the survey is closed', () => {
      const coupon = document.body.appendChild(document.createElement('input'))
      coupon.focus()
      const on = stage('nps')
      const move = { bubbles: true, composed: true }
      coupon.dispatchEvent(new FocusEvent('focusout', move))
      on.radio(0).dispatchEvent(new FocusEvent('focusin', { ...move, relatedTarget: coupon }))
      on.radio(0).focus()
      on.handle.unmount()
      expect(document.activeElement).toBe(coupon)
    })
  })

  describe('and the keys', () => {
    it('keeps what is typed in it from the shortcuts of the page', () => {
      const heard = vi.fn()
      for (const type of ['keydown', 'keyup', 'keypress']) document.addEventListener(type, heard)
      const on = stage({ questions: [{ id: 'why', kind: 'text' }] })
      for (const type of ['keydown', 'keyup', 'keypress']) {
        const event = new KeyboardEvent(type, { key: 's', bubbles: true, composed: true, cancelable: true })
        on.field().dispatchEvent(event)
        expect(event.defaultPrevented).toBe(false)
      }
      expect(heard).not.toHaveBeenCalled()
    })

    it('lets a dialog of the page around an inline survey hear Tab and Escape, and no other key', () => {
      const heard: string[] = []
      const hear = (event: Event) => heard.push((event as KeyboardEvent).key)
      document.addEventListener('keydown', hear)
      const keys = ['Tab', 'Escape', 's', 'Enter', '7']
      for (const change of [inline, {}]) {
        const on = stage({ questions: [{ id: 'why', kind: 'text' }] }, change)
        on.field().focus()
        for (const key of keys) on.press(key)
      }
      document.removeEventListener('keydown', hear)
      expect(heard).toEqual(['Tab', 'Escape'])
    })

    it('closes on Escape inside, not on Escape elsewhere, and not while a word is being composed', () => {
      const on = stage('nps')
      on.press('Escape')
      expect(on.said).toEqual([])
      on.radio(0).focus()
      on.press('Escape', { isComposing: true, keyCode: 229 })
      expect(on.said).toEqual([])
      on.press('Escape')
      expect(on.said).toEqual([['close', 'close']])
    })

    it('offers the way out for good where it is told one, before anything is answered', async () => {
      const optOut = vi.fn()
      const on = stage('nps', {}, { optOut })
      on.button(en.optOut).click()
      expect(optOut).toHaveBeenCalledOnce()
      on.radio(9).click()
      await on.wait()
      expect(on.button(en.optOut)).toBeUndefined()
      expect(stage('nps').button(en.optOut)).toBeUndefined()
      const left = [
        { id: 'x', kind: 'unknown' },
        { id: 'nps', kind: 'nps' },
      ] as never
      expect(stage({ questions: left }, {}, { optOut }).button(en.optOut)).toBeDefined()
    })

    it('does not close an inline survey, which has no close button either', () => {
      const on = stage('nps', inline)
      on.radio(0).focus()
      on.press('Escape')
      expect(on.said).toEqual([])
      expect(on.button('Close')).toBeUndefined()
    })
  })

  describe('and those who listen', () => {
    it('says what opened, once the region that speaks is there', async () => {
      const on = stage('nps')
      expect(on.find('[role=status]').textContent).toBe('')
      await on.wait()
      expect(on.find('[role=status]').textContent).toContain('How likely')
    })

    it('says the next step when the focus is elsewhere, and is silent when the focus goes there', async () => {
      const away = stage('nps')
      away.radio(9).click()
      await away.wait()
      expect(away.find('[role=status]').textContent).toBe('Would you like to tell us why?')
      away.button('Skip').click()
      await away.wait()
      expect(away.find('[role=status]').textContent).toBe(en.thanks)
      const inside = stage('nps')
      inside.radio(0).focus()
      inside.press('Enter')
      await inside.wait()
      expect(inside.find('[role=status]').textContent).toBe('')
    })
  })

  it('counts the time a question was in sight, and none of that while the page was hidden', async () => {
    const hide = (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }
    const on = stage('nps')
    await on.wait(1000)
    hide(true)
    await on.wait(60_000)
    hide(false)
    await on.wait(500)
    on.radio(9).click()
    await on.wait()
    on.type('x')
    await on.wait(2000)
    on.button('Submit').click()
    await on.wait()
    expect((on.said.at(-1)![1] as Answer[]).map(({ ms }) => ms! >= 1500 && ms! < 3000)).toEqual([true, true])
  })

  it('counts nothing of the time before the first question was there', async () => {
    await vi.advanceTimersByTimeAsync(60_000)
    const on = stage('nps')
    await on.wait(2000)
    on.radio(9).click()
    expect(on.said).toMatchObject([['answer', [{ ms: 2000 }]]])
  })

  it('adds up the time of a question that the visitor comes back to', async () => {
    const on = stage({
      questions: [
        { id: 'why', kind: 'text' },
        { id: 'how', kind: 'text' },
      ],
    })
    const give = async (text: string, ms: number) => {
      on.type(text)
      await on.wait(ms)
      on.find('.go').click()
      await on.wait()
    }
    await give('Late', 5000)
    on.button('Back').click()
    await give('Very late', 1000)
    await give('By post', 2000)
    const times = (on.said.at(-1)![1] as Answer[]).map(({ ms }) => ms!)
    expect(times[0]).toBe(6000)
    expect(times[1]).toBeGreaterThanOrEqual(2000)
    expect(times[1]).toBeLessThan(2500)
  })

  it('hands over an answer in the tap itself', () => {
    const on = stage('nps')
    on.radio(9).click()
    expect(on.said.map(([event]) => event)).toEqual(['answer'])
  })

  it('knows where it stands: the draft that is typed, and what an answer leads to', async () => {
    const on = stage('nps')
    on.radio(4).click()
    expect(on.handle.place()).toMatchObject({ at: 1, answers: [{ value: 4 }], drafts: { nps: 4 } })
    await on.wait()
    on.type('It ca')
    expect(on.handle.place()).toMatchObject({ at: 1, answers: [{ value: 4 }], drafts: { why: 'It ca' } })
    const again = stage('nps', { place: on.handle.place() })
    expect(again.field().value).toBe('It ca')
  })

  describe('and the end', () => {
    const finish = async (change = {}) => {
      const on = stage({ questions: [{ id: 'nps', kind: 'nps' }] }, change)
      on.radio(9).click()
      await on.wait()
      on.said.length = 0
      return on
    }

    it('leaves by itself five seconds after the thank-you', async () => {
      const on = await finish()
      await on.wait(4600)
      expect(on.said).toEqual([])
      await on.wait(400)
      expect(on.said).toEqual([['close', 'timeout']])
    })

    it('asks the visitor to stay while the answer is nowhere but in the page, and leaves once it is sent', async () => {
      const on = stage({ questions: [{ id: 'nps', kind: 'nps' }] })
      let arrive!: (value: unknown) => void
      on.meet(async () => ({ sent: new Promise(resolve => (arrive = resolve)) }))
      on.radio(9).click()
      await on.wait()
      expect(on.find('.about').textContent).toBe(en.unsent)
      expect(on.find('.said').textContent).toBe(`${en.thanks} ${en.unsent}`)
      on.said.length = 0
      await on.wait(60_000)
      expect(on.said).toEqual([])
      arrive(undefined)
      await on.wait(0)
      expect(on.find('.about')).toBeNull()
      expect(on.title()).toBe(en.thanks)
      await on.wait(5000)
      expect(on.said).toEqual([['close', 'timeout']])
    })

    it('waits for a mouse to leave first', async () => {
      const on = await finish()
      const move = (type: string) => on.find('.card').dispatchEvent(new PointerEvent(type, { pointerType: 'mouse' }))
      move('pointerenter')
      await on.wait(9000)
      expect(on.said).toEqual([])
      move('pointerleave')
      await on.wait(5000)
      expect(on.said).toEqual([['close', 'timeout']])
    })

    it('stays for whoever touches it, until it is closed', async () => {
      const on = await finish()
      on.find('h2').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
      await on.wait(9000)
      expect(on.said).toEqual([])
      on.button('Close').click()
      expect(on.said).toEqual([['close', 'close']])
    })

    it('stays for a visitor whom the keyboard brings in', async () => {
      const on = await finish()
      on.button('Close').focus()
      await on.wait(9000)
      expect(on.said).toEqual([])
    })

    it('stays where the ending says so', async () => {
      const kept = stage({ questions: [{ id: 'nps', kind: 'nps' }], endings: [{ autoClose: false }] })
      kept.radio(9).click()
      await kept.wait(9000)
      expect(kept.said.map(([event]) => event)).toEqual(['complete'])
    })

    it('offers the survey’s review, in words that may differ', async () => {
      const review = {
        text: [{ if: { nps: { $lte: 6 } }, text: 'Tell others how it was' }, { text: 'Recommend us' }],
        href: 'https://example.com/review',
      }
      for (const [score, words] of [
        [2, 'Tell others how it was'],
        [10, 'Recommend us'],
      ] as const) {
        const on = stage({ questions: [{ id: 'nps', kind: 'nps' }], review })
        on.radio(score).click()
        await on.wait()
        expect(on.find('a')).toMatchObject({ textContent: words, href: review.href })
      }
    })

    it('offers the survey’s review in place of an ending’s link that is none', async () => {
      const review = { text: 'Recommend us', href: 'https://example.com/review' }
      const link = { text: 'Run', href: 'javascript:alert(1)' }
      for (const [endings, words] of [
        [[{ link }], 'Recommend us'],
        [[{ link: { text: 'Help', href: '/help' } }], 'Help'],
      ] as const) {
        const on = stage({ questions: [{ id: 'nps', kind: 'nps' }], review, endings: endings as never })
        on.radio(9).click()
        await on.wait()
        expect(on.find('a').textContent).toBe(words)
      }
    })

    it('names a link by its address where its text says nothing', async () => {
      const href = 'https://example.com/review'
      const unheld = [{ if: { nps: 3 }, text: 'Sorry' }]
      for (const more of [
        { review: { href } },
        { review: { text: unheld, href } },
        { endings: [{ link: { text: '', href } }] },
      ]) {
        const on = stage({ questions: [{ id: 'nps', kind: 'nps' }], ...more } as Survey)
        on.radio(9).click()
        await on.wait()
        expect(on.find('a').textContent).toBe(href)
      }
    })

    it('stays in the page when it is inline', async () => {
      const on = await finish(inline)
      await on.wait(9000)
      expect(on.said).toEqual([])
    })

    it('is gone within 150 ms of being told to go, and says no more', async () => {
      const on = stage('nps')
      on.radio(9).click()
      on.handle.unmount()
      on.handle.unmount()
      on.button('Close').click()
      await on.wait(150)
      expect(document.body.children).toHaveLength(0)
      await on.wait(9000)
      expect(on.said.map(([event]) => event)).toEqual(['answer'])
    })
  })

  it("works in a host's own shadow root, and beside another survey", () => {
    const element = document.body.appendChild(document.createElement('div'))
    const into = element.attachShadow({ mode: 'open' }).appendChild(document.createElement('section'))
    const one = stage('nps', { ...inline, into })
    const two = stage('nps', inline)
    one.radio(3).focus()
    one.radio(3).click()
    expect(one.radio(3).checked).toBe(true)
    expect(two.radio(3).checked).toBe(false)
  })

  it('carries the nonce of the page where styles cannot be constructed', () => {
    const Sheet = window.CSSStyleSheet
    vi.stubGlobal('CSSStyleSheet', undefined)
    Object.assign(window, { CSSStyleSheet: undefined })
    const on = stage('nps', { nonce: 'abc' })
    Object.assign(window, { CSSStyleSheet: Sheet })
    vi.unstubAllGlobals()
    expect(on.find<HTMLStyleElement>('style').nonce).toBe('abc')
    expect(on.find('style').textContent).toContain(':host{all:initial!important')
  })

  it('tells that an answer was taken back by skipping its question later', async () => {
    const on = stage({
      questions: [
        { id: 'nps', kind: 'nps', optional: true },
        { id: 'why', kind: 'text' },
      ],
    })
    on.radio(9).click()
    await on.wait()
    on.button('Back').click()
    await on.wait()
    on.button('Skip').click()
    await on.wait()
    const told = on.said.filter(([event]) => event === 'answer').map(([, answers]) => answers)
    expect(told).toEqual([[expect.objectContaining({ question: 'nps', value: 9 })], []])
    expect(on.title()).toContain('What would you like to tell us?')
  })
})
