import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { readConfig } from '../src/config'
import { decide } from '../src/eligibility/decide'
import type { Config } from '../src/schema'
import { surveyIdOf } from '../src/survey-id'

const read = (config: unknown) => {
  const warn = vi.fn()
  return { settings: readConfig(config as Config, warn), codes: warn.mock.calls.map(([code]) => code) }
}

describe('readConfig', () => {
  it('fills in the defaults that protect visitors', () => {
    const { settings, codes } = read({
      endpoint: '/feedback',
      touchpoints: [{ id: 'a', on: 'order.completed', survey: 'nps' }],
    })
    expect(codes).toEqual([])
    expect(settings.governor).toEqual({ perSession: 1, betweenMs: 7 * 864e5 })
    expect(settings.destinations).toEqual([{ url: '/feedback', statuses: ['complete', 'partial'], key: '' }])
    expect(settings.consent).toBe('granted')
    expect(settings.touchpoints).toEqual([
      {
        id: 'a',
        on: [{ event: 'order.completed' }],
        delayMs: 0,
        max: 3,
        restMs: { shown: 7 * 864e5, dismissed: 30 * 864e5, answered: 90 * 864e5 },
        placement: { kind: 'popover' },
        stands: false,
        survey: 'nps',
        raw: { id: 'a', on: 'order.completed', survey: 'nps' },
      },
    ])
  })

  it('takes several destinations, each with a queue of its own, and a format of one’s own', () => {
    const own = () => ({ body: '', type: '' })
    const { settings, codes } = read({
      endpoint: '/a',
      destination: [{ format: 'segment' }, { url: '/b', format: own }, { url: '/c', format: 'carrier-pigeon' }],
    } as never)
    expect(settings.destinations).toMatchObject([
      { url: '/a', key: '', format: 'segment' },
      { url: '/b', key: ':/b', format: own },
      { url: '/c', key: ':/c' },
    ])
    expect(codes).toEqual([])
  })

  it('finds a survey by its id, and lets one be written in place', () => {
    const survey = { id: 'mine', questions: [{ id: 'q', kind: 'nps' }] }
    const { settings } = read({
      endpoint: '/',
      surveys: { named: survey },
      touchpoints: [
        { id: 'a', survey: 'named' },
        { id: 'b', survey },
        { id: 'c', survey: { questions: survey.questions } },
      ],
    })
    expect(settings.touchpoints.map(surveyIdOf)).toEqual(['named', 'mine', 'c'])
    expect(settings.touchpoints[0]!.survey).toBe(survey)
  })

  it('leaves out a touchpoint that cannot be used, and keeps the others', () => {
    const { settings, codes } = read({
      endpoint: '/',
      touchpoints: [
        { id: 'a', survey: 'nothing' },
        { survey: 'nps' },
        null,
        7,
        { id: 'b', survey: 'nps' },
        { id: 'c', survey: 'toString' },
      ],
    })
    expect(settings.touchpoints.map(({ id }) => id)).toEqual(['b'])
    expect(codes).toEqual(Array(5).fill('bad-touchpoint'))
  })

  it('warns of a missing endpoint and of a duration that is none, and goes on with the default', () => {
    const { settings, codes } = read({
      touchpoints: [{ id: 'a', survey: 'nps', delay: 'soon', frequency: { afterShown: -5 } }],
    })
    expect(codes).toEqual(['bad-duration', 'bad-duration', 'no-endpoint'])
    expect(settings.touchpoints[0]).toMatchObject({ delayMs: 0, restMs: { shown: 7 * 864e5 } })
  })

  it.each([
    undefined,
    null,
    'text',
    7,
    [],
    { touchpoints: 'nps' },
    { touchpoints: {} },
    { governor: 5, surveys: 'x', endpoint: '/' },
  ])('survives %j', config => {
    expect(read(config).settings.touchpoints).toEqual([])
  })

  it.each<[string, unknown, number]>([
    ['endpoint', { endpoint: { toString: [] }, destination: [null, undefined] }, 2],
    ['url', { endpoint: '/', destination: [{}, { url: { toString: [] } }] }, 2],
    ['source', { endpoint: '/', sources: [{ toString: [] }] }, 1],
    ['trigger', { endpoint: '/', touchpoints: [{ id: 'a', survey: 'nps', on: { delay: { toString: [] } } }] }, 1],
  ])('survives what has no way of becoming a text: %s', (_, config, count) => {
    expect(read(config).settings.destinations).toHaveLength(count)
  })

  it('takes for no endpoint what is no text, or an empty one', () => {
    for (const endpoint of [undefined, '', 7]) {
      const { settings, codes } = read({ endpoint })
      expect(codes).toEqual(['no-endpoint'])
      expect(settings.destinations[0]!.url).toBe('')
    }
  })

  it('holds everything back when consent is a word it does not know', () => {
    const { settings } = read({ endpoint: '/', consent: 'maybe' })
    expect(settings.consent).toBe('pending')
    expect(settings.isRich).toBe(true) // the journey's part has the sources of consent, and names a word that is none
  })

  it('throws for no configuration whatsoever, and what it keeps can be decided on', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.constantFrom('nps', 'order.completed', '5s', null, 'inline', { toString: [] }, [{ toString: [] }]),
    )
    const record = (...keys: string[]) =>
      fc.record(Object.fromEntries(keys.map(key => [key, anything])), { requiredKeys: [] })
    const touchpoint = fc.record(
      {
        id: fc.oneof(fc.string(), anything),
        survey: fc.oneof(fc.constant('nps'), record('id', 'questions'), anything),
        on: fc.oneof(fc.array(fc.oneof(record('event', 'where', 'page', 'delay'), anything)), anything),
        frequency: fc.oneof(record('max', 'afterShown', 'afterDismissed', 'afterAnswered'), anything),
        placement: fc.oneof(record('kind', 'corner', 'selector'), anything),
        delay: anything,
        sample: anything,
      },
      { requiredKeys: [] },
    )
    const config = fc.record(
      {
        endpoint: anything,
        destination: fc.oneof(record('url', 'headers', 'statuses'), anything),
        governor: fc.oneof(record('perSession', 'betweenSurveys'), anything),
        touchpoints: fc.oneof(fc.array(fc.oneof(touchpoint, anything)), anything),
        surveys: anything,
        sources: anything,
        consent: anything,
        locale: anything,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(config, fc.anything()), input => {
        const { settings } = read(input)
        for (const one of settings.touchpoints) {
          const context = {
            consent: settings.consent,
            governor: settings.governor,
            optedOut: false,
            inSession: 0,
            busy: false,
            stands: false,
            event: undefined,
          }
          expect(decide(one, { version: 1, id: 'v', seen: {}, asked: [] }, context, 0)).toHaveLength(10)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
