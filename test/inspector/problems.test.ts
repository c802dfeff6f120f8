import { describe, expect, it } from 'vitest'
import { problemsOf, sentenceOf } from '../../src/inspector/problems'
import { Config } from '../../src/schema'

const said = (config: unknown) =>
  problemsOf(config && typeof config === 'object' ? { endpoint: '/', ...config } : config).map(sentenceOf)
const touchpoint = (change: object) => ({ touchpoints: [{ id: 'post-purchase', survey: 'nps', ...change }] })

describe('problemsOf', () => {
  it('has nothing to say of a configuration that is as it should be', () => {
    const config = {
      endpoint: '/feedback',
      sources: ['dataLayer', { source: 'segment', global: ['a', 'b'] }],
      governor: { perSession: 1, betweenSurveys: '14d', byTag: { nps: '90d' } },
      touchpoints: [
        {
          id: 'post-purchase',
          on: [{ event: 'order.completed', where: { value: { $gte: 50 } } }, { sequence: ['a', { event: 'b' }] }, 'c'],
          cancelOn: 'order.refunded',
          delay: '3s',
          schedule: { from: '2026-01-31', hours: ['09:00', '18:30'], days: ['mon'] },
          placement: { kind: 'popover', corner: 'bottom-end' },
          survey: 'own',
        },
        { id: 'help', survey: 'csat' },
      ],
      surveys: { own: { questions: [{ id: 'nps', kind: 'nps', title: { en: 'How?' } }] } },
    }
    expect(Config.safeParse(config).success).toBe(true)
    expect(said(config)).toEqual([])
    expect(said({})).toEqual([])
    expect(problemsOf({ destination: { url: '/' } })).toEqual([])
  })

  it('tells of a duration by the names on the way to it', () => {
    expect(said(touchpoint({ delay: '5 sec' }))).toEqual([
      'touchpoints › post-purchase › delay: use a whole number and s, m, h or d, for example "30d" (it is "5 sec").',
    ])
  })

  it('names what an unknown name was probably meant to be', () => {
    expect(said(touchpoint({ frequncy: { max: 2 } }))).toEqual([
      'touchpoints › post-purchase › frequncy: this name is not known; did you mean "frequency"?',
    ])
    expect(said({ zzz: 1 })[0]).toMatch(
      /^zzz: this name is not known; here are known: \$schema, endpoint, .* and surveys\.$/,
    )
  })

  it('tells once of a required name that was misspelt', () => {
    expect(said({ touchpoints: [{ id: 'a', surve: 'nps' }] })).toEqual([
      'touchpoints › a › surve: this name is not known; did you mean "survey"?',
    ])
    expect(said({ touchpoints: [{ id: 'a' }] })).toEqual([
      'touchpoints › a › survey: it is missing: use a text or an object, { … }.',
    ])
  })

  it('says which words there are to choose from', () => {
    expect(said(touchpoint({ placement: { kind: 'popver' } }))).toEqual([
      'touchpoints › post-purchase › placement › kind: use popover, sheet, modal, bar, inline, tab, page or kiosk (it is "popver"); did you mean "popover"?',
    ])
    expect(said(touchpoint({ placement: {} }))[0]).toMatch(
      /placement › kind: it is missing: use popover, .* or kiosk\.$/,
    )
    expect(said({ consent: 'yes' })).toEqual(['consent: use granted, pending, denied, google or tcf (it is "yes").'])
  })

  it('speaks of the trigger that was written, among the many that there are', () => {
    expect(said(touchpoint({ on: [{ event: 'order.completed', every: 'second' }] }))).toEqual([
      'touchpoints › post-purchase › on › no. 1 › every: use a whole number (it is "second").',
    ])
    expect(said(touchpoint({ on: { scroll: 200 } }))).toEqual([
      'touchpoints › post-purchase › on › scroll: use 100 or less (it is 200).',
    ])
    expect(said(touchpoint({ on: { evnet: 'order.completed' } }))).toEqual([
      'touchpoints › post-purchase › on › evnet: this name is not known; did you mean "event"?',
    ])
    const [sentence] = said(touchpoint({ on: {} }))
    expect(sentence).toContain('touchpoints › post-purchase › on: name event, sequence, delay,')
  })

  it('says what kind of thing is wanted and what stands there', () => {
    expect(said({ touchpoints: 'nps' })).toEqual(['touchpoints: use a list, [ … ] (it is "nps").'])
    expect(said({ governor: 1 })).toEqual(['governor: use an object, { … } (it is 1).'])
    expect(said({ enabled: 'false' })).toEqual(['enabled: use true or false (it is "false").'])
    expect(said({ governor: { perSession: 0 } })).toEqual(['governor › perSession: use 1 or more (it is 0).'])
    expect(said(touchpoint({ id: '' }))).toEqual(['touchpoints › no. 1 › id: it is empty: write something.'])
    expect(said(null)).toEqual(['The configuration: use an object, { … } (it is null).'])
  })

  it('looks for the surveys that are named, and for two touchpoints of one name', () => {
    expect(said(touchpoint({ survey: 'npss' }))).toEqual([
      'touchpoints › post-purchase › survey: no survey is called "npss"; did you mean "nps"?',
    ])
    expect(
      said({
        touchpoints: [
          { id: 'a', survey: 'nps' },
          { id: 'a', survey: 'csat' },
        ],
      }),
    ).toEqual(['touchpoints › a › id: another touchpoint has this id; give each its own.'])
  })

  it('finds faults inside a survey by the id of the question', () => {
    const survey = { questions: [{ id: 'why', kind: 'text', maxLength: 0 }] }
    expect(said(touchpoint({ survey }))).toEqual([
      'touchpoints › post-purchase › survey › questions › why › maxLength: use 1 or more (it is 0).',
    ])
    expect(said({ surveys: { own: { questions: [] } } })).toEqual(['surveys › own › questions: list at least 1.'])
  })

  it('misses an endpoint', () => {
    expect(problemsOf({}).map(sentenceOf)).toEqual(['endpoint: it is missing: use the URL that answers are sent to.'])
  })

  it('keeps to the order of the document', () => {
    const paths = problemsOf({
      sorces: 1,
      touchpoints: [
        { id: 'a', delay: '1', survey: 'x' },
        { id: 'b', survey: 'y', delay: '1' },
      ],
      brand: 1,
    }).map(({ path }) => path)
    expect(paths).toEqual([
      'endpoint',
      'sorces',
      'touchpoints › a › delay',
      'touchpoints › a › survey',
      'touchpoints › b › survey',
      'touchpoints › b › delay',
      'brand',
    ])
  })

  it('takes code where code may stand, and nowhere else', () => {
    const code = () => ''
    expect(said({ destination: { url: '/', format: code, headers: code, ack: code, beforeSend: code } })).toEqual([])
    expect(said({ destination: [{ url: '/', format: code }] })).toEqual([])
    expect(said({ endpoint: code })).toEqual(['endpoint: use a text (it is a function).'])
  })

  it('knows the facts and the operators of a condition', () => {
    expect(said(touchpoint({ audience: { devise: 'mobile' } }))).toEqual([
      'touchpoints › post-purchase › audience › devise: this name is not known; did you mean "device"?',
    ])
    expect(said(touchpoint({ on: { event: 'a', where: { value: { $gr: 5 } } } }))).toEqual([
      'touchpoints › post-purchase › on › where › value › $gr: this name is not known; did you mean "$gt"?',
    ])
    expect(said(touchpoint({ audience: { $or: [{ user: { plan: 'pro' } }, { 'usr.plan': 'pro' }] } }))).toEqual([
      'touchpoints › post-purchase › audience › $or › no. 2 › usr.plan: this name is not known; did you mean "user"?',
    ])
    const held = { $and: [{ 'user.plan': { $in: ['pro'] } }, { $not: { page: { path: '/' } } }], device: null }
    expect(said(touchpoint({ audience: held, on: { event: 'a', where: { anything: 1 } } }))).toEqual([])
  })

  it('says what a length of time is written as', () => {
    expect(said(touchpoint({ delay: 3 }))).toEqual([
      'touchpoints › post-purchase › delay: use a text such as "3s", "30m", "2h" or "30d" (it is 3).',
    ])
    expect(said({ sources: ['Segment'] })[0]).toMatch(/\(it is "Segment"\); did you mean "segment"\?$/)
  })

  it('finds a fault wherever the schema does', () => {
    const faults: unknown[] = [7, 'text', null, true, [], {}, [[]], { id: 1 }]
    const names = Object.keys(Config.shape)
    const broken = names.flatMap(name => faults.map(fault => ({ [name]: fault })))
    const wrong = broken.filter(config => !Config.safeParse(config).success)
    expect(wrong.length).toBeGreaterThan(50)
    for (const config of wrong) expect(said(config), JSON.stringify(config)).not.toEqual([])
  })
})
