// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hubspot } from '../src/adapters/hubspot'
import { livechat } from '../src/adapters/livechat'
import { rudderstack } from '../src/adapters/rudderstack'
import { segment } from '../src/adapters/segment'
import { shopify } from '../src/adapters/shopify'
import { tealium } from '../src/adapters/tealium'
import { vtex } from '../src/adapters/vtex'
import * as carry from '../src/carry'
import { createClient, type Pulso } from '../src/client'
import type { Ask, Delivery, Exposure, ExposureEvents, Load, Locale, Parts, Response } from '../src/contracts'
import * as explaining from '../src/explain'
import * as journey from '../src/journey'
import * as modal from '../src/modal'
import type { Config, Touchpoint } from '../src/schema'
import { surveyIdOf } from '../src/survey-id'
import * as watch from '../src/watch'
import { createPresent } from '../widgets/present'
import { chats } from './fakes/chats'

interface Shown {
  exposure: Exposure
  response: Response
  on: ExposureEvents
}
const exposures: Shown[] = []
const keep = vi.fn<Delivery['keep']>(async () => 'stored')

/** Widgets that draw nothing, and tell what widgets tell. */
const ask: Ask = (exposure, on) => () => {
  const { id, placement, stands } = exposure.touchpoint
  const response = {
    id: exposure.id,
    revision: 1,
    status: 'shown',
    answers: [],
    touchpoint: { id },
    survey: { id: surveyIdOf(exposure.touchpoint) },
  } as unknown as Response
  if (!on.emit('before-show', response)) return
  if (!exposure.left) {
    on.note('shown')
    on.save(response)
    on.emit('shown', response)
  }
  exposures.push({ exposure, response, on })
  const end = () => on.closed()
  return {
    asks: id => id === exposure.touchpoint.id, // nothing of it is ever complete
    floats: placement.kind !== 'inline' && !stands && !exposure.into,
    close() {
      on.note('dismissed')
      on.emit('dismissed', response)
      end()
    },
    drop: end,
    isThere: () => true,
    leave: () => undefined,
  }
}
const adapter = vi.fn((_: { track(name: string, properties?: object): unknown }, __?: object) => () => {})
const consentSource = vi.fn((_: { setConsent(consent: string): unknown }) => () => {})
const parts: Record<string, unknown> = {
  carry,
  journey,
  watch,
  explain: explaining,
  modal,
  delivery: {
    createDelivery: () => ({
      keep,
      pending: async () => 0,
      refused: async () => [],
      retry: async () => false,
      flush: async () => {},
      stop() {},
    }),
  },
  'adapters/shopify': { shopify: adapter },
  'consent/google': { google: consentSource },
}
let slow: Promise<unknown> | undefined
const load = {
  languages: ['en'],
  widgets: vi.fn(async () => ({ present: createPresent(ask, async () => {}), locale: { code: 'en' } as Locale })),
  part: vi.fn(async (name: keyof Parts) => {
    if (name === 'journey') await slow
    if (!(name in parts)) throw new Error('404')
    return parts[name]
  }),
}

let pulso: Pulso
const clients: Pulso[] = []
const touchpoint = (options: Partial<Touchpoint> & { id: string }): Touchpoint => ({
  on: 'order.completed',
  survey: 'nps',
  ...options,
})
const start = (...touchpoints: Touchpoint[]) => startWith({}, ...touchpoints)
const startWith = (config: Partial<Config>, ...touchpoints: Touchpoint[]) => {
  pulso = createClient({ endpoint: '/feedback', touchpoints, ...config }, load as unknown as Load)
  clients.push(pulso)
  return pulso
}
/** Enough turns of the event loop for whatever hangs on others, however slow each is. */
const settled = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise(resolve => setTimeout(resolve, 2))
}
const shown = () => exposures.map(({ exposure }) => exposure.touchpoint.id)
const failing = async (id: string) => (await pulso.explain(id)).flatMap(({ gate, pass }) => (pass ? [] : [gate]))
/** What is written down, with what waits for a moment to be. */
const record = () => {
  document.dispatchEvent(new Event('visibilitychange'))
  return JSON.parse(localStorage.getItem('pulso:visitor') ?? '{}')
}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  exposures.length = 0
  slow = undefined
})
afterEach(() => {
  vi.useRealTimers()
  for (const client of clients.splice(0)) client.destroy()
  vi.clearAllMocks()
  window.history.replaceState(null, '', '/')
})

describe('a plain configuration', () => {
  it('never fetches the journey’s part until somebody asks why', async () => {
    start(touchpoint({ id: 'a' }))
    pulso.track('order.completed')
    await settled()
    expect(shown()).toEqual(['a'])
    expect(load.part).not.toHaveBeenCalledWith('journey')
    expect(await failing('a')).toEqual(['busy', 'shown', 'perSession', 'betweenSurveys'])
    expect(load.part).toHaveBeenCalledWith('journey')
  })

  it('explains itself before anything has happened, in whole sentences', async () => {
    start(touchpoint({ id: 'a' }))
    const gates = await pulso.explain('a')
    expect(gates.every(({ pass }) => pass)).toBe(true)
    for (const { reason } of gates) expect(reason).toMatch(/^["A-Z].*\.$/)
    expect(JSON.stringify(gates)).not.toMatch(/undefined|NaN|null/)
    expect(localStorage.length + sessionStorage.length).toBe(0)
  })

  it('has no word on anything where what explains could not be fetched, and asks all the same', async () => {
    start(touchpoint({ id: 'a' }))
    load.part.mockRejectedValueOnce(new Error('offline'))
    expect(await pulso.explain('a')).toEqual([])
    expect(await pulso.show('a')).toBe(true)
  })
})

describe('a richer configuration', () => {
  it('hears what happened before its part had come, and asks once', async () => {
    let arrive = () => {}
    slow = new Promise<void>(resolve => (arrive = resolve))
    start(touchpoint({ id: 'a', priority: 1 }))
    pulso.track('order.completed', { order_id: 1 })
    await settled()
    expect(shown()).toEqual([])
    arrive()
    await settled()
    expect(shown()).toEqual(['a'])
    expect(exposures[0]!.exposure.event?.properties).toEqual({ order_id: 1 })
  })

  it('asks the most urgent of those whose moment it is, and the others not', async () => {
    start(touchpoint({ id: 'low' }), touchpoint({ id: 'high', priority: 2 }), touchpoint({ id: 'mid', priority: 1 }))
    await settled()
    pulso.track('order.completed')
    await settled()
    expect(shown()).toEqual(['high'])
    expect(await failing('low')).toEqual(['busy', 'perSession', 'betweenSurveys'])
  })

  it('gives the turn to the next when the most urgent may not be asked', async () => {
    start(touchpoint({ id: 'low' }), touchpoint({ id: 'high', priority: 2, enabled: false }))
    pulso.track('order.completed')
    await settled()
    expect(shown()).toEqual(['low'])
  })

  it('calls off what has started and waits', async () => {
    vi.useFakeTimers()
    start(
      touchpoint({ id: 'a', delay: '10s', cancelOn: ['order.cancelled', { event: 'cart.added', where: { n: 1 } }] }),
    )
    await vi.advanceTimersByTimeAsync(0)
    for (const [name, properties] of [
      ['order.cancelled', {}],
      ['cart.added', { n: 1 }],
    ] as const) {
      pulso.track('order.completed')
      await vi.advanceTimersByTimeAsync(9000)
      pulso.track(name, properties)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(shown()).toEqual([])
    }
    pulso.track('order.completed')
    pulso.track('cart.added', { n: 2 })
    await vi.advanceTimersByTimeAsync(10_010)
    expect(shown()).toEqual(['a'])
  })

  it('calls off one order alone, where what calls it off is of one', async () => {
    vi.useFakeTimers()
    start(touchpoint({ id: 'a', delay: '10s', cancelOn: 'order.refunded' }))
    await vi.advanceTimersByTimeAsync(0)
    for (const id of [1, 2]) pulso.track('order.completed', { order_id: id })
    pulso.track('order.refunded', { order_id: 1 })
    await vi.advanceTimersByTimeAsync(10_010)
    expect(exposures.map(({ exposure }) => exposure.event?.properties)).toEqual([{ order_id: 2 }])
  })

  it('calls off what is on its way to the screen, and only that', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    start(
      touchpoint({ id: 'a', cancelOn: 'order.cancelled', priority: 1 }),
      touchpoint({ id: 'b', cancelOn: 'order.refunded' }),
    )
    pulso.track('order.completed', { order_id: 1 })
    await settled()
    pulso.track('order.cancelled')
    pulso.track('order.refunded', { order_id: 2 })
    hidden.mockReturnValue(false)
    document.dispatchEvent(new Event('visibilitychange'))
    await settled()
    hidden.mockRestore()
    expect(shown()).toEqual(['b'])
  })

  it('asks nobody about a page that was left while it was hidden', async () => {
    window.history.replaceState(null, '', '/cart')
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    start(touchpoint({ id: 'a', on: { page: '/cart' }, priority: 1 }))
    await settled()
    window.history.pushState(null, '', '/checkout')
    hidden.mockReturnValue(false)
    document.dispatchEvent(new Event('visibilitychange'))
    await settled()
    hidden.mockRestore()
    expect(shown()).toEqual([])
    window.history.pushState(null, '', '/cart')
    await settled()
    expect(shown()).toEqual(['a'])
  })

  it('heeds the order of what happened before its part had come', async () => {
    let arrive = () => {}
    slow = new Promise<void>(resolve => (arrive = resolve))
    start(
      touchpoint({ id: 'a', cancelOn: 'order.cancelled' }),
      touchpoint({ id: 'b', on: 'cart.added', cancelOn: 'order.cancelled' }),
    )
    pulso.track('order.completed')
    pulso.track('order.cancelled')
    pulso.track('cart.added')
    arrive()
    await settled()
    expect(shown()).toEqual(['b'])
  })

  it('looks again once a delay has passed: a page that was left is no more the one', async () => {
    vi.useFakeTimers()
    window.history.replaceState(null, '', '/cart')
    start(touchpoint({ id: 'a', on: { page: '/cart' }, delay: '10s', priority: 1 }))
    await vi.advanceTimersByTimeAsync(5000)
    window.history.pushState(null, '', '/checkout')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(shown()).toEqual([])
    window.history.pushState(null, '', '/cart')
    await vi.advanceTimersByTimeAsync(10_010)
    expect(shown()).toEqual(['a'])
  })

  it('asks after a delay of days on the first page after that', async () => {
    vi.useFakeTimers({ now: Date.UTC(2027, 0, 1) })
    const later = touchpoint({ id: 'a', delay: '2d' })
    start(later)
    pulso.track('order.completed', { order_id: 7 })
    await vi.advanceTimersByTimeAsync(1000)
    pulso.destroy()
    await vi.advanceTimersByTimeAsync(3 * 864e5)
    expect(shown()).toEqual([])
    start(later)
    await vi.advanceTimersByTimeAsync(1010)
    expect(shown()).toEqual(['a'])
    expect(exposures[0]!.exposure.event?.properties).toEqual({ order_id: 7 })
  })

  it('keeps for later what an audience names of the event, in whatever form', async () => {
    vi.useFakeTimers()
    const audience = { $or: [{ event: { value: { $gte: 100 }, plan: 'pro' } }, { 'event.coupon': 'x' }] }
    start(touchpoint({ id: 'a', delay: '2d', audience }))
    await vi.advanceTimersByTimeAsync(10)
    pulso.track('order.completed', { order_id: 7, value: 129, plan: 'pro', coupon: 'y', note: 'z' })
    await vi.advanceTimersByTimeAsync(2 * 864e5 + 10)
    expect(exposures[0]!.exposure.event?.properties).toEqual({ order_id: 7, value: 129, plan: 'pro', coupon: 'y' })
  })

  it('tells of the same order once, whoever tells of it', async () => {
    startWith(
      { sources: ['dataLayer', 'shopify'], governor: { perSession: 9, betweenSurveys: '0s' } },
      touchpoint({ id: 'a', on: { event: 'order.completed', every: 2 } }),
    )
    await settled()
    const [{ track }] = adapter.mock.calls[0]!
    track('order.completed', { order_id: 1 })
    pulso.track('order.completed', { order_id: 1 })
    await settled()
    expect(shown()).toEqual([])
    pulso.track('order.completed', { order_id: 2 })
    await settled()
    expect(shown()).toEqual(['a'])
  })

  it('asks about an order of which a second source knows what the first did not', async () => {
    startWith(
      { sources: ['shopify'] },
      touchpoint({ id: 'a', on: { event: 'order.completed', where: { value: { $gte: 100 } } } }),
    )
    await settled()
    const [{ track }] = adapter.mock.calls[0]!
    track('order.completed', { order_id: 1 })
    await settled()
    expect(shown()).toEqual([])
    pulso.track('order.completed', { order_id: 1, value: 129 })
    pulso.track('order.completed', { order_id: 1, value: 130 })
    await settled()
    expect(exposures.map(({ exposure }) => exposure.event?.properties.value)).toEqual([129])
  })

  it('takes the same order on the next page for no second one', async () => {
    const second = touchpoint({ id: 'a', on: { sequence: ['order.completed', 'order.completed'] } })
    const asked = []
    for (const id of [1, 1, 2]) {
      start(second)
      await settled()
      pulso.track('order.completed', { order_id: id })
      await settled()
      asked.push(shown().length)
      pulso.destroy()
    }
    expect(asked).toEqual([0, 0, 1])
  })

  it.each(['inline', 'tab', 'page'] as const)(
    'has one %s survey of a touchpoint, however often its moment comes',
    async kind => {
      const placement = { kind, ...(kind === 'inline' && { selector: 'body' }) } as Touchpoint['placement']
      start(touchpoint({ id: 'a', placement, priority: 1 }), touchpoint({ id: 'b', placement, priority: 1 }))
      await settled()
      for (const _ of [1, 2, 3]) {
        pulso.track('order.completed')
        if (_ > 1) await settled()
      }
      expect(shown()).toEqual(['a', 'b'])
      expect(await failing('a')).toEqual(['busy'])
      expect(await pulso.show('a')).toBe(false)
      expect(await pulso.show('a', { force: true })).toBe(true)
    },
  )

  it('waits for a survey in another tab', async () => {
    const config = { governor: { perSession: 9, betweenSurveys: '0s' } }
    const quick = touchpoint({ id: 'a', frequency: { afterShown: '0s' } })
    startWith(config, quick)
    const other = startWith(config, quick)
    await settled()
    expect(await other.show('a')).toBe(true)
    const [first] = clients
    expect((await first!.explain('a')).flatMap(({ gate, pass }) => (pass ? [] : [gate]))).toEqual(['elsewhere'])
    other.dismiss()
    await settled()
    expect((await first!.explain('a')).find(({ gate }) => gate === 'elsewhere')?.pass).toBe(true)
  })

  it('holds off a second tab whose rest between surveys ends while the first still shows one', async () => {
    const config = { governor: { perSession: 9, betweenSurveys: '5m' } }
    const quick = touchpoint({ id: 'a', frequency: { afterShown: '0s' } })
    const [first, other] = [startWith(config, quick), startWith(config, quick)]
    await settled()
    expect(await other.show('a')).toBe(true)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 6e4 })
    expect(await first.show('a')).toBe(false)
    other.dismiss()
    await settled()
    const dismissed = (await first.explain('a')).flatMap(({ gate, pass }) => (pass ? [] : [gate]))
    expect(dismissed).toEqual(['dismissed'])
  })

  it('takes a tag for no refusal, whatever its name is', async () => {
    const tagged = { questions: [{ id: 'a', kind: 'nps' as const }], tags: ['consent optOut'] }
    const governor = { perSession: 9, betweenSurveys: '0s', byTag: { 'consent optOut': '9d' } }
    const pulso = startWith(
      { governor },
      touchpoint({ id: 'a', survey: tagged, frequency: { afterShown: '0s', afterDismissed: '0s' } }),
    )
    expect(await pulso.show('a', { force: true })).toBe(true)
    pulso.dismiss()
    expect(await pulso.show('a')).toBe(false)
    expect(await pulso.show('a', { force: true })).toBe(true)
  })

  it('holds no other tab off once it is destroyed', async () => {
    const quick = touchpoint({ id: 'a', priority: 1 })
    const [first, other] = [start(quick), start(quick)]
    await settled()
    expect(await other.show('a', { force: true })).toBe(true)
    expect((await first.explain('a')).find(({ gate }) => gate === 'elsewhere')?.pass).toBe(false)
    other.destroy()
    await settled()
    expect((await first.explain('a')).find(({ gate }) => gate === 'elsewhere')?.pass).toBe(true)
  })

  it('waits for one that another tab was left in the middle of and goes on with', async () => {
    const quick = touchpoint({ id: 'a', priority: 1 })
    const response = { id: 'r', revision: 3, status: 'partial', touchpoint: { id: 'a' }, answers: [] }
    sessionStorage.setItem('pulso:left', JSON.stringify([{ response, floats: true, answers: [], drafts: {} }]))
    start(quick)
    await settled()
    expect(shown()).toEqual(['a'])
    sessionStorage.clear()
    start(quick)
    expect(await failing('a')).toContain('elsewhere')
  })

  it('leaves no survey floating behind when its page goes', async () => {
    startWith({ governor: { perSession: 9, betweenSurveys: '0s' } }, touchpoint({ id: 'a' }))
    await settled()
    await pulso.show('a')
    expect(record().floating).toBeGreaterThan(0)
    window.dispatchEvent(new Event('pagehide'))
    expect(record().floating).toBeUndefined()
    window.dispatchEvent(new Event('pageshow')) // back from the browser's cache, with the survey
    expect(record().floating).toBeGreaterThan(0)
    pulso.dismiss()
    await settled()
    expect(record().floating).toBeUndefined()
  })

  it('holds other tabs off, and others on its page, with a survey that was carried over from the page before', async () => {
    const response = { id: 'r', revision: 2, status: 'partial', touchpoint: { id: 'a' }, survey: { id: 'nps' } }
    sessionStorage.setItem('pulso:left', JSON.stringify([{ floats: true, response, answers: [], drafts: {} }]))
    const config = { governor: { perPage: 1, perSession: 9, betweenSurveys: '0s' } }
    startWith(config, touchpoint({ id: 'a' }))
    await settled()
    expect(shown()).toEqual(['a'])
    expect(await failing('a')).toEqual(['perPage', 'busy'])
    const other = startWith(config, touchpoint({ id: 'a' }))
    await settled()
    expect(await failing('a')).toEqual(['elsewhere'])
    expect(await other.show('a')).toBe(false)
  })

  it('holds no other tab off with what stands in the page', async () => {
    startWith({ journey: true }, touchpoint({ id: 'a' }))
    await settled()
    await pulso.show('a', { into: document.body })
    expect(shown()).toEqual(['a'])
    expect(record().floating).toBeUndefined()
  })

  it('warns of what cannot be used, each once and by the touchpoint', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    startWith(
      { sources: ['noThing' as never], channel: 'pigeon' as never, consent: 'perhaps' as never },
      touchpoint({ id: 'a', schedule: { timeZone: 'Europe/Atlantis', from: 'soon' } }),
      touchpoint({ id: 'b', asked: { id: 'nps', atLeast: 'long' }, on: { wink: 1 } as never }),
    )
    await settled()
    const lines = warn.mock.calls.map(([line]) => `${line}`)
    warn.mockRestore()
    for (const start of [
      'bad-source: there is no "noThing"',
      'bad-channel: "pigeon"',
      'bad-consent: "perhaps"',
      'bad-schedule: a: "soon"',
      'bad-schedule: a: "hours"',
      'bad-duration: b: "long"',
      'bad-trigger: b: ',
    ])
      expect(lines.filter(line => line.startsWith(`[pulso] ${start}`))).toHaveLength(1)
  })

  it.each<[string, object]>([
    ['a sequence', { on: { sequence: null } }],
    ['pages', { on: { scroll: 50, page: 5 } }],
    ['a page', { on: [{ page: 5 }, { visit: 99 }] }],
    ['a selector', { on: { visible: null } }],
    ['what calls it off', { cancelOn: [null] }],
  ])('goes on without one touchpoint where %s cannot be used, and tells of it', async (_, options) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    start(touchpoint({ id: 'a', ...options }), touchpoint({ id: 'b' }))
    await settled()
    warn.mockRestore()
    expect((await pulso.explain('a'))[0]).toMatchObject({ gate: 'bad-trigger', pass: true })
    pulso.track('order.completed')
    await settled()
    expect(shown()).toContain(JSON.stringify(options).includes('cancelOn') ? 'a' : 'b')
  })

  it.each<[string, object]>([
    ['event,delay', { event: 'order.completed', delay: '0s' }],
    ['event,scroll', { scroll: 0, event: 'order.completed' }],
    ['event,visit', { visit: 1, event: 'order.completed' }],
    ['event,page', { page: '*', event: 'order.completed' }],
  ])('waits for the event of %s, and tells that the rest does not count', async (words, on) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    start(touchpoint({ id: 'a', on: on as never }))
    await settled()
    await settled()
    expect(warn.mock.calls.map(String)).toEqual([
      expect.stringContaining(`bad-trigger: a: of ${words} only event counts`),
    ])
    warn.mockRestore()
    expect((await pulso.explain('a'))[0]).toMatchObject({ gate: 'bad-trigger', pass: true })
    expect(shown()).toEqual([])
    pulso.track('order.completed')
    await settled()
    expect(shown()).toEqual(['a'])
  })

  it('says nothing of a page beside what visitors do', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    start(
      touchpoint({
        id: 'a',
        on: [
          { scroll: 99, page: '/x' },
          { delay: '9s', scope: 'session', not: '/x' },
        ],
      }),
    )
    await settled()
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  it('lets all hear of an event, though one step of a sequence is none', async () => {
    start(touchpoint({ id: 'a', on: { sequence: [null as never, 'order.completed'] } }), touchpoint({ id: 'b' }))
    const errors: string[] = []
    pulso.on('error', ({ code }) => errors.push(code))
    await settled()
    pulso.track('order.completed')
    await settled()
    expect(shown()).toEqual(['b'])
    expect(errors).toEqual(['bad-trigger'])
  })

  it.each([true, false])('takes an order’s id that is no word for none, its part there or not: %s', async isThere => {
    start(touchpoint({ id: 'a', priority: 1 }), touchpoint({ id: 'b', on: 'cart.added' }))
    if (isThere) await settled()
    pulso.track('order.completed', { order_id: { toString: 1 } })
    await settled()
    expect(shown()).toEqual(['a'])
    expect(record().asked).toEqual([])
  })

  it('never takes a time that is none for now, and says so at its touchpoint', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const times = [
      { delay: '1' },
      { idle: 5 },
      { sequence: ['x', 'y'], within: '1 h' },
      { form: 'form', after: 'soon' },
    ]
    start(touchpoint({ id: 'a', on: [...times, { event: 'z', after: 2 }] as never }))
    await settled()
    expect(shown()).toEqual([])
    expect(warn.mock.calls).toEqual(
      ['"1"', '5', '"1 h"', '"soon"'].map(time => [`[pulso] bad-duration: a: ${time} is not one like "30d"`]),
    )
    warn.mockRestore()
  })

  it('starts what says whether the visitor consents, and holds everything until it has', async () => {
    startWith({ consent: 'google' }, touchpoint({ id: 'a' }))
    pulso.track('order.completed')
    await settled()
    expect(consentSource).toHaveBeenCalledOnce()
    expect(localStorage.length).toBe(0)
    consentSource.mock.calls[0]![0].setConsent('denied')
    expect(await failing('a')).toContain('consent')
  })

  it('begins nothing when it was destroyed before its part had come', async () => {
    let arrive = () => {}
    slow = new Promise<void>(resolve => (arrive = resolve))
    startWith({ sources: ['shopify'] }, touchpoint({ id: 'a' }))
    pulso.track('order.completed')
    pulso.destroy()
    arrive()
    await settled()
    expect(adapter).not.toHaveBeenCalled()
    expect(shown()).toEqual([])
  })

  it('watches as soon as the part that can is there, tried again where it does not come', async () => {
    vi.useFakeTimers()
    const errors: string[] = []
    const missing = load.part.getMockImplementation()!
    load.part.mockImplementation(async name => {
      if (name === 'watch' && !errors.length) throw new Error('offline')
      return missing(name)
    })
    start(touchpoint({ id: 'a', on: { click: 'body' } })).on('error', ({ code, message }) =>
      errors.push(`${code} ${message}`),
    )
    await vi.advanceTimersByTimeAsync(29e3)
    document.body.click()
    await vi.advanceTimersByTimeAsync(100)
    expect(shown()).toEqual([])
    await vi.advanceTimersByTimeAsync(1e3)
    document.body.click()
    await vi.advanceTimersByTimeAsync(100)
    expect(shown()).toEqual(['a'])
    expect(errors).toEqual(['not-loaded watch'])
    load.part.mockImplementation(missing)
  })

  it('watches nothing when it was destroyed before that part had come', async () => {
    let arrive = () => {}
    const missing = load.part.getMockImplementation()!
    load.part.mockImplementation(async name => {
      if (name === 'watch') await new Promise<void>(resolve => (arrive = resolve))
      return missing(name)
    })
    start(touchpoint({ id: 'a', on: { click: 'body' } }))
    await settled()
    const listens = vi.spyOn(window, 'addEventListener')
    pulso.destroy()
    arrive()
    await settled()
    expect(listens).not.toHaveBeenCalled()
    listens.mockRestore()
    load.part.mockImplementation(missing)
  })

  it('reports a part that does not come, asks nobody without its gates, and throws nothing', async () => {
    for (const _ of [1, 2]) load.part.mockRejectedValueOnce(new Error('offline'))
    const errors: string[] = []
    start(touchpoint({ id: 'a', enabled: false })).on('error', ({ code }) => errors.push(code))
    expect(await pulso.show('a')).toBe(false)
    expect(errors).toEqual(['not-loaded', 'not-shown'])
  })
})

describe('explain', () => {
  /** What it says besides the gates of a visitor who was never asked. */
  const remarks = async (id: string) =>
    (await pulso.explain(id)).flatMap(({ gate, pass, reason }) =>
      /^(bad-|storage)|put back/.test(gate + reason) ? [{ gate, pass, reason }] : [],
    )

  it('tells of a selector that does not parse, at its touchpoint, and of a source that there is not, at each', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    startWith({ sources: ['nothing' as never] }, touchpoint({ id: 'a', on: { click: '[[' } }), touchpoint({ id: 'b' }))
    await settled()
    warn.mockRestore()
    const source = { gate: 'bad-source', pass: true, reason: 'There is no "nothing", or it could not be fetched.' }
    const selector = { gate: 'bad-selector', pass: true, reason: '"[[" is no CSS selector.' }
    expect(await remarks('a')).toEqual([source, selector])
    expect(await remarks('b')).toEqual([source])
  })

  describe('of what the page tells', () => {
    const heard = async (id: string) =>
      (await pulso.explain(id)).flatMap(({ gate, pass, reason }) =>
        /^(where|dataLayer)$/.test(gate) && pass ? reason : [],
      )
    const page = window as { dataLayer?: unknown }
    afterEach(() => {
      delete page.dataLayer
    })
    const on = { event: 'order.completed', where: { value: { $gte: 50 }, 'items.count': 2, currency: 'EUR' } }
    const purchase = (value: unknown, more: object = {}) => ({
      event: 'purchase',
      ecommerce: { transaction_id: 'A1', value, currency: 'EUR', ...more },
    })

    it('tells of events that a "where" keeps out, and of what in them does, in a plain configuration too', async () => {
      page.dataLayer = [purchase('129,90 €', { items: { count: 2 } })]
      start(touchpoint({ id: 'a', on: on as never }), touchpoint({ id: 'b', on: 'order.completed' }))
      const kept = 'No "order.completed" of this page fits "where": of the last, '
      expect(await heard('a')).toEqual([`${kept}"value" is "129,90 €".`])
      expect(await heard('b')).toEqual([])
      ;(page.dataLayer as unknown[]).push(purchase(60))
      expect(await heard('a')).toEqual([`${kept}"items.count" is missing.`])
      ;(page.dataLayer as unknown[]).push(purchase(60, { items: { count: 2 } }))
      expect(await heard('a')).toEqual([])
    })

    it('tells of such an event from any source', async () => {
      start(touchpoint({ id: 'a', on: on as never, priority: 1 }))
      await settled()
      pulso.track('order.completed', { value: 9, items: { count: 2 }, currency: null })
      expect(await heard('a')).toEqual([
        'No "order.completed" of this page fits "where": of the last, "value" is 9, "currency" is null.',
      ])
    })

    it('tells of entries of the data layer that cannot be read, and throws nothing', async () => {
      const cycle: Record<string, unknown> = purchase(1)
      cycle.cycle = cycle
      const throwing = Object.defineProperty(purchase(1), 'x', {
        enumerable: true,
        get() {
          throw new Error('no')
        },
      })
      page.dataLayer = [throwing, cycle, null, 'text', 5, () => {}, { event: 5 }]
      start(touchpoint({ id: 'a' }))
      expect(await heard('a')).toEqual(["Reading 1 of the data layer's entries fails, so nothing is known of them."])
    })

    it('tells of a data layer that it does not hear', async () => {
      const deaf = 'What is pushed to the data layer is not heard: it came after the last script, or is frozen.'
      page.dataLayer = []
      start(touchpoint({ id: 'a' }))
      expect(await heard('a')).toEqual([])
      page.dataLayer = []
      expect(await heard('a')).toEqual([deaf])
      document.dispatchEvent(new Event('load'))
      expect(await heard('a')).toEqual([])
      page.dataLayer = Object.freeze([])
      document.dispatchEvent(new Event('load'))
      expect(await heard('a')).toEqual([deaf])
      pulso.destroy()
      startWith({ sources: [] }, touchpoint({ id: 'a' }))
      expect(await heard('a')).toEqual([])
    })
  })

  it('tells of a time and a placement that there are not, in a plain configuration too', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const frequency = { max: 1, afterShown: '7 days', afterAnswered: '1d' }
    start(
      touchpoint({ id: 'a', delay: 'soon', frequency, placement: { kind: 'balloon' } as never }),
      touchpoint({ id: 'b' }),
    )
    expect((await remarks('a')).map(({ reason }) => reason)).toEqual([
      '"soon" is not one like "30d".',
      '"7 days" is not one like "30d".',
      'The kind of "placement" is none of ours.',
    ])
    expect(await remarks('b')).toEqual([])
    expect(warn).toHaveBeenCalledTimes(3)
    warn.mockRestore()
  })

  it('tells when storage is full, from the start or later, and no more once there is room', async () => {
    const { localStorage: real } = window
    const fill = () =>
      vi.spyOn(window, 'localStorage', 'get').mockReturnValue({
        getItem: (key: string) => real.getItem(key),
        setItem() {
          throw new DOMException('', 'QuotaExceededError')
        },
      } as unknown as Storage)
    const storage = { gate: 'storage', pass: true, reason: expect.stringMatching(/storage is full or blocked\.$/) }
    let full = fill()
    start(touchpoint({ id: 'a' }))
    expect(await remarks('a')).toEqual([])
    await pulso.show('a')
    expect(await remarks('a')).toEqual([storage])
    full.mockRestore()
    pulso.dismiss()
    expect(await remarks('a')).toEqual([])
    full = fill()
    await pulso.show('a', { force: true })
    expect(await remarks('a')).toEqual([storage])
    full.mockRestore()
  })

  it.each(['pending', 'denied'] as const)('misses nothing on the device where consent is %s', async consent => {
    startWith({ consent }, touchpoint({ id: 'a' }))
    await pulso.show('a')
    expect(await remarks('a')).toEqual([])
  })

  it('tells when the clock was put back since', async () => {
    vi.useFakeTimers({ now: Date.UTC(2027, 0, 2), toFake: ['Date'] })
    start(touchpoint({ id: 'a' }))
    await pulso.show('a')
    vi.setSystemTime(Date.UTC(2027, 0, 1))
    expect((await remarks('a')).map(({ gate, pass }) => [gate, pass])).toEqual([
      ['shown', true],
      ['betweenSurveys', true],
    ])
  })

  it('says of an inline survey whether the page has the place for it, as it stands', async () => {
    const inline = (selector?: string) => ({ kind: 'inline', selector }) as const
    start(
      touchpoint({ id: 'a', placement: inline('#place-of-it') }),
      touchpoint({ id: 'b', placement: inline() }),
      touchpoint({ id: 'c' }),
    )
    const places = async (id: string) => (await pulso.explain(id)).filter(({ gate }) => gate === 'place')
    expect(await places('a')).toEqual([{ gate: 'place', pass: false, reason: 'No element matches "#place-of-it".' }])
    expect(await pulso.show('a')).toBe(false)
    document.body.innerHTML = '<p id="place-of-it"></p>'
    expect(await places('a')).toEqual([{ gate: 'place', pass: true, reason: 'An element matches "#place-of-it".' }])
    expect(await pulso.show('a')).toBe(true)
    document.body.innerHTML = ''
    expect([...(await places('b')), ...(await places('c'))]).toEqual([])
  })

  it.each(['##no', '', 5])('tells of %j, which is no selector of a place', async selector => {
    start(touchpoint({ id: 'a', placement: { kind: 'inline', selector } as never }), touchpoint({ id: 'b' }))
    const reason = `"${selector}" is no CSS selector.`
    expect(await remarks('a')).toEqual([{ gate: 'bad-selector', pass: true, reason }])
    expect(await failing('a')).toEqual(['place'])
    expect(await remarks('b')).toEqual([])
  })

  it('has no word when its own part cannot be fetched', async () => {
    start(touchpoint({ id: 'a', priority: 1 }))
    await settled()
    load.part.mockRejectedValueOnce(new Error('offline'))
    expect(await pulso.explain('a')).toEqual([])
  })
})

describe('a journey part that cannot be fetched', () => {
  it('is fetched again after half a minute, and hears what has happened meanwhile', async () => {
    vi.useFakeTimers()
    slow = Promise.reject(new Error('offline'))
    start(touchpoint({ id: 'a', priority: 1 }))
    const failed = vi.fn()
    pulso.on('error', failed)
    await vi.advanceTimersByTimeAsync(1000)
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: 'not-loaded' }))
    pulso.track('order.completed', { order_id: 1 })
    slow = undefined
    await vi.advanceTimersByTimeAsync(28_000)
    expect(shown()).toEqual([])
    await vi.advanceTimersByTimeAsync(3000)
    expect(shown()).toEqual(['a'])
  })

  it('is left alone once the client is gone', async () => {
    vi.useFakeTimers()
    slow = Promise.reject(new Error('offline'))
    load.part.mockClear()
    start(touchpoint({ id: 'a', priority: 1 }))
    await vi.advanceTimersByTimeAsync(1000)
    pulso.destroy()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(load.part.mock.calls.filter(([name]) => name === ('journey' as never))).toHaveLength(1)
  })
})

describe('optOut', () => {
  it('takes the survey away, asks no more, and is kept through a reset', async () => {
    startWith({ governor: { perSession: 9, betweenSurveys: '0s' } }, touchpoint({ id: 'a' }))
    await settled()
    await pulso.show('a')
    pulso.optOut()
    await settled()
    expect(record().seen.a.dismissed).toBeGreaterThan(0)
    expect(await failing('a')).toContain('optOut')
    expect(await pulso.show('a', { force: true })).toBe(false)
    pulso.reset()
    expect(await failing('a')).toEqual(['optOut'])
    expect(await pulso.show('a', { force: true })).toBe(false)
  })

  it('holds on the next page too, whatever is consented to, and is forgotten with a refusal', async () => {
    startWith({ consent: 'pending' }, touchpoint({ id: 'a' }))
    pulso.optOut()
    pulso.destroy()
    for (const consent of ['pending', 'granted'] as const) {
      startWith({ consent }, touchpoint({ id: 'a' }))
      expect(await failing('a')).toEqual(['optOut'])
      pulso.reset()
      pulso.destroy()
    }
    start(touchpoint({ id: 'a' }))
    pulso.setConsent('denied')
    expect(Object.keys(localStorage)).toEqual(['pulso:consent'])
  })
})

describe('reset', () => {
  it('meets a stranger, on this page and the next', async () => {
    start(touchpoint({ id: 'a', priority: 1 }))
    pulso.identify('u-1', { name: 'Ada' })
    await settled()
    await pulso.show('a')
    const { id } = record()
    pulso.dismiss()
    pulso.reset()
    expect(await failing('a')).toEqual([])
    pulso.destroy()
    start(touchpoint({ id: 'a', priority: 1 }))
    expect(await failing('a')).toEqual([])
    expect(await pulso.show('a')).toBe(true)
    expect(exposures[1]!.exposure.user).toBeUndefined()
    expect(record().id).not.toBe(id)
  })
})

describe('track', () => {
  it('takes whatever a page hands it, and the page’s own data is as it was', async () => {
    vi.spyOn(console, 'error')
    startWith({ journey: ['order_id'] }, touchpoint({ id: 'a', on: { event: 'x', every: 1 }, priority: 1 }))
    await settled()
    const heard: unknown[] = []
    pulso.on('track', event => heard.push(event))
    const cycle: Record<string, unknown> = { order_id: 1 }
    cycle.self = cycle
    const getter = {
      get order_id() {
        throw new Error('theirs')
      },
    }
    const hostile: [unknown, unknown][] = [
      ['cycle', cycle],
      ['getter', getter],
      [Symbol('name'), { order_id: 1 }],
      ['big', { order_id: 'x'.repeat(1e6) }],
      ['bigint', { order_id: 10n }],
      [undefined, null],
      [7, 'text'],
      ['x'.repeat(1e6), { order_id: 2 }],
      ['__proto__', JSON.parse('{"__proto__": {"order_id": 1}}')],
      ['proxy', new Proxy({}, { ownKeys: () => ['a', 'a'] })],
    ]
    for (const [name, properties] of hostile) expect(pulso.track(name as never, properties as never)).toBeUndefined()
    expect(heard).toHaveLength(hostile.length)
    expect(console.error).not.toHaveBeenCalled()
    expect(cycle.self).toBe(cycle)
    expect(Object.prototype).not.toHaveProperty('order_id')
    expect(localStorage.getItem('pulso:visitor')!.length).toBeLessThan(10_000)
    expect(record().trail).toHaveLength(hostile.length)
  })

  it('leaves out what cannot be copied, and has the rest', () => {
    const pulso = start(touchpoint({ id: 'a', priority: 1 }))
    const heard: unknown[] = []
    pulso.on('track', ({ properties }) => heard.push(properties))
    const cart: Record<string, unknown> = {}
    cart.cart = cart
    pulso.track('order.completed', {
      order_id: 7,
      ...cart,
      big: 10n,
      hook() {},
      lines: [1],
      toJSON: () => {
        throw new Error('theirs')
      },
    })
    expect(heard).toEqual([{ order_id: 7, lines: [1] }])
  })

  it('lets no listener that throws keep the others from hearing', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    start(touchpoint({ id: 'a', priority: 1 }))
    await settled()
    pulso.on('track', () => {
      throw new Error('theirs')
    })
    pulso.track('order.completed')
    await settled()
    expect(shown()).toEqual(['a'])
    expect(error).toHaveBeenCalledOnce()
    error.mockRestore()
  })
})

describe('what is remembered of the way here', () => {
  const journeyOf = () => record().trail?.map(({ name }: { name: string }) => name)

  it('is nothing, unless the site asks for it or a condition needs it', async () => {
    window.history.replaceState(null, '', '/?utm_source=mail')
    start(touchpoint({ id: 'a', priority: 1 }))
    pulso.identify('u-1', { name: 'Ada' })
    await settled()
    pulso.track('cart.added')
    expect(localStorage.length + sessionStorage.length).toBe(0)
    start(touchpoint({ id: 'b', audience: { $or: [{ journey: 'cart.added' }, { 'campaign.last.source': 'mail' }] } }))
    await settled()
    pulso.track('cart.added')
    expect(record()).toMatchObject({ trail: [{ name: 'cart.added' }], campaign: { first: { source: 'mail' } } })
    expect(record().user).toBeUndefined()
    expect(record().visits).toBeUndefined()
    expect(await pulso.show('b')).toBe(true)
    expect(exposures[0]!.exposure.way).toEqual({}) // and is not sent
  })

  it('is the last twenty events, of each only what the list allows, those before its part among them', async () => {
    startWith({ journey: ['step'] })
    pulso.track('early', { step: 0, secret: 's' })
    await settled()
    for (let step = 1; step < 25; step++) pulso.track(`e${step}`, { step, secret: 's', long: 'x' })
    expect(record().trail).toHaveLength(20)
    expect(journeyOf().at(-1)).toBe('e24')
    expect(record().trail[0]).toEqual({ name: 'e5', step: 5, at: expect.stringMatching(/Z$/) })
    expect(localStorage.getItem('pulso:visitor')).not.toContain('secret')
    pulso.destroy()
    localStorage.clear()
    startWith({ journey: true })
    pulso.track('early', { step: 0 })
    await settled()
    expect(record().trail).toEqual([{ name: 'early', at: expect.any(String) }])
  })

  it('is the first and the last campaign, also of a page that came without a load', async () => {
    window.history.replaceState(null, '', '/?utm_source=first&utm_medium=mail&other=1')
    startWith({ journey: true }, touchpoint({ id: 'a' }))
    await settled()
    window.history.pushState(null, '', '/next')
    window.history.pushState(null, '', `/later?utm_source=second&utm_term=${'x'.repeat(300)}`)
    expect(record().campaign).toEqual({ first: { source: 'first', medium: 'mail' }, last: { source: 'second' } })
    await pulso.show('a')
    expect(exposures[0]!.exposure.way?.campaign?.last).toEqual({ source: 'second' })
  })

  it('is of a campaign only what the list of parameters allows, where there is one', async () => {
    const config = { journey: true, privacy: { query: ['utm_medium', 'page'] } }
    window.history.replaceState(null, '', '/?utm_source=first')
    startWith(config, touchpoint({ id: 'a' }))
    await settled()
    expect(record().campaign).toBeUndefined()
    window.history.pushState(null, '', '/next?utm_source=second&utm_medium=mail&page=2')
    expect(record().campaign).toEqual({ first: { medium: 'mail' }, last: { medium: 'mail' } })
  })

  it('is of an address in an event only the parameters that the list allows', async () => {
    startWith({ journey: ['link'], privacy: { query: ['page'] } })
    await settled()
    pulso.track('seen', { link: 'https://shop.test/?token=t&page=2#top' })
    expect(record().trail[0].link).toBe('https://shop.test/?page=2')
  })

  it('is how many visits there were: pages of any tab, each within half an hour of the one before', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)
    const visit = async (afterMs: number) => {
      pass(afterMs)
      sessionStorage.clear() // another tab
      startWith({ journey: true }, touchpoint({ id: 'a', on: { visit: 2 } }))
      await settled()
      return record().visits
    }
    expect(await visit(0)).toBe(1)
    expect(await visit(1000)).toBe(1)
    expect(await visit(29 * 6e4)).toBe(1)
    pass(29 * 6e4)
    window.history.pushState(null, '', '/next')
    await settled()
    expect(await visit(29 * 6e4)).toBe(1)
    expect(shown()).toEqual([])
    expect(await visit(31 * 6e4)).toBe(2)
    expect(shown()).toEqual(['a'])
  })

  it('counts a visit also where the clock was put back since the last one', async () => {
    const visited = Date.now() + 864e5
    localStorage.setItem(
      'pulso:visitor',
      JSON.stringify({ version: 1, id: 'v', seen: {}, asked: [], visits: 1, visited }),
    )
    startWith({ journey: true })
    await settled()
    expect(record().visits).toBe(2)
  })

  it('is of what stands in the page only that it was answered, so it holds off others of its tag only then', async () => {
    const tagged = (id: string) => ({ id, questions: [{ id: 'nps', kind: 'nps' as const }], tags: ['shop'] })
    startWith(
      { governor: { perSession: 9, betweenSurveys: '0s', byTag: { shop: '30d' } } },
      touchpoint({ id: 'a', on: [], placement: { kind: 'inline', selector: 'body' }, survey: tagged('one') }),
      touchpoint({ id: 'b', survey: tagged('two') }),
    )
    await settled()
    expect(shown()).toEqual(['a'])
    expect(record().tags).toBeUndefined()
    expect(await failing('b')).toEqual([])
    exposures[0]!.on.note('answered')
    exposures[0]!.on.emit('answered', exposures[0]!.response)
    expect(await failing('b')).toEqual(['tag shop'])
  })

  it.each(['show', 'pulso-survey'] as const)(
    'is of what %s puts into the page only that it was answered, whatever its placement would be elsewhere',
    async way => {
      const tagged = { questions: [{ id: 'nps', kind: 'nps' as const }], tags: ['shop'], frequency: { max: 1 } }
      const id = `into-${way}`
      startWith(
        { governor: { perSession: 9, betweenSurveys: '0s', byTag: { shop: '30d' } }, surveys: { one: tagged } },
        touchpoint({ id, on: [], survey: 'one' }),
        touchpoint({ id: 'b', survey: 'one' }),
      )
      if (way === 'show') await pulso.show(id, { into: document.body })
      else document.body.insertAdjacentHTML('beforeend', `<pulso-survey survey="${id}"></pulso-survey>`)
      await settled()
      expect(shown()).toEqual([id])
      expect(record()).not.toHaveProperty('tags')
      expect(record()).not.toHaveProperty('surveys')
      expect(await failing('b')).toEqual([])
      exposures[0]!.on.note('answered')
      expect(record().surveys.one.count).toBe(0)
      expect(await failing('b')).toEqual(['tag shop'])
      document.body.replaceChildren()
    },
  )

  it('is anew what is spoilt of it, and nobody is left unasked for that', async () => {
    const errors = vi.fn()
    for (const field of 'trail due counted counts steps surveys tags campaign user visits shown floating visited'.split(
      ' ',
    ))
      for (const spoilt of [5, 'x', null, {}, [null], { 'third 0': 'x', 'third 1': 'x', nps: {}, third: 5 }]) {
        localStorage.setItem(
          'pulso:visitor',
          JSON.stringify({ version: 1, id: 'v', seen: {}, asked: [], [field]: spoilt }),
        )
        startWith(
          { journey: true },
          touchpoint({ id: 'later', delay: '2d' }),
          touchpoint({ id: 'third', on: [{ event: 'order.completed', every: 1, after: 1 }, { sequence: ['x', 'y'] }] }),
          touchpoint({ id: 'a', on: 'cart.added', audience: { visits: { $gte: 1 }, user: { $exists: true } } }),
        ).on('error', errors)
        await settled()
        for (const order_id of [1, 2]) pulso.track('order.completed', { order_id })
        pulso.track('cart.added')
        await settled()
        expect.soft([field, spoilt, ...shown()]).toEqual([field, spoilt, 'third'])
        expect.soft([field, spoilt, record().due.length, record().trail.length]).toEqual([field, spoilt, 2, 3])
        expect(errors.mock.calls).toEqual([])
        pulso.destroy()
        exposures.length = 0
        localStorage.clear()
        sessionStorage.clear()
      }
  }, 60_000)

  it('begins at the first visit again after a reset', async () => {
    startWith({ journey: true })
    await settled()
    pulso.reset()
    pulso.destroy()
    startWith({ journey: true })
    await settled()
    expect(record().visits).toBe(1)
  })
})

describe('consent that comes late, on every page', () => {
  /** A page on which the consent tool speaks once everything else has happened. */
  const visit = async (config: Partial<Config>, touchpoints: Touchpoint[], ...events: [string, object?][]) => {
    startWith({ consent: 'google', ...config }, ...touchpoints)
    for (const [name, properties] of events) pulso.track(name, properties as never)
    await settled()
    // What is due waits until the page has been looked at for a second.
    if (touchpoints.some(({ delay }) => delay)) await new Promise(resolve => setTimeout(resolve, 1000))
    consentSource.mock.lastCall![0].setConsent('granted')
    consentSource.mock.lastCall![0].setConsent('granted')
    await settled()
    record()
    pulso.destroy()
  }

  it('counts each visit once, and asks from the third on', async () => {
    const on = touchpoint({ id: 'a', on: { visit: 3 } })
    const counts: number[] = []
    vi.useFakeTimers({ toFake: ['Date'] })
    for (const isNew of [true, false, true, false, true]) {
      if (isNew) vi.setSystemTime(Date.now() + 31 * 6e4)
      await visit({}, [on])
      counts.push(record().visits)
    }
    expect(counts).toEqual([1, 1, 2, 2, 3])
    expect(shown()).toEqual(['a'])
  })

  it('lets every third order be the third, the same one counted once', async () => {
    const on = touchpoint({ id: 'a', on: { event: 'order.completed', every: 3 } })
    for (const order_id of [1, 1, 2, 3]) {
      expect(shown()).toEqual([])
      await visit({}, [on], ['order.completed', { order_id }])
    }
    expect(shown()).toEqual(['a'])
  })

  it('goes on with a sequence that the page before began', async () => {
    const on = touchpoint({ id: 'a', on: { sequence: ['cart.viewed', 'order.completed'] } })
    await visit({}, [on], ['cart.viewed'])
    expect(shown()).toEqual([])
    await visit({}, [on], ['order.completed', { order_id: 1 }])
    expect(shown()).toEqual(['a'])
  })

  it('calls off what an earlier visit has left due', async () => {
    const later = touchpoint({ id: 'a', delay: '2d', cancelOn: 'order.cancelled' })
    await visit({}, [later], ['order.completed', { order_id: 1 }])
    await visit({}, [later], ['order.cancelled'])
    expect(record().due ?? []).toEqual([])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 864e5 })
    await visit({}, [later])
    expect(shown()).toEqual([])
  })

  it('asks about what is due on the page after one where the survey could not be fetched', async () => {
    const later = touchpoint({ id: 'a', delay: '2d' })
    await visit({}, [later], ['order.completed', { order_id: 1 }])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 864e5 })
    load.widgets.mockRejectedValueOnce(new Error('offline'))
    await visit({}, [later])
    expect(shown()).toEqual([])
    await visit({}, [later])
    expect(shown()).toEqual(['a'])
    expect(record().due).toEqual([])
  })

  it('drops what is due where a gate has said no', async () => {
    const later = touchpoint({ id: 'a', delay: '2d', audience: { device: 'mobile' } })
    await visit({}, [later], ['order.completed', { order_id: 1 }])
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 864e5 })
    await visit({}, [later])
    expect(record().due).toEqual([])
  })

  it('asks about what is due', async () => {
    const later = touchpoint({ id: 'a', delay: '2d' })
    await visit({}, [later], ['order.completed', { order_id: 1 }])
    await visit({}, [later], ['order.completed', { order_id: 2 }])
    expect(record().due).toHaveLength(2)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 864e5 })
    await visit({}, [later])
    expect(exposures.map(({ exposure }) => exposure.event?.properties.order_id)).toEqual([1])
  })

  it('remembers the last campaign, and the events of every page', async () => {
    for (const step of [1, 2, 3]) {
      window.history.replaceState(null, '', `/?utm_source=mail-${step}`)
      await visit({ journey: true }, [], [`step.${step}`])
    }
    expect(record().campaign).toEqual({ first: { source: 'mail-1' }, last: { source: 'mail-3' } })
    expect(record().trail.map(({ name }: { name: string }) => name)).toEqual(['step.1', 'step.2', 'step.3'])
  })

  it('counts by survey and by tag what was shown before it', async () => {
    const often = touchpoint({
      id: 'a',
      survey: { id: 's', tags: ['t'], questions: [], frequency: { max: 9 } } as never,
    })
    for (const _ of [1, 2]) {
      sessionStorage.clear()
      await visit({}, [often], ['order.completed'])
    }
    expect(exposures).toHaveLength(2)
    expect(record()).toMatchObject({
      surveys: { s: { count: 2 } },
      tags: { t: { count: 2 } },
      seen: { a: { count: 2 } },
    })
  })
})

it('writes down nothing of what happened while the visitor had refused, once there is consent', async () => {
  startWith({ journey: true }, touchpoint({ id: 'a', on: 'never' }))
  await settled()
  pulso.setConsent('denied')
  pulso.track('secret.page')
  pulso.identify('u1', { plan: 'pro' })
  pulso.track('secret.two')
  pulso.setConsent('granted')
  pulso.track('open.page')
  await settled()
  expect(record().trail.map(({ name }: { name: string }) => name)).toEqual(['open.page'])
})

describe('a link from an e-mail', () => {
  const follow = async (query: string, ...touchpoints: Touchpoint[]) => {
    window.history.replaceState(null, '', `/?${query}`)
    start(...touchpoints)
    await settled()
  }
  const delivery = touchpoint({ id: 'delivery', survey: 'nps' })

  it('shows its survey with the answer entered, and commits nothing', async () => {
    await follow('pulso=delivery&nps=9&order_id=A7&why=Fine', delivery)
    expect(exposures[0]!.exposure).toMatchObject({
      answers: { nps: 9, why: 'Fine' },
      event: { kind: 'link', name: 'delivery', properties: { order_id: 'A7' } },
    })
    await settled()
    expect(keep).not.toHaveBeenCalled()
    expect(Object.keys(localStorage)).toEqual(['pulso:visitor'])
    expect(record().seen.delivery.answered).toBeUndefined()
    expect(exposures[0]!.response.answers).toEqual([])
  })

  it('enters only what is an answer of such a kind', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const questions = [
      { id: 'score', kind: 'nps' },
      { id: 'mail', kind: 'contact' },
    ] as never
    await follow(
      'pulso=d&score=9x&mail=a%40b.example&__proto__=1&utm_source=x',
      touchpoint({ id: 'd', survey: { questions } }),
    )
    expect(exposures[0]!.exposure.answers).toEqual({})
    expect(warn.mock.calls).toEqual(
      ['score', 'mail'].map(name => [expect.stringContaining(`bad-link: "${name}" cannot be answered by a link`)]),
    )
    warn.mockRestore()
  })

  it('says of a link that leads to nothing that it does', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await follow('pulso=nope', touchpoint({ id: 'd' }))
    expect(exposures).toEqual([])
    expect(warn.mock.calls).toEqual([[expect.stringContaining('bad-link: no touchpoint or survey is called "nope"')]])
    warn.mockRestore()
  })

  it('asks about an order once, whether the first time was by a link or on the site', async () => {
    start(delivery)
    pulso.track('order.completed', { order_id: 'A7' })
    await settled()
    expect(shown()).toEqual(['delivery'])
    exposures[0]!.on.note('dismissed')
    pulso.destroy()
    await follow('pulso=delivery&order_id=A7', delivery)
    expect(shown()).toEqual(['delivery'])
    pulso.destroy()
    await follow('pulso=delivery&order_id=A8', delivery)
    expect(shown()).toEqual(['delivery', 'delivery'])
    exposures[1]!.on.note('answered')
    pulso.destroy()
    await follow('pulso=delivery&order_id=A8', delivery)
    expect(shown()).toHaveLength(2)
  })

  it('is there again when its page is loaded again before anybody has acted, and asks about each order', async () => {
    await follow('pulso=delivery&nps=9&order_id=A7', delivery)
    await follow('pulso=delivery&nps=9&order_id=A7', delivery)
    expect(shown()).toHaveLength(2)
    exposures[1]!.on.note('answered')
    await follow('pulso=delivery&nps=9&order_id=A7', delivery)
    expect(shown()).toHaveLength(2)
    await follow('pulso=delivery&nps=9&order_id=A8', delivery)
    expect(exposures.map(({ exposure }) => exposure.event?.properties.order_id)).toEqual(['A7', 'A7', 'A8'])
  })

  it.each(['inline', 'tab', 'page', 'kiosk'] as const)('is the one %s survey of its touchpoint', async kind => {
    const placement = { kind, ...(kind === 'inline' && { selector: 'body' }) } as Touchpoint['placement']
    await follow('pulso=delivery&nps=9&order_id=A7', touchpoint({ id: 'delivery', on: [], placement }))
    expect(exposures.map(({ exposure }) => exposure.answers)).toEqual([{ nps: 9 }])
  })

  it('does not ask once more when its page is loaded again after it was closed', async () => {
    await follow('pulso=delivery&nps=9', delivery)
    exposures[0]!.on.note('dismissed')
    pulso.destroy()
    await follow('pulso=delivery&nps=9', delivery)
    expect(shown()).toHaveLength(1)
  })

  it('does not ask once more when its page is loaded again after the answer', async () => {
    await follow('pulso=delivery&nps=9', delivery)
    exposures[0]!.on.note('answered')
    pulso.destroy()
    await follow('pulso=delivery&nps=9', delivery)
    expect(shown()).toHaveLength(1)
  })

  it('asks nobody who has refused or opted out, and shows nothing that is switched off', async () => {
    await follow('pulso=delivery', touchpoint({ id: 'delivery', enabled: false }))
    expect(shown()).toEqual([])
    pulso.optOut()
    pulso.destroy()
    await follow('pulso=delivery', delivery)
    expect(shown()).toEqual([])
    pulso.setConsent('denied')
    pulso.destroy()
    await follow('pulso=delivery', delivery)
    expect(shown()).toEqual([])
  })

  it('warns of one that leads to no survey', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await follow('pulso=npz', delivery)
    expect(warn).toHaveBeenCalledOnce()
    expect(shown()).toEqual([])
    warn.mockRestore()
  })
})

describe('sources', () => {
  it('are started by their names, told apart in what they tell, and stopped with the client', async () => {
    const stop = vi.fn()
    adapter.mockReturnValueOnce(stop)
    startWith({ sources: [{ source: 'shopify', global: 'shop' }] })
    await settled()
    expect(adapter.mock.calls[0]![1]).toMatchObject({ global: 'shop', window })
    const heard: unknown[] = []
    pulso.on('track', ({ name, source }) => heard.push([name, source]))
    adapter.mock.calls[0]![0].track('cart.added', { a: 1 })
    expect(heard).toEqual([['cart.added', 'shopify']])
    pulso.destroy()
    expect(stop).toHaveBeenCalledOnce()
  })

  it('that fail as they start are reported, and the others start', async () => {
    adapter.mockImplementationOnce(() => {
      throw new Error('theirs')
    })
    const errors: string[] = []
    startWith({ sources: ['shopify'], consent: 'google' }).on('error', ({ message }) => errors.push(message))
    await settled()
    expect(errors).toEqual(['shopify: Error: theirs'])
    expect(consentSource).toHaveBeenCalledOnce()
  })

  describe('of which several tell of the same', () => {
    // biome-ignore lint/suspicious/noExplicitAny: a page's globals are whatever its scripts make of them
    const page = window as any
    const own = { ...parts }
    beforeEach(() => void Object.assign(parts, real))
    afterEach(() => {
      Object.assign(parts, own)
      for (const name of ['analytics', 'rudderanalytics', 'Shopify', 'utag', 'LiveChatWidget', 'HubSpotConversations'])
        delete page[name]
      delete page.dataLayer
    })
    const real = {
      'adapters/segment': { segment },
      'adapters/rudderstack': { rudderstack },
      'adapters/shopify': { shopify },
      'adapters/tealium': { tealium },
      'adapters/vtex': { vtex },
      'adapters/livechat': { livechat },
      'adapters/hubspot': { hubspot },
    }
    const often = { governor: { perSession: 9, betweenSurveys: '0s' } } as const
    /** Whose moment is the second of its kind, by its count and by its order. */
    const second = (event: string) => [
      touchpoint({ id: 'a', on: { event, every: 2 } }),
      touchpoint({ id: 'b', on: { sequence: [event, event] } }),
    ]
    const emitter = () => {
      const heard: ((...said: unknown[]) => void)[] = []
      return {
        on: (_: string, hear: () => void) => heard.push(hear),
        track: (...said: unknown[]) => heard.forEach(hear => void hear(...said)),
      }
    }

    /** By its name in `sources`, what a library is on the page, and how the page tells it of an order. */
    const shops: Record<string, [arrive: () => void, order: (id: string | number) => void]> = {
      dataLayer: [
        () => (page.dataLayer = []),
        id => page.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: id, value: '50' } }),
      ],
      segment: [
        () => (page.analytics = emitter()),
        id => page.analytics.track('Order Completed', { order_id: id, total: 50 }),
      ],
      rudderstack: [
        () => (page.rudderanalytics = { track() {} }),
        id => page.rudderanalytics.track('Order Completed', { order_id: id, revenue: 50 }),
      ],
      shopify: [
        () => (page.Shopify = { analytics: { publish() {} } }),
        id => page.Shopify.analytics.publish('checkout_completed', { checkout: { order: { id } } }),
      ],
      tealium: [
        () => (page.utag = { track() {} }),
        id => page.utag.track('link', { tealium_event: 'purchase', order_id: id, order_total: '50.00' }),
      ],
      vtex: [
        () => {},
        id => {
          const data = { eventName: 'vtex:orderPlaced', transactionId: id }
          window.dispatchEvent(Object.assign(new Event('message'), { source: window, data }))
        },
      ],
    }

    it.each([
      'dataLayer, segment',
      'dataLayer, shopify',
      'segment, shopify',
      'dataLayer, vtex',
      'rudderstack, tealium',
      'dataLayer, segment, shopify, tealium',
    ])('an order by %s is one, and the next is the second', async names => {
      const sources = names.split(', ')
      for (const source of sources) shops[source]![0]()
      startWith({ sources: sources as Config['sources'], ...often }, ...second('order.completed'))
      await settled()
      const heard: unknown[] = []
      pulso.on('track', ({ name, source }) => heard.push([name, source]))
      // Some know the number as a text.
      sources.forEach((source, index) => void shops[source]![1](index % 2 ? '7' : 7))
      await settled()
      expect(heard).toEqual(expect.arrayContaining(sources.map(source => ['order.completed', source])))
      expect(heard).toHaveLength(sources.length)
      expect(shown()).toEqual([])
      shops[sources[0]!]![1](8)
      await settled()
      expect(shown()).toEqual(['a'])
    })

    it.each([
      [
        'livechat',
        (id: unknown) => {
          page.LiveChatWidget.get = () => ({ threadId: id })
          page.say(...chats.livechat.start)
          page.say(...chats.livechat.end)
        },
      ],
      ['hubspot', (id: unknown) => page.say('conversationClosed', { conversation: { conversationId: id } })],
    ] as const)('a conversation’s end by %s and Segment is one', async (source, end) => {
      chats[source].library(page)
      page.analytics = emitter()
      startWith({ sources: [source, 'segment'], ...often }, ...second('support.ended'))
      await settled()
      const ends = (id: number) => {
        end(id)
        page.analytics.track('Live Chat Conversation Ended', { conversation_id: `${id}` })
      }
      ends(1)
      await settled()
      expect(shown()).toEqual([])
      ends(2)
      await settled()
      expect(shown()).toEqual(['a'])
    })

    it('a rating of a conversation is no second end of it, and two of it are one', async () => {
      chats.livechat.library(page)
      page.analytics = emitter()
      startWith(
        { sources: ['livechat', 'segment'], ...often },
        ...second('support.ended'),
        ...second('support.rated').map(one => ({ ...one, id: `${one.id} rated` })),
      )
      await settled()
      const { start, end, rate } = chats.livechat
      for (const said of [start, end, rate]) page.say(...said)
      page.analytics.track('Live Chat Conversation Ended', { conversation_id: 'T1' })
      pulso.track('support.rated', { conversation_id: 'T1' })
      await settled()
      expect(shown()).toEqual([])
      pulso.track('support.rated', { conversation_id: 'T2' })
      await settled()
      expect(shown()).toEqual(['a rated'])
    })
  })
})
