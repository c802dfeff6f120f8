// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Locale, Survey } from '../../src/contracts'
import { late } from '../../widgets/late'
import * as german from '../../widgets/locales/de'
import { first, rest } from '../../widgets/locales/en'
import * as more from '../../widgets/more'
import * as places from '../../widgets/places'
import { prepare } from '../../widgets/prepare'
import * as words from '../../widgets/words'
import { stage } from './stage'

const own = { 'nps.low': 'Never', why: 'Why, oh why?', skip: 'Pass', tab: 'Ideas?' }
const part = (name: string) => (({ more, words })[name] ?? { default: rest }) as never
let load = vi.fn<(name: string) => Promise<unknown>>()
const loaded = () => [...new Set(load.mock.calls.map(([name]) => name))]

/** A survey whose language has come with its first words only. */
const begin = () => stage('nps', { locale: { ...first } as Locale, load: load as never })

/** What a survey needs to be drawn, in the words of the site if it has some. */
const ready = async (
  survey: string | Survey,
  words?: Record<string, string>,
  locale = { ...first } as Locale,
  privacy = {},
  config = {},
) => {
  const touchpoint = { survey, placement: { kind: 'popover' } }
  await prepare(
    { touchpoint } as never,
    { config: { words, ...config }, privacy } as never,
    load as never,
    () => true,
    locale,
  )
  return locale
}

beforeEach(() => {
  vi.useFakeTimers()
  delete late.more
  delete late.words
  load = vi.fn(async name => part(name))
})
afterEach(() => {
  vi.useRealTimers()
  late.more = more
})

it('is drawn with the first words, and goes on with the others', async () => {
  const on = begin()
  expect(on.title()).toContain('How likely')
  expect(on.find('.ends').textContent).toBe('Not at all likelyExtremely likely')
  on.radio(9).click()
  await on.wait()
  expect(on.title()).toContain(rest.why)
  expect(on.button(rest.skip)).toBeTruthy()
  expect(on.find('.go').textContent).toBe(rest.submit)
  expect(loaded()).toEqual(['more', 'locales/en.more'])
})

it.each(['more', 'locales/en.more'])('draws nothing that needs both while %s is on its way', async slow => {
  let arrive = () => {}
  const arriving = new Promise<void>(resolve => {
    arrive = resolve
  })
  load = vi.fn(async name => {
    if (name === slow) await arriving
    return part(name)
  })
  const on = begin()
  on.radio(9).click()
  await on.wait(3000)
  expect(on.title()).toContain('How likely')
  expect(late.more).toBeUndefined()
  arrive()
  await on.wait()
  expect(on.title()).toContain(rest.why)
})

it('thanks for the answer when the other words cannot be had, as when the next steps cannot', async () => {
  load = vi.fn(async name => (name === 'more' ? more : Promise.reject(new Error('gone'))))
  const on = begin()
  on.radio(9).click()
  await on.wait()
  expect(on.title()).toBe(first.thanks)
  expect(on.all('button').map(button => button.getAttribute('aria-label'))).toEqual([first.close])
  expect(on.said).toContainEqual(['warn', 'not-loaded: Error: gone'])
  expect(on.said).toContainEqual(['complete', [expect.objectContaining({ value: 9 })]])
})

it('is prepared with every word where the next steps are here already, whatever language comes', async () => {
  late.more = more
  load = vi.fn(async () => ({ default: german.rest }))
  const locale = { ...german.first } as Locale
  for (const _ of [1, 2]) await ready('nps', undefined, locale)
  expect(locale).toEqual(german.default)
  expect(load.mock.calls).toEqual([['locales/de.more']])
})

it('is prepared without the other words for a first nps, and with them for any other first question', async () => {
  await ready('nps')
  expect(loaded()).toEqual([])
  await ready('csat')
  expect(loaded()).toEqual(['more', 'locales/en.more'])
})

it('is prepared with the other words where the way out for good is offered, as they name it', async () => {
  const locale = await ready('nps', undefined, { ...first } as Locale, {}, { optOut: true })
  expect(locale.optOut).toBe(rest.optOut)
})

it('is prepared with every kind where the first question cannot be asked, as another takes its place', async () => {
  const { kinds } = late
  delete late.kinds
  const unusable = { id: 'a', kind: 'text', min: 2, max: 1 } as const
  await ready({ questions: [unusable, { id: 'b', kind: 'choice', choices: ['c'] }] })
  expect(loaded()).toEqual(['more', 'locales/en.more', 'kinds'])
  late.kinds = kinds!
})

it('is prepared with what redacts free text where the site wants that, before anything can be written', async () => {
  await ready('nps', undefined, { ...first } as Locale, { redact: ['email'] })
  expect(loaded()).toEqual(['redact'])
  delete late.redact
  load = vi.fn(async () => Promise.reject(new Error('gone')))
  await expect(ready('nps', undefined, { ...first } as Locale, { redact: true })).rejects.toThrow('gone')
})

it.each([
  ['with its first words', first],
  ['whole, as with npm', { ...first, ...rest }],
])('is prepared in the words of the site, first and other, when a language comes %s', async (_, language) => {
  const locale = await ready('nps', own, { ...language } as Locale)
  expect(locale).toMatchObject({
    nps: { low: 'Never' },
    why: 'Why, oh why?',
    skip: 'Pass',
    tab: 'Ideas?',
    submit: rest.submit,
  })
  expect(first.nps.low).toBe('Not at all likely')
})

it('is prepared in the words of the site where the language comes whole, as for npm', async () => {
  const locale = await ready('nps', own, { ...german.default })
  expect(locale).toMatchObject({ nps: { low: 'Never' }, why: 'Why, oh why?', submit: german.rest.submit })
  expect(loaded()).toEqual(['more', 'words'])
})

it('is placed where what places it has come with another survey at the very moment it appears', async () => {
  const place = vi.fn(places.place)
  delete late.places
  const on = stage('nps', { theme: { accent: '#0a5c36' } })
  late.places = { ...places, place }
  await on.wait()
  expect(place).toHaveBeenCalledOnce()
  late.places = places
})
