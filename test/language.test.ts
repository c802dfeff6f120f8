import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages, pickLanguage } from '../src/language'
import { load } from '../src/load'
import { fakeEnv } from './fakes/env'

const pick = (configured: string | undefined, lang: string, visitor: string[]) =>
  pickLanguage(
    configured,
    languages,
    fakeEnv({ document: { documentElement: { lang } }, navigator: { languages: visitor } } as never),
  )

describe('pickLanguage', () => {
  it.each([
    ['es', 'en', ['en'], 'es'],
    ['es-MX', '', [], 'es'],
    ['auto', 'es', ['en'], 'es'],
    [undefined, 'es-ES', ['en'], 'es'],
    [undefined, '', ['sv', 'es-AR'], 'es'],
    [undefined, 'sv', ['fi'], 'en'],
    [undefined, '', [], 'en'],
    ['xx', 'es', ['es'], 'en'],
  ])('configured %s, page %s, visitor %j: %s', (configured, lang, visitor, expected) => {
    expect(pick(configured, lang, visitor)).toBe(expected)
  })

  it.each([
    ['pt', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-PT'],
    ['pt-AO', 'pt-PT'],
    ['pt-MZ', 'pt-PT'],
    ['pt_BR', 'pt-BR'],
    ['PT-pt', 'pt-PT'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans', 'zh-Hans'],
    ['zh-hans-HK', 'zh-Hans'],
    ['iw', 'he'],
    ['he-IL', 'he'],
    ['ca-valencia', 'ca'],
    ['ar-EG', 'ar'],
    ['de-AT', 'de'],
    ['JA-jp', 'ja'],
  ])('%s is asked in %s', (tag, expected) => {
    expect(pick(tag, '', [])).toBe(expected)
  })

  it.each(['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-CN'])('%s is not ours: the next wish is heard', tag => {
    expect(pick(undefined, tag, ['ko'])).toBe('ko')
    expect(pick(tag, '', ['ko'])).toBe('en')
  })

  it.each(['gsw', 'enm', 'fra', 'heb', 'ptx', '<b>', '*'])(
    '%s is no language of ours, whatever it begins with',
    tag => {
      expect(pick(tag, '', [])).toBe('en')
    },
  )
})

describe('languages', () => {
  it('names exactly the languages that there are', () => {
    expect(
      readdirSync('widgets/locales')
        .map(file => file.replace('.ts', ''))
        .sort(),
    ).toEqual(languages)
    expect(load.languages).toEqual(languages)
  })

  it.each(languages)('%s is found under its own tag, and loaded', async language => {
    expect(pick(language, '', [])).toBe(language)
    expect((await load.widgets(language)).locale.code).toBe(language)
  })
})
