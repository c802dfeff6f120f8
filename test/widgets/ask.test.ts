// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readTouchpoint } from '../../src/config'
import type { Exposure, Locale, Mount, Response, SurveyEvents } from '../../src/contracts'
import { Response as Schema } from '../../src/schema'
import { createAsk } from '../../widgets/ask'

let on: SurveyEvents
const unmount = vi.fn()
const mount = vi.fn<Mount>((_, events) => {
  on = events
  return { unmount, isThere: () => true, place: () => ({ at: 1, answers: [], drafts: {}, seed: 0.5 }) }
})
const saved: [Response, Response | undefined, boolean | undefined][] = []
const told: string[] = []
const noted: string[] = []
let agree = true
let clock = Date.UTC(2026, 0, 1)

const show = (change: Partial<Exposure> = {}) =>
  createAsk(mount)(
    {
      touchpoint: readTouchpoint({ id: 'bought', stage: 'purchase', survey: 'nps' }, {}, () => {})!,
      event: {
        name: 'order.completed',
        properties: { value: 5, items: [{ id: 1 }], long: 'x'.repeat(201), nan: Number.NaN },
      },
      settings: { brand: 'Kiln' } as Exposure['settings'],
      locale: { code: 'en' } as Locale,
      matches: () => true,
      load: async () => ({}),
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
      note: what => void noted.push(what),
      closed: () => void told.push('closed'),
      again: () => void told.push('again'),
      warn: code => void told.push(code),
    },
  )
const score = [{ question: 'nps', kind: 'nps', value: 9, scale: [0, 10] as [number, number] }]

beforeEach(() => {
  vi.clearAllMocks()
  saved.length = told.length = noted.length = 0
  agree = true
  clock = Date.UTC(2026, 0, 1)
})

describe('ask', () => {
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

  it('counts the exposure once it is drawn, not when a handler objects or the survey cannot be drawn', () => {
    show()
    expect(noted).toEqual(['shown'])
    noted.length = 0
    mount.mockImplementationOnce(() => {
      throw new Error('no question')
    })
    expect(() => show()).toThrow('no question')
    agree = false
    expect(show()).toBeUndefined()
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
})
