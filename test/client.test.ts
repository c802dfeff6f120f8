// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as carry from '../src/carry'
import { createClient, type Pulso } from '../src/client'
import type { Ask, Delivery, Exposure, ExposureEvents, Left, Load, Locale, Parts, Response } from '../src/contracts'
import * as explain from '../src/explain'
import * as journey from '../src/journey'
import * as modal from '../src/modal'
import type { Config } from '../src/schema'
import { createPresent } from '../widgets/present'

const config: Config = { endpoint: '/feedback', touchpoints: [{ id: 'bought', on: 'order.completed', survey: 'nps' }] }
const response = (revision: number, change: Partial<Response> = {}) =>
  ({ id: 'r', revision, status: 'shown', answers: [], ...change }) as Response

let pulso: Pulso
interface Shown {
  exposure: Exposure
  on: ExposureEvents
  close: ReturnType<typeof vi.fn>
  drop: ReturnType<typeof vi.fn<() => void>>
  there: boolean
  leaves?: Left
}
const exposures: Shown[] = []
const keep = vi.fn<Delivery['keep']>(async () => 'stored')

/** Widgets that draw nothing and note what they were asked. */
const ask: Ask = (exposure, on) => () => {
  if (!on.emit('before-show', response(1))) return
  on.note('shown')
  on.save(response(1))
  const close = vi.fn(() => on.closed())
  const shown: Shown = { exposure, on, close, drop: vi.fn(() => on.closed()), there: true }
  exposures.push(shown)
  return {
    asks: id => id === exposure.touchpoint.id,
    floats: !exposure.into,
    close,
    drop: shown.drop,
    isThere: () => shown.there,
    leave: () => shown.leaves,
  }
}
const load = {
  languages: ['en', 'es'],
  widgets: vi.fn<Load['widgets']>(async code => ({
    present: createPresent(ask, async () => {}),
    locale: { code } as Locale,
  })),
  part: vi.fn(async (name: keyof Parts) => parts[name]),
} as const
const parts: Partial<Parts> = {
  carry,
  journey,
  explain,
  modal,
  delivery: {
    createDelivery: () => ({
      keep,
      pending: async () => 1,
      refused: async () => [],
      retry: async () => false,
      flush: async () => {},
      stop() {},
    }),
  },
}

const start = (change: Partial<Config> = {}) => {
  pulso = createClient({ ...config, ...change }, load as unknown as Load)
  return pulso
}
const settled = async () => {
  for (let turn = 0; turn < 12; turn++) await new Promise(resolve => setTimeout(resolve, 2))
}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  exposures.length = 0
})
afterEach(() => {
  pulso.destroy()
  vi.clearAllMocks()
  Reflect.deleteProperty(window, 'dataLayer')
})

describe('createClient', () => {
  it('asks once the journey event happens, in the language of the page, and tells what for', async () => {
    document.documentElement.lang = 'es-MX'
    start()
    pulso.track('cart.added')
    pulso.track('order.completed', { order_id: 7 })
    await settled()
    expect(load.widgets).toHaveBeenCalledWith('es')
    expect(exposures).toHaveLength(1)
    expect(exposures[0]!.exposure).toMatchObject({
      touchpoint: { id: 'bought', survey: 'nps' },
      event: { name: 'order.completed', properties: { order_id: 7 } },
    })
    document.documentElement.lang = ''
  })

  it('hears the data layer of the page', async () => {
    Object.assign(window, { dataLayer: [{ event: 'purchase', ecommerce: { transaction_id: 'T' } }] })
    start()
    await settled()
    expect(exposures).toHaveLength(1)
  })

  it('leaves the data layer alone when it is not a source', async () => {
    Object.assign(window, { dataLayer: [{ event: 'purchase' }] })
    start({ sources: [] })
    await settled()
    expect(exposures).toHaveLength(0)
  })

  it('shows one survey at a time, and says through explain why not another', async () => {
    start()
    expect((await pulso.explain('bought')).every(gate => gate.pass)).toBe(true)
    pulso.track('order.completed')
    await settled()
    expect(await pulso.show('nps')).toBe(false)
    const failing = async () => (await pulso.explain('bought')).filter(gate => !gate.pass).map(({ gate }) => gate)
    expect(await failing()).toEqual(['busy', 'shown', 'perSession', 'betweenSurveys'])
    pulso.dismiss()
    expect(exposures[0]!.close).toHaveBeenCalledWith('close')
    expect(await failing()).toEqual(['shown', 'perSession', 'betweenSurveys'])
    expect(await pulso.show('bought', { force: true })).toBe(true)
    expect(await pulso.explain('nothing')).toEqual([
      { gate: 'touchpoint', pass: false, reason: 'There is no usable touchpoint "nothing".' },
    ])
  })

  it('shows one survey at a time however one insists: the same stays, another makes room', async () => {
    start()
    const insist = (id: string) => pulso.show(id, { force: true })
    expect(await insist('bought')).toBe(true)
    expect(await insist('bought')).toBe(false)
    expect(exposures.map(({ close }) => close.mock.calls)).toEqual([[]])
    expect(await insist('nps')).toBe(true)
    expect(exposures.map(({ close }) => close.mock.calls)).toEqual([[['leave']], []])
    expect(await pulso.show('nps', { force: true, into: document.body })).toBe(true) // inline is any number
    expect(exposures.at(-2)!.close).not.toHaveBeenCalled()
  })

  it('leaves the one that floats where it is when a handler has another not shown', async () => {
    start()
    await pulso.show('bought', { force: true })
    pulso.on('before-show', () => false)
    expect(await pulso.show('nps', { force: true })).toBe(false)
    expect(exposures[0]!.close).not.toHaveBeenCalled()
  })

  it('never takes a time that is none for now', async () => {
    start({ touchpoints: [{ id: 'soon', on: { delay: '1' }, survey: 'nps' }] } as never)
    await settled()
    expect(exposures).toHaveLength(0)
  })

  it.each<Config['touchpoints']>([
    [{ id: 'later', on: { delay: '5s' }, survey: 'nps' }],
    [{ id: 'later', on: 'order.completed', survey: 'nps', delay: '5s' }],
    [{ id: 'later', on: 'order.completed', survey: 'nps', delay: '5s', priority: 1 }],
  ])('waits no moment in a tab that is hidden: %j', async touchpoint => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
    const look = (isHidden: boolean) => {
      hidden.mockReturnValue(isHidden)
      document.dispatchEvent(new Event('visibilitychange'))
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    start({ touchpoints: [touchpoint] } as never)
    pulso.track('order.completed')
    await vi.advanceTimersByTimeAsync(4900)
    const timers = vi.getTimerCount()
    look(true)
    expect(vi.getTimerCount()).toBe(timers - 1)
    await vi.advanceTimersByTimeAsync(6e4)
    look(false)
    await vi.advanceTimersByTimeAsync(4900)
    expect(exposures).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(200)
    vi.useRealTimers()
    hidden.mockRestore()
    await settled()
    expect(exposures).toHaveLength(1)
  })

  it('takes no time that is too long for a timer for now', async () => {
    start({ touchpoints: [{ id: 'late', on: { delay: '30d' }, survey: 'nps' }] })
    await settled()
    expect(exposures).toHaveLength(0)
  })

  it('checks again after the delay: what has changed meanwhile counts', async () => {
    start({ touchpoints: [{ id: 'bought', on: 'order.completed', survey: 'nps', delay: '1s' }] })
    vi.useFakeTimers()
    pulso.track('order.completed')
    pulso.setConsent('denied')
    await vi.advanceTimersByTimeAsync(2000)
    vi.useRealTimers()
    expect(exposures).toHaveLength(0)
  })

  it('meets a stranger after consent was denied and granted again', async () => {
    start()
    await pulso.show('bought')
    const { id } = JSON.parse(localStorage.getItem('pulso:visitor')!)
    pulso.setConsent('denied')
    expect(Object.keys(localStorage)).toEqual(['pulso:consent'])
    expect(await pulso.show('bought')).toBe(false)
    pulso.setConsent('granted')
    expect(localStorage.getItem('pulso:consent')).toBeNull()
    expect(await pulso.show('bought')).toBe(true)
    expect(JSON.parse(localStorage.getItem('pulso:visitor')!).id).not.toBe(id)
  })

  it('names a consent that is none, and keeps and sends nothing with it', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    start()
    pulso.setConsent('Granted' as never)
    expect(warn.mock.calls).toEqual([['[pulso] bad-consent: "Granted" is none of granted,pending,denied']])
    expect(await pulso.show('bought')).toBe(true)
    expect(localStorage.length).toBe(0)
    warn.mockRestore()
  })

  it('lets a handler object, and then nothing is counted', async () => {
    start()
    const stop = pulso.on('before-show', () => false)
    expect(await pulso.show('bought')).toBe(false)
    expect(localStorage.getItem('pulso:visitor')).toBeNull()
    stop()
    expect(await pulso.show('bought')).toBe(true)
  })

  it('warns of an unknown survey with a code and the fix, and shows nothing', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    start()
    expect(await pulso.show('npz')).toBe(false)
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^\[pulso\] bad-touchpoint: "npz" needs/)]])
    warn.mockRestore()
  })

  it('tells who subscribes right after creation what was wrong with the configuration', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const errors: string[] = []
    start({ endpoint: '' }).on('error', ({ code }) => errors.push(code))
    await settled()
    expect(errors).toEqual(['no-endpoint'])
    expect(warn).toHaveBeenCalledOnce()
    warn.mockRestore()
  })

  it('reports widgets that do not come, and counts no exposure', async () => {
    load.widgets.mockRejectedValueOnce(new Error('404'))
    const errors: string[] = []
    start().on('error', ({ code, message }) => errors.push(`${code} ${message}`))
    expect(await pulso.show('bought')).toBe(false)
    expect(errors).toEqual(['not-shown bought: Error: 404'])
    expect(localStorage.getItem('pulso:visitor')).toBeNull()
    expect(await pulso.show('bought')).toBe(true)
  })

  it('keeps every revision that is delivered', async () => {
    start()
    await pulso.show('bought')
    const { on } = exposures[0]!
    const partial = response(2, { status: 'partial' })
    await on.save(partial, response(1))
    expect(keep.mock.calls.map(([kept]) => kept)).toEqual([partial])
    await on.save(response(3, { status: 'complete' }), partial)
    expect(keep).toHaveBeenLastCalledWith(response(3, { status: 'complete' }), partial, undefined)
  })

  it('shows nothing on a page that nobody looks at, until somebody does', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    start()
    const shown = pulso.show('bought')
    await settled()
    expect(load.widgets).not.toHaveBeenCalled()
    hidden.mockReturnValue(false)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await shown).toBe(true)
    hidden.mockRestore()
  })

  it('waits as well for whoever turned away while the widgets were on their way', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
    load.widgets.mockImplementationOnce(async code => {
      hidden.mockReturnValue(true)
      return { present: createPresent(ask, async () => {}), locale: { code } as Locale }
    })
    start()
    const shown = pulso.show('bought')
    await settled()
    expect(load.widgets).toHaveBeenCalledOnce()
    expect(exposures).toHaveLength(0)
    hidden.mockReturnValue(false)
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await shown).toBe(true)
    expect(exposures).toHaveLength(1)
    hidden.mockRestore()
  })

  it('shows nothing that was on its way when it was destroyed', async () => {
    start()
    const shown = pulso.show('bought')
    pulso.destroy()
    expect(await shown).toBe(false)
    expect(exposures).toHaveLength(0)
  })

  it('takes null for no properties', async () => {
    start()
    pulso.track('order.completed', null as never)
    await settled()
    expect(exposures).toHaveLength(1)
  })

  it('hears nothing after destroy, and takes its survey with it', async () => {
    start()
    await pulso.show('bought')
    pulso.destroy()
    expect(exposures[0]!.drop).toHaveBeenCalledOnce()
    expect(exposures[0]!.close).not.toHaveBeenCalled() // which would count as a no
    pulso.track('order.completed', { order_id: 1 })
    await settled()
    expect(exposures).toHaveLength(1)
  })

  describe('and a survey that was left in the middle', () => {
    const left = (id = 'bought', floats = true) => ({
      at: 1,
      answers: [],
      drafts: {},
      seed: 0.5,
      floats,
      event: { name: 'order.completed', properties: { order_id: 7 } },
      response: response(3, { status: 'partial', touchpoint: { id } }),
    })
    const keep = (...lefts: object[]) => sessionStorage.setItem('pulso:left', JSON.stringify(lefts))

    it('goes on with it on the next page, whatever the gates say, once', async () => {
      keep(left())
      start({ governor: { perSession: 1 } })
      await settled()
      expect(exposures).toHaveLength(1)
      expect(exposures[0]!.exposure).toMatchObject({ left: { at: 1, response: { revision: 3 } }, event: left().event })
      expect(sessionStorage.getItem('pulso:left')).toBeNull()
    })

    it('does not once the visitor has refused', async () => {
      localStorage.setItem('pulso:consent', 'denied')
      keep(left())
      start()
      await settled()
      expect(exposures).toEqual([])
    })

    it('goes on with one that stood in the page when it stands there again', async () => {
      keep(left('help', false))
      start()
      await settled()
      expect(exposures).toEqual([])
      const element = document.body.appendChild(document.createElement('div'))
      await pulso.show('nps', { into: element })
      expect(exposures[0]!.exposure.left).toBeUndefined()
    })

    it('makes nothing of a note that is spoilt', async () => {
      for (const text of ['{', '7', '[{}]', '[null]']) {
        sessionStorage.setItem('pulso:left', text)
        start()
        await settled()
        pulso.destroy()
      }
      expect(exposures).toEqual([])
    })

    it('takes it up anew when the browser brings the page back, for another page may have gone on with it', async () => {
      start()
      pulso.track('order.completed')
      await settled()
      const [exposure] = exposures
      exposure!.leaves = left() as never
      window.dispatchEvent(new Event('pagehide'))
      expect(JSON.parse(sessionStorage.getItem('pulso:left')!)).toMatchObject([{ response: { revision: 3 } }])
      keep({ ...left(), response: response(5, { touchpoint: { id: 'bought' } }) })
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
      await settled()
      expect(exposure!.drop).toHaveBeenCalledOnce()
      expect(exposures[1]!.exposure.left?.response.revision).toBe(5)
    })
  })

  it('says who the visitor is', async () => {
    start()
    pulso.identify('u-1', { name: 'Ada' })
    pulso.track('order.completed')
    await settled()
    expect(exposures[0]!.exposure.user).toEqual({ id: 'u-1', traits: { name: 'Ada' } })
  })

  it('takes nobody for somebody whose id the page does not know', async () => {
    start()
    for (const id of [undefined, null, '']) pulso.identify(id as never, { plan: 'free' })
    pulso.track('order.completed')
    await settled()
    expect(exposures[0]!.exposure.user).toBeUndefined()
  })

  it('shows what stands in the page from the start, and lets it crowd nobody out', async () => {
    const element = document.body.appendChild(document.createElement('div'))
    element.id = 'here'
    const standing = { id: 'help', survey: 'csat', placement: { kind: 'inline', selector: '#here' } } as const
    start({ touchpoints: [standing, ...config.touchpoints!] })
    await settled()
    expect(exposures.map(({ exposure }) => exposure.touchpoint.id)).toEqual(['help'])
    expect(exposures[0]!.exposure.into).toBe(element)
    pulso.track('order.completed')
    await settled()
    expect(exposures.map(({ exposure }) => exposure.touchpoint.id)).toEqual(['help', 'bought'])
  })

  it('says when the place of a survey is not there', async () => {
    start()
    const errors: string[] = []
    pulso.on('error', ({ code, message }) => errors.push(`${code}: ${message}`))
    expect(await pulso.show('bought', { into: '#nowhere' })).toBe(false)
    expect(errors).toEqual(['not-shown: bought: no element matches "#nowhere"'])
  })

  it('warns once of a place whose selector does not parse, and of none that has no selector', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const standing = (id: string, selector?: string) =>
      ({ id, survey: 'csat', placement: { kind: 'inline', ...(selector && { selector }) } }) as const
    start({ touchpoints: [standing('broken', '[['), standing('elsewhere'), ...config.touchpoints!] })
    await settled()
    expect(await pulso.show('broken')).toBe(false)
    expect(await pulso.show('bought', { into: '##' })).toBe(false)
    expect(warn.mock.calls.flat()).toEqual([
      expect.stringMatching(/^\[pulso\] bad-selector: .*\[\[/),
      expect.stringMatching(/^\[pulso\] bad-selector: .*##/),
    ])
    warn.mockRestore()
  })

  it('never throws, whatever a host hands in', async () => {
    const failed = vi.fn()
    start()
    pulso.on('error', failed)
    const hostile = {
      toString() {
        throw new Error('no')
      },
    } as never
    pulso.track(hostile)
    pulso.identify(hostile)
    pulso.identify('u-1', hostile)
    pulso.setConsent(hostile)
    expect(await pulso.show(hostile)).toBe(false)
    expect(failed.mock.calls.map(([{ code, message }]) => [code, message])).toEqual([
      ['internal', 'Error: no'],
      ['internal', 'Error: no'],
    ])
  })

  it('counts a survey that the page has thrown out with its surroundings as closed', async () => {
    start({ governor: { perSession: 5, betweenSurveys: '0s' } })
    await pulso.show('bought', { force: true })
    exposures[0]!.there = false
    expect((await pulso.explain('bought')).find(({ gate }) => gate === 'busy')?.pass).toBe(true)
    expect(exposures[0]!.close).toHaveBeenCalledWith('leave')
  })
})
