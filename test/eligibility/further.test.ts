import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches } from '../../src/conditions'
import { type Options, readTouchpoint } from '../../src/config'
import { type Context, decide } from '../../src/eligibility/decide'
import { type Facts, furtherGates, type Surroundings, withHistory } from '../../src/eligibility/further'
import type { VisitorRecord } from '../../src/eligibility/visitor'

const day = 864e5
const now = Date.UTC(2027, 0, 1, 12)
const facts: Facts = {
  user: { id: 'u-1', plan: 'pro' },
  device: 'desktop',
  locale: 'en',
  language: 'en-GB',
  page: { url: 'https://shop.example/cart', path: '/cart', title: 'Cart' },
  referrer: '',
  channel: 'web',
  visits: 3,
  journey: ['cart.added', 'order.completed'],
}
const visitor = (options: Partial<VisitorRecord> = {}): VisitorRecord => ({
  version: 1,
  id: 'v',
  seen: {},
  asked: [],
  ...options,
})
const context = (options: Partial<Context> = {}): Context => ({
  consent: 'granted',
  governor: { perSession: 1, betweenMs: 7 * day },
  optedOut: false,
  inSession: 0,
  busy: false,
  event: undefined,
  stands: false,
  ...options,
})
const looks = (
  options: object,
  {
    record = visitor(),
    time = now,
    config = {},
    where = {},
    given = {},
  }: { record?: object; time?: number; config?: object; where?: object; given?: object } = {},
) => {
  const touchpoint = readTouchpoint({ id: 'a', survey: 'nps', ...options }, {}, () => {})!
  const surroundings: Surroundings = {
    config: config as Options,
    facts,
    matches,
    onPage: 0,
    elsewhere: undefined,
    ...where,
  }
  const touchpoints = [touchpoint]
  const known = withHistory(record as VisitorRecord, { config: config as Options, touchpoints }, time)
  const circumstances = context(given)
  return decide(
    touchpoint,
    known,
    circumstances,
    time,
    furtherGates(touchpoint, known, circumstances, time, surroundings),
  )
}
const failing = (...args: Parameters<typeof looks>) => looks(...args).flatMap(({ gate, pass }) => (pass ? [] : [gate]))

describe('furtherGates', () => {
  it('add only “enabled” and “elsewhere” where nothing is said of the others', () => {
    const plain = decide(readTouchpoint({ id: 'a', survey: 'nps' }, {}, () => {})!, visitor(), context(), now)
    const names = looks({}).map(({ gate }) => gate)
    expect(names.filter(name => !plain.some(({ gate }) => gate === name))).toEqual(['enabled', 'elsewhere'])
    expect(names.filter(name => !['enabled', 'elsewhere'].includes(name))).toEqual(plain.map(({ gate }) => gate))
  })

  it('switch off one touchpoint, or all of them', () => {
    expect(failing({ enabled: false })).toEqual(['enabled'])
    expect(failing({}, { config: { enabled: false } })).toEqual(['enabled'])
    expect(failing({ enabled: true }, { config: { enabled: true } })).toEqual([])
  })

  it('hold the calendar, and stay shut for a time zone that there is not', () => {
    expect(failing({ schedule: { from: '2027-01-02' } })).toEqual(['schedule'])
    expect(failing({ schedule: { until: '2027-01-02' } })).toEqual([])
    expect(failing({ schedule: { timeZone: 'Europe/Atlantis' } })).toEqual(['schedule'])
  })

  it('ask whom the audience means, the event among it', () => {
    expect(failing({ audience: { 'user.plan': 'pro', visits: { $gte: 3 }, journey: 'cart.added' } })).toEqual([])
    expect(failing({ audience: { 'user.plan': 'free' } })).toEqual(['audience'])
    const event = { name: 'order.completed', properties: { value: 70 } }
    expect(failing({ audience: { 'event.value': { $gte: 50 } } }, { given: { event } })).toEqual([])
    expect(failing({ audience: { 'event.value': { $gte: 50 } } })).toEqual(['audience'])
  })

  it('sample the share they were told, and the same visitor always the same way', () => {
    const asked = Array.from({ length: 4000 }, (_, index) =>
      failing({ sample: 0.25 }, { record: visitor({ id: `v${index}` }) }),
    )
    const share = asked.filter(gates => !gates.length).length / asked.length
    expect(share).toBeGreaterThan(0.22)
    expect(share).toBeLessThan(0.28)
    expect(failing({ sample: 0 })).toEqual(['sample'])
    expect(failing({ sample: 1 })).toEqual([])
    expect(failing({ sample: null })).toEqual([])
    expect(failing({ sample: 0.5 })).toEqual(failing({ sample: 0.5 }))
  })

  it('draw the samples of touchpoints apart, however alike their names are', () => {
    const both = Array.from({ length: 4000 }, (_, index) => visitor({ id: `v${index}` })).filter(record =>
      ['nps-1', 'nps-2'].every(id => !failing({ id, sample: 0.25 }, { record }).length),
    )
    expect(both.length / 4000).toBeGreaterThan(0.04)
    expect(both.length / 4000).toBeLessThan(0.09)
  })

  it('ask those who were asked something at least, or at most, so long ago', () => {
    const asked = (options: object, since?: number) =>
      failing(
        { asked: { id: 'csat', ...options } },
        { record: visitor(since === undefined ? {} : { tags: { csat: { count: 1, shown: now - since } } }) },
      )
    expect(asked({ atLeast: '30d' }, 30 * day)).toEqual([])
    expect(asked({ atLeast: '30d' }, 30 * day - 1)).toEqual(['asked'])
    expect(asked({ atMost: '2d' }, 2 * day)).toEqual([])
    expect(asked({ atMost: '2d' }, 2 * day + 1)).toEqual(['asked'])
    expect(asked({ atLeast: '1d' })).toEqual(['asked'])
    expect(asked({}, 0)).toEqual([])
    expect(asked({ atLeast: 'soon' }, 0)).toEqual([])
    expect(failing({ asked: [null, { id: 'toString' }] })).toEqual(['asked'])
  })

  it('let surveys with a tag rest, a preset’s own word among them', () => {
    const record = visitor({ tags: { nps: { count: 1, shown: now - 20 * day } } })
    const config = { governor: { byTag: { nps: '90d', other: '900d' } } }
    expect(failing({}, { record, config })).toEqual(['tag nps'])
    expect(failing({}, { record, config, time: now + 70 * day })).toEqual([])
    expect(failing({ survey: 'csat' }, { record, config })).toEqual([])
    const survey = { questions: [{ id: 'q', kind: 'nps' }], tags: ['nps'] }
    expect(failing({ survey }, { record, config })).toEqual(['tag nps'])
    expect(failing({}, { record, config: { governor: { byTag: { nps: 'soon' } } } })).toEqual([])
  })

  it('mind no governor whose tags are none', () => {
    expect(failing({}, { config: { governor: { byTag: null } } })).toEqual([])
  })

  it('hold how often a survey may be asked, at whatever touchpoint', () => {
    const survey = {
      id: 's',
      questions: [{ id: 'q', kind: 'nps' }],
      frequency: { max: 2, afterShown: '1d', afterDismissed: '2d', afterAnswered: '3d' },
    }
    const surveys = { s: { count: 1, shown: now, dismissed: now, answered: now } }
    const at = (days: number) => failing({ survey }, { record: visitor({ surveys }), time: now + days * day })
    expect(at(0.5)).toEqual(['survey shown', 'survey dismissed', 'survey answered'])
    expect(at(1.5)).toEqual(['survey dismissed', 'survey answered'])
    expect(at(2.5)).toEqual(['survey answered'])
    expect(at(3)).toEqual([])
    expect(failing({ survey }, { record: visitor({ surveys: { s: { count: 2 } } }) })).toEqual(['survey max'])
  })

  it('keep to so many a page', () => {
    const config = { governor: { perPage: 1 } }
    expect(failing({}, { config, where: { onPage: 1 } })).toEqual(['perPage'])
    expect(failing({}, { config, where: { onPage: 0 } })).toEqual([])
  })

  it('wait while another tab shows a survey, for no longer than it takes to believe that tab has crashed', () => {
    const elsewhere = (ago: number) => failing({}, { where: { elsewhere: now - ago } as object })
    expect(elsewhere(0)).toEqual(['elsewhere'])
    expect(elsewhere(29 * 6e4)).toEqual(['elsewhere'])
    expect(elsewhere(30 * 6e4)).toEqual([])
    expect(elsewhere(-1)).toEqual([]) // by a clock that was put back since
  })

  it('leave what stands in the page alone with other tabs, pages and tags', () => {
    const config = { governor: { perPage: 1, byTag: { nps: '90d' } } }
    const record = visitor({ tags: { nps: { count: 1, shown: now } } })
    expect(
      failing({}, { config, record, where: { onPage: 5, elsewhere: now } as object, given: { stands: true } }),
    ).toEqual([])
  })
})

describe('withHistory', () => {
  const known = (...history: object[]) => ({ config: { visitor: { history } } })

  it('counts what a server knows of a visitor for whom this browser is new', () => {
    expect(failing({}, known({ id: 'a', at: now - 10 * day }))).toEqual(['answered'])
    expect(failing({}, known({ id: 'a', at: new Date(now - day).toISOString(), what: 'dismissed' }))).toEqual([
      'shown',
      'dismissed',
      'betweenSurveys',
    ])
    expect(failing({}, known(...Array(3).fill({ id: 'a', at: now - 400 * day })))).toEqual(['max'])
  })

  it('knows what was asked by its survey and by its tag, too, and leaves the record as it was', () => {
    const survey = { id: 's', tags: ['t'], frequency: { afterAnswered: '90d' }, questions: [{ id: 'q', kind: 'nps' }] }
    const at = now - 10 * day
    const config = { governor: { byTag: { t: '90d' } } }
    const record = Object.freeze({ seen: {}, surveys: {}, tags: {} })
    const held = (id: string) =>
      failing({ survey }, { record: visitor(record), config: { ...config, visitor: { history: [{ id, at }] } } })
    expect(held('s')).toEqual(['survey answered'])
    expect(held('t')).toEqual(['tag t'])
    expect(held('other')).toEqual([])
    expect(record).toEqual({ seen: {}, surveys: {}, tags: {} })
  })

  it('knows a touchpoint’s survey and its tags, for others that ask the same', () => {
    const survey = { id: 's', tags: ['t', 'u'], questions: [] }
    const touchpoints = [readTouchpoint({ id: 'post', survey }, {}, () => {})!]
    const [early, late] = [now - 20 * day, now - 10 * day]
    const history = [
      { id: 'post', at: early, what: 'shown' as const },
      { id: 'post', at: late },
      { id: 's', at: early },
    ]
    const known = withHistory(visitor(), { config: { visitor: { history } }, touchpoints }, now)
    expect(known.seen).toEqual({
      post: { count: 2, shown: late, answered: late },
      s: { count: 1, shown: early, answered: early },
    })
    expect(known.surveys).toEqual({
      post: { count: 2, shown: late, answered: late },
      s: { count: 3, shown: late, answered: late },
    })
    for (const tag of ['t', 'u']) expect(known.tags![tag]).toMatchObject({ shown: late, answered: late })
  })

  it('never makes an earlier time of a later one', () => {
    const record = visitor({ seen: { a: { count: 1, shown: now - day, answered: now - day } } })
    const config = known({ id: 'a', at: now - 50 * day }).config as Options
    const { seen } = withHistory(record, { config, touchpoints: [] }, now)
    expect(seen.a).toEqual({ count: 1, shown: now - day, answered: now - day })
    expect(record.seen.a).toEqual({ count: 1, shown: now - day, answered: now - day })
  })

  it('takes a server’s clock that is a little ahead for now, and a time far ahead for none', () => {
    expect(failing({}, known({ id: 'a', at: now + 1000 }))).toEqual(['shown', 'answered', 'betweenSurveys'])
    const record = visitor({ seen: { a: { count: 1, answered: now - day } } })
    expect(failing({}, { record, ...known({ id: 'a', at: now + 400 * day }) })).toEqual(['answered'])
  })

  it('counts no time that is none', () => {
    const none = [{ id: 'a', at: 'yesterday' }, { id: 'a', at: now + 400 * day }, null]
    expect(failing({}, known({ id: 'a', at: now - 400 * day }, ...(none as object[])))).toEqual([])
  })

  it('makes nothing of what is no history', () => {
    for (const history of [null, 'x', [null], [{ id: 'a', at: 'yesterday' }], Array(3).fill({ id: 'a', at: -1 })])
      expect(failing({}, { config: { visitor: { history } } })).toEqual([])
  })
})

describe('the gates together', () => {
  it('are those of boot, word for word, where the configuration is plain', () => {
    const times = fc.option(fc.integer({ min: now - 100 * day, max: now + 10 * day }), { nil: undefined })
    fc.assert(
      fc.property(
        fc.record({ count: fc.nat(4), shown: times, dismissed: times, answered: times }),
        times,
        fc.nat(2),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('granted', 'pending', 'denied'),
        fc.option(fc.nat(3), { nil: undefined }),
        (seen, shown, inSession, busy, stands, consent, order) => {
          const record = visitor({
            seen: { a: seen },
            asked: ['a 1'],
            ...(shown && { shown }),
          } as never)
          const event = order === undefined ? undefined : { name: 'order.completed', properties: { order_id: order } }
          const given = { inSession, busy, stands, consent: consent as 'granted', event }
          const plain = decide(readTouchpoint({ id: 'a', survey: 'nps' }, {}, () => {})!, record, context(given), now)
          const added = ['enabled', 'elsewhere']
          expect(looks({}, { record, given }).filter(({ gate }) => !added.includes(gate))).toEqual(plain)
          expect(looks({}, { record, given }).every(({ pass }) => pass)).toBe(plain.every(({ pass }) => pass))
        },
      ),
    )
  })

  const duration = fc.integer({ min: 0, max: 60 }).map(days => `${days}d`)
  const time = fc.integer({ min: now - 90 * day, max: now + 90 * day })
  const seen = fc.record(
    { count: fc.nat(4), shown: time, dismissed: time, answered: time },
    { requiredKeys: ['count'] },
  )
  const records = fc
    .record({
      shown: fc.option(time, { nil: 0 }),
      seen: fc.record({ a: seen }, { requiredKeys: [] }),
      surveys: fc.record({ s: seen }, { requiredKeys: [] }),
      tags: fc.record({ t: seen }, { requiredKeys: [] }),
    })
    .map(record => visitor(record as Partial<VisitorRecord>))
  const frequency = fc.record({
    max: fc.integer({ min: 1, max: 5 }),
    afterShown: duration,
    afterDismissed: duration,
    afterAnswered: duration,
  })
  const limits = fc.record({
    own: frequency,
    survey: frequency,
    perPage: fc.integer({ min: 1, max: 3 }),
    tag: duration,
    sample: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  type Limits = typeof limits extends fc.Arbitrary<infer Value> ? Value : never
  const words = (
    given: Limits,
    record: VisitorRecord,
    at: number,
    where: object = { onPage: 1 },
    history: object[] = [],
  ) =>
    looks(
      {
        frequency: given.own,
        sample: given.sample,
        survey: { id: 's', tags: ['t'], frequency: given.survey, questions: [{ id: 'q', kind: 'nps' }] },
      },
      {
        record,
        time: at,
        config: { governor: { perPage: given.perPage, byTag: { t: given.tag } }, visitor: { history } },
        where,
      },
    )

  const msOf = (text: string) => Number.parseInt(text, 10) * day
  /** Of each gate that rests: since when, and how long. */
  const restsOf = ({ own, survey, tag }: Limits, { seen, surveys, tags, shown }: VisitorRecord) =>
    ({
      shown: [seen.a?.shown, own.afterShown],
      dismissed: [seen.a?.dismissed, own.afterDismissed],
      answered: [seen.a?.answered, own.afterAnswered],
      'survey shown': [surveys?.s?.shown, survey.afterShown],
      'survey dismissed': [surveys?.s?.dismissed, survey.afterDismissed],
      'survey answered': [surveys?.s?.answered, survey.afterAnswered],
      'tag t': [tags?.t?.shown, tag],
      betweenSurveys: [shown, '7d'],
    }) as Record<string, [number | undefined, string]>

  it('rest exactly as long as they say, whatever the clock says: nobody waits beyond a rest for a time that lies ahead', () => {
    fc.assert(
      fc.property(limits, records, time, (given, record, at) => {
        const now = words(given, record, at)
        for (const [name, [since, duration]] of Object.entries(restsOf(given, record))) {
          const { pass, facts } = now.find(({ gate }) => gate === name)!
          const until = since! + msOf(duration)
          expect(pass, name).toBe(!since || since > at || at >= until)
          if (pass) continue
          expect(facts).toEqual([since, until])
          expect(until - at).toBeLessThanOrEqual(msOf(duration))
          expect(words(given, record, until).find(({ gate }) => gate === name)!.pass, name).toBe(true)
          expect(words(given, record, until - 1).find(({ gate }) => gate === name)!.pass, name).toBe(false)
        }
      }),
    )
  })

  it('count exactly to what they are told, and hold another tab’s survey for half an hour at most', () => {
    const elsewhere = fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined })
    fc.assert(
      fc.property(limits, records, fc.nat(4), elsewhere, (given, record, onPage, minutes) => {
        const where = { onPage, elsewhere: minutes === undefined ? undefined : now - minutes * 6e4 }
        const found = Object.fromEntries(words(given, record, now, where).map(({ gate, pass }) => [gate, pass]))
        expect(found).toMatchObject({
          max: (record.seen.a?.count ?? 0) < given.own.max,
          'survey max': (record.surveys?.s?.count ?? 0) < given.survey.max,
          perPage: onPage < given.perPage,
          elsewhere: minutes === undefined || minutes < 0 || minutes >= 30,
        })
      }),
    )
  })

  it('ask those alone who were asked within the time that is given, be it by their touchpoint, survey or tag', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('a', 's', 't'), duration, duration, (record, id, atLeast, atMost) => {
        const { shown, answered } = { ...record.seen, ...record.surveys, ...record.tags }[id] ?? {}
        const age = now - Math.max(shown ?? -Infinity, answered ?? -Infinity)
        const [look] = looks({ asked: { id, atLeast, atMost } }, { record }).filter(({ gate }) => gate === 'asked')
        expect(look!.pass).toBe(age >= msOf(atLeast) && age <= msOf(atMost))
      }),
    )
  })

  it('are closed, never opened, by what a server knows, whatever the browser’s clock has written', () => {
    const entry = fc.record({
      id: fc.constantFrom('a', 's', 't'),
      at: time,
      what: fc.constantFrom('shown', 'dismissed', 'answered'),
    })
    fc.assert(
      fc.property(limits, records, fc.array(entry, { maxLength: 4 }), (given, record, history) => {
        const both = words(given, record, now, undefined, history)
        for (const one of [words(given, record, now), words(given, visitor(), now, undefined, history)])
          for (const [index, { gate, pass }] of one.entries())
            if (!pass && gate !== 'sample') expect(both[index], gate).toMatchObject({ gate, pass: false })
      }),
    )
  })

  it('never close a rest that was over, however much time is added', () => {
    fc.assert(
      fc.property(limits, records, fc.nat(200 * day), (given, record, later) => {
        const past = now + 91 * day // no time of the record lies ahead
        const before = words(given, record, past)
        const after = words(given, record, past + later)
        for (const [index, { gate, pass }] of before.entries())
          if (pass) expect(after[index], gate).toMatchObject({ gate, pass: true })
      }),
    )
  })

  it('never forbid by a looser limit what a tighter one allows', () => {
    const looser = (given: Limits, by: number): Limits => {
      const shorter = (text: string) => `${Math.max(0, Number.parseInt(text, 10) - by)}d`
      const loose = ({ max, afterShown, afterDismissed, afterAnswered }: Limits['own']) => ({
        max: max + by,
        afterShown: shorter(afterShown),
        afterDismissed: shorter(afterDismissed),
        afterAnswered: shorter(afterAnswered),
      })
      return {
        own: loose(given.own),
        survey: loose(given.survey),
        perPage: given.perPage + by,
        tag: shorter(given.tag),
        sample: Math.min(1, given.sample + by / 10),
      }
    }
    fc.assert(
      fc.property(limits, records, fc.nat(60), (given, record, by) => {
        const after = words(looser(given, by), record, now)
        for (const [index, { gate, pass }] of words(given, record, now).entries())
          if (pass) expect(after[index], gate).toMatchObject({ gate, pass: true })
      }),
    )
  })

  it('never let two be shown within a rest, whatever visitors do and however long they take', () => {
    const step = fc.record({
      // At times the clock is set, forwards or back.
      wait: fc.oneof(
        { weight: 6, arbitrary: fc.nat(20 * day) },
        { weight: 1, arbitrary: fc.integer({ min: -100 * day, max: 100 * day }) },
      ),
      act: fc.constantFrom('show', 'show', 'dismiss', 'answer', 'nothing'),
    })
    fc.assert(
      fc.property(limits, fc.array(step, { maxLength: 60 }), (given, steps) => {
        const record = visitor()
        let at = now
        const shownAt: number[] = []
        let count = 0
        const note = (what: 'shown' | 'dismissed' | 'answered') => {
          record.seen.a = { ...(record.seen.a ?? { count: 0 }), [what]: at }
          record.surveys = { s: { ...(record.surveys?.s ?? { count: 0 }), [what]: at } }
          record.tags = { t: { ...(record.tags?.t ?? { count: 0 }), [what]: at } }
        }
        for (const { wait, act } of steps) {
          at += wait
          if (act === 'dismiss' && count) note('dismissed')
          if (act === 'answer' && count) note('answered')
          if (act !== 'show') continue
          const { answered = -Infinity, dismissed = -Infinity } = record.seen.a ?? {}
          if (!words({ ...given, sample: 1, perPage: 2 }, record, at).every(({ pass }) => pass)) continue
          const last = shownAt.at(-1) ?? -Infinity
          const least = Math.max(
            msOf(given.own.afterShown),
            msOf(given.survey.afterShown),
            msOf(given.tag),
            7 * day, // between any two
          )
          // What lies ahead was written before the clock was put back.
          if (last <= at) expect(at - last).toBeGreaterThanOrEqual(least)
          if (answered <= at) expect(at - answered).toBeGreaterThanOrEqual(msOf(given.own.afterAnswered))
          if (dismissed <= at) expect(at - dismissed).toBeGreaterThanOrEqual(msOf(given.survey.afterDismissed))
          expect(count).toBeLessThan(Math.min(given.own.max, given.survey.max))
          note('shown')
          count++
          for (const map of [record.seen, record.surveys!, record.tags!])
            for (const one of Object.values(map)) one.count = count
          record.shown = at
          shownAt.push(at)
        }
      }),
    )
  })
})
