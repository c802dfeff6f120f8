// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readTouchpoint } from '../../src/config'
import type { Answer, Exposure, Locale, Mount, Response, SurveyEvents } from '../../src/contracts'
import { type Privacy, Response as Schema } from '../../src/schema'
import { createAsk } from '../../widgets/ask'
import * as others from '../../widgets/kinds'
import { late } from '../../widgets/late'
import en from '../../widgets/locales/en'
import * as more from '../../widgets/more'
import { mount as draw } from '../../widgets/mount'
import * as places from '../../widgets/places'
import * as redact from '../../widgets/redact'

let on: SurveyEvents
const unmount = vi.fn()
const appear = vi.fn()
const mount = vi.fn<Mount>((_, events) => {
  on = events
  return { appear, unmount, isThere: () => true, place: () => ({ at: 1, answers, drafts: { why: draft }, seed: 0.5 }) }
})
const saved: [Response, Response | undefined, boolean | undefined][] = []
const told: string[] = []
const noted: string[] = []
let agree = true
let answers: Answer[] = []
let draft: unknown
let clock = Date.UTC(2026, 0, 1)

const heard = new Map<string, (detail: { id: string; result?: 'stored' | 'memory' | 'full' }) => unknown>()
const settings = (privacy: Privacy = {}, config = {}) =>
  ({ privacy, config: { brand: 'Kiln', ...config } }) as Exposure['settings']

const show = (change: Partial<Exposure> = {}, by: Mount = mount) =>
  createAsk(by)(
    {
      touchpoint: readTouchpoint({ id: 'bought', stage: 'purchase', survey: 'nps' }, {}, () => {})!,
      event: {
        name: 'order.completed',
        properties: { value: 5, items: [{ id: 1 }], long: 'x'.repeat(201), nan: Number.NaN },
      },
      settings: settings(),
      locale: { code: 'en' } as Locale,
      matches: () => true,
      load: async () => ({}) as never,
      way: undefined,
      user: undefined,
      id: 'V1StGXR8_Z5jdHi6B-myT',
      anonymousId: 'visitor',
      version: '0.1.0',
      now: () => clock++,
      ...change,
    },
    {
      save: async (...args) => void saved.push(args as never),
      emit(name) {
        told.push(name)
        return agree
      },
      on(name, handler) {
        heard.set(name, handler)
        return () => heard.delete(name)
      },
      note: what => void noted.push(what),
      closed: () => void told.push('closed'),
      again: () => void told.push('again'),
      warn: code => void told.push(code),
      pulso: { optOut: () => void told.push('optOut') },
    },
  )()
const score = [{ question: 'nps', kind: 'nps', value: 9, scale: [0, 10] as [number, number] }]

beforeEach(() => {
  vi.clearAllMocks()
  saved.length = told.length = noted.length = 0
  heard.clear()
  agree = true
  clock = Date.UTC(2026, 0, 1)
})

describe('ask', () => {
  it('offers the way out for good where the configuration says so, on what comes by itself', () => {
    const at = (kind: string) => readTouchpoint({ id: 'a', survey: 'nps', placement: { kind } }, {}, () => {})!
    const offered = (kind: string, config: object = { optOut: true }) => {
      show({ touchpoint: at(kind), settings: settings({}, config) })
      return on.optOut
    }
    for (const kind of ['inline', 'page', 'kiosk']) expect(offered(kind)).toBeUndefined()
    expect(offered('popover', {})).toBeUndefined()
    for (const kind of ['popover', 'sheet', 'modal', 'bar']) expect(offered(kind)).toBeTypeOf('function')
    told.length = 0
    on.optOut!()
    expect(told).toEqual(['optOut'])
  })

  it('makes a response that the schema takes, of the page it stands on', () => {
    show()
    const [response] = saved[0]!
    expect(Schema.parse(response)).toEqual(response)
    expect(response).toMatchObject({
      revision: 1,
      status: 'shown',
      touchpoint: { id: 'bought', stage: 'purchase' },
      survey: { id: 'nps' },
      respondent: { anonymousId: 'visitor' },
      trigger: { kind: 'event', name: 'order.completed', properties: { value: 5 } },
      answers: [],
    })
    expect(response.trigger!.properties).toEqual({ value: 5 })
    expect(response.page!.url).not.toMatch(/[?#]/)
  })

  it('has its answer taken whatever else a configuration has in place of a name', async () => {
    vi.useFakeTimers()
    const before = { ...late }
    Object.assign(late, { more, kinds: others, places })
    const odd = { direction: 'sideways', metric: 7, low: 3 }
    const kinds = ['nps', 'csat', 'ces', 'stars', 'emoji', 'thumbs', 'rating']
    for (const kind of kinds) {
      const touchpoint = {
        id: 'x'.repeat(300),
        stage: 3,
        placement: { kind: 'kiosk', device: 12 },
        survey: { id: 7, version: 2, questions: [{ id: 'y'.repeat(300), kind, ...odd }] },
      }
      show({ touchpoint: readTouchpoint(touchpoint, {}, () => {})!, locale: en }, draw)
      const hosts = document.querySelectorAll('[data-pulso=kiosk]')
      const { shadowRoot } = hosts[hosts.length - 1]!
      shadowRoot!.querySelector<HTMLInputElement>('.scale input')!.click()
      await vi.advanceTimersByTimeAsync(300)
      const sent = JSON.parse(JSON.stringify(saved.at(-1)![0]))
      expect(sent.status).toBe('complete')
      expect(Schema.safeParse(sent).error).toBeUndefined()
      expect(Schema.parse(sent)).toMatchObject({
        touchpoint: { stage: '3' },
        survey: { version: '2' },
        device: { id: '12' },
        answers: [{ kind }],
      })
    }
    for (const host of document.querySelectorAll('[data-pulso]')) host.remove()
    Object.assign(late, { kinds: undefined, places: undefined, ...before })
    vi.useRealTimers()
  })

  it('says the time zone without a word to Intl where the browser has Temporal, and by Intl where it has not all of it', () => {
    const zoneWith = (temporal?: object) => {
      vi.stubGlobal('Temporal', temporal)
      show()
      return saved.at(-1)![0].device!.timeZone
    }
    const intl = vi.spyOn(Intl, 'DateTimeFormat')
    expect(zoneWith({ Now: { timeZoneId: () => 'Pacific/Auckland' } })).toBe('Pacific/Auckland')
    expect(intl).not.toHaveBeenCalled()
    for (const partial of [undefined, {}, { Now: {} }])
      expect(zoneWith(partial)).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone)
    vi.unstubAllGlobals()
    intl.mockRestore()
  })

  it('counts the exposure once it appears, not when a handler objects or the survey cannot be drawn', () => {
    show()
    expect(noted).toEqual(['shown'])
    noted.length = 0
    appear.mockClear()
    mount.mockImplementationOnce(() => {
      throw new Error('no question')
    })
    expect(() => show()).toThrow('no question')
    agree = false
    expect(show()).toBeUndefined()
    expect(appear).not.toHaveBeenCalled()
    expect(noted).toEqual([])
  })

  it('makes each answer a new revision of the whole, and the last one complete', async () => {
    show()
    await on.answer(score)
    await on.complete([...score, { question: 'why', kind: 'text', value: 'Kind' }])
    const [, [partial], [complete, previous]] = saved as [unknown, [Response], [Response, Response]]
    expect(partial).toMatchObject({ revision: 2, status: 'partial', answers: [{ value: 9 }] })
    expect(partial.endedBy).toBeUndefined()
    expect(complete).toMatchObject({ revision: 3, status: 'complete', endedBy: 'submit', startedAt: partial.startedAt })
    expect(complete.completedAt).toBeTruthy()
    expect(previous).toBe(partial)
    expect(Schema.safeParse(JSON.parse(JSON.stringify(complete))).success).toBe(true)
    expect(told).toEqual(['before-show', 'shown', 'answered', 'completed'])
    expect(noted).toEqual(['shown', 'answered', 'answered'])
  })

  it('is dismissed when it is closed unanswered, and partial when something was answered', async () => {
    show()
    on.close('close')
    expect(saved.at(-1)![0]).toMatchObject({ status: 'dismissed', endedBy: 'close' })
    expect(told).toEqual(['before-show', 'shown', 'dismissed', 'closed'])
    expect(unmount).toHaveBeenCalledOnce()

    show()
    await on.answer(score)
    on.close('close')
    expect(saved.at(-1)![0]).toMatchObject({ status: 'partial', endedBy: 'close', revision: 3 })
  })

  it('says nothing more of a complete response when its thank-you is closed', async () => {
    show()
    await on.complete(score)
    const count = saved.length
    on.close('timeout')
    expect(saved).toHaveLength(count)
  })

  it('stays complete when a way back from the thank-you leads to another answer, or to none', async () => {
    const handle = show()!
    await on.complete([...score, { question: 'why', kind: 'text', value: 'Kind' }])
    await on.answer([{ ...score[0]!, value: 2 }])
    expect(saved.at(-1)![0]).toMatchObject({
      revision: 3,
      status: 'complete',
      endedBy: 'submit',
      answers: [{ question: 'nps', value: 2 }],
    })
    expect(saved.at(-1)![0].completedAt).toBeTruthy()
    handle.leave()
    on.close('close')
    expect(saved.at(-1)![0]).toMatchObject({ revision: 3, status: 'complete' })
  })

  it('sends what was answered when the page is left, and goes on if the page comes back', async () => {
    const handle = show()!
    handle.leave()
    expect(saved).toHaveLength(1)
    await on.answer(score)
    handle.leave()
    expect(saved.at(-1)).toMatchObject([{ status: 'partial', endedBy: 'leave', revision: 3 }, { revision: 2 }, true])
    await on.complete(score)
    expect(saved.at(-1)![0]).toMatchObject({ status: 'complete', endedBy: 'submit', revision: 4 })
  })

  it('is left to the next page once an introduction was passed or something was entered, and is still the same response', async () => {
    const handle = show()!
    expect(handle.leave()).toBeUndefined()
    draft = 'It came la'
    const left = handle.leave()!
    expect(left).toMatchObject({ at: 1, drafts: { why: 'It came la' }, response: { status: 'shown', revision: 1 } })
    expect(saved).toHaveLength(1) // and nothing is sent, as nothing was answered
    show({ left })
    expect([saved.length, noted]).toEqual([1, ['shown']])
    await on.answer(score)
    expect(saved.at(-1)![0]).toMatchObject({ id: left.response.id, revision: 2, status: 'partial' })
    draft = undefined
  })

  it('asks for its touchpoint, which may be asked anew once it is complete', async () => {
    const handle = show()!
    const asks = () => [handle.asks('bought'), handle.asks('bought', true), handle.asks('other')]
    expect(asks()).toEqual([true, true, false])
    await on.answer(score)
    expect(asks()).toEqual([true, true, false])
    await on.complete(score)
    expect(asks()).toEqual([true, false, false])
  })

  it('takes persons out of free text before anything is kept, told or left to the next page', async () => {
    late.redact = redact
    const handle = show({ settings: settings({ redact: true }) })!
    const why = { question: 'why', kind: 'text', value: 'I am jo@example.com' }
    answers = [...score, why]
    draft = 'Call +34 600 123 456'
    await on.answer(answers)
    expect(saved.at(-1)![0].answers).toEqual([score[0], { ...why, value: 'I am [email]' }])
    expect(handle.leave()).toMatchObject({
      answers: [{ value: 9 }, { value: 'I am [email]' }],
      drafts: { why: 'Call [phone]' },
    })
    expect(JSON.stringify(saved)).not.toMatch(/example|600/)
    answers = []
    delete late.redact
  })

  it('leaves free text as it is unless it is told to', async () => {
    late.redact = redact
    show()
    await on.answer([{ question: 'why', kind: 'text', value: 'jo@example.com' }])
    expect(saved.at(-1)![0].answers[0]!.value).toBe('jo@example.com')
    delete late.redact
  })

  it('leaves the query off every address, but for what the site asks for', () => {
    const event = { name: 'e', properties: { link: 'https://a.example/b?token=1&ref=mail#x', text: 'What? Yes' } }
    window.history.replaceState(null, '', '/cart?token=1&utm_source=mail&ref=a%20b#pay')
    show({ event })
    expect(saved.at(-1)![0].page!.url).toMatch(/\/cart$/)
    expect(saved.at(-1)![0].trigger!.properties).toEqual({ link: 'https://a.example/b', text: 'What? Yes' })
    show({ event, settings: settings({ query: ['ref', 'utm_source', 'none'] }) })
    expect(saved.at(-1)![0].page!.url).toMatch(/\/cart\?utm_source=mail&ref=a\+b$/)
    expect(saved.at(-1)![0].trigger!.properties).toMatchObject({ link: 'https://a.example/b?ref=mail' })
    show({ settings: settings({ query: 'ref' as never }) })
    expect(saved.at(-1)![0].page!.url).toMatch(/\/cart$/)
    window.history.replaceState(null, '', '/')
  })

  describe('an answer that nothing but the page could keep', () => {
    const key = 'V1StGXR8_Z5jdHi6B-myT.2'
    beforeEach(() => {
      late.more = more
      vi.useFakeTimers()
    })
    afterEach(() => {
      delete late.more
      vi.useRealTimers()
    })

    it('is waited for, so that the thanks come when it is sent', async () => {
      show()
      const complete = on.complete(score)
      heard.get('queued')!({ id: key, result: 'memory' })
      await vi.advanceTimersByTimeAsync(1000)
      heard.get('delivered')!({ id: 'another.2' })
      heard.get('delivered')!({ id: key })
      await vi.advanceTimersByTimeAsync(0)
      expect(await complete).toBeUndefined()
      expect(heard.size).toBe(0)
    })

    it('is waited for until each of several destinations has it', async () => {
      show()
      const complete = on.complete(score)
      heard.get('queued')!({ id: key, result: 'memory' })
      heard.get('delivered')!({ id: key }) // the first was quick
      heard.get('queued')!({ id: key, result: 'memory' })
      await vi.advanceTimersByTimeAsync(3000)
      const { sent } = (await complete) as { sent: Promise<unknown> }
      heard.get('delivered')!({ id: key })
      expect(await sent).toBeUndefined()
      expect(heard.size).toBe(0)
    })

    it('is told of when that takes long, until it is sent', async () => {
      show()
      const complete = on.complete(score)
      heard.get('queued')!({ id: key, result: 'full' })
      await vi.advanceTimersByTimeAsync(3000)
      const { sent } = (await complete) as { sent: Promise<unknown> }
      const told = vi.fn()
      sent.then(told)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(told).not.toHaveBeenCalled()
      heard.get('delivered')!({ id: key })
      await vi.advanceTimersByTimeAsync(0)
      expect(told).toHaveBeenCalled()
    })

    it('is no other answer', async () => {
      show()
      const complete = on.complete(score)
      heard.get('queued')!({ id: 'another.2', result: 'memory' })
      heard.get('queued')!({ id: key, result: 'stored' })
      expect(await complete).toBeUndefined()
    })
  })
})
