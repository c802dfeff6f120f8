import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages, pickLanguage } from '../src/language'
import { fakeEnv } from './fakes/env'

const pick = (configured: string | undefined, lang: string, visitor: string[]) =>
  pickLanguage(
    configured,
    fakeEnv({ document: { documentElement: { lang } }, navigator: { languages: visitor } } as never),
  )

describe('pickLanguage', () => {
  it.each([
    ['es', 'en', ['en'], 'es'],
    ['es-MX', '', [], 'es'],
    ['auto', 'es', ['en'], 'es'],
    [undefined, 'es-ES', ['en'], 'es'],
    [undefined, '', ['fr', 'es-AR'], 'es'],
    [undefined, 'fr', ['de'], 'en'],
    ['xx', 'es', ['es'], 'en'],
  ])('configured %s, page %s, visitor %j: %s', (configured, lang, visitor, expected) => {
    expect(pick(configured, lang, visitor)).toBe(expected)
  })

  it('names exactly the languages that there are', () => {
    expect(
      readdirSync('widgets/locales')
        .map(file => file.replace('.ts', ''))
        .sort(),
    ).toEqual(languages)
  })
})
