import { describe, expect, it } from 'vitest'
import type { Locale } from '../../src/contracts'
import en from '../../widgets/locales/en'
import es from '../../widgets/locales/es'
import { type Speech, say } from '../../widgets/wording'

const to = (language: string, change: Partial<Speech> = {}): Speech => ({
  language,
  brand: 'Acme',
  holds: condition => !condition,
  ...change,
})

describe('say', () => {
  const greeting = { en: 'Hello', es: 'Hola', 'es-MX': 'Qué onda' }

  it('speaks the very language, else its base, else English, else whatever there is', () => {
    expect(say(greeting, to('es-MX'))).toBe('Qué onda')
    expect(say(greeting, to('es-AR'))).toBe('Hola')
    expect(say(greeting, to('fr'))).toBe('Hello')
    expect(say({ de: 'Hallo' }, to('fr'))).toBe('Hallo')
  })

  it('takes the first variant that holds', () => {
    const wording = [{ if: { nps: 3 }, text: 'Sorry' }, { text: 'Great' }]
    expect(say(wording, to('en', { holds: () => true }))).toBe('Sorry')
    expect(say(wording, to('en'))).toBe('Great')
  })

  it('names the brand as it is written, wherever it is called', () => {
    expect(say('{brand} & {brand}', to('en', { brand: '$& <b>' }))).toBe('$& <b> & $& <b>')
  })

  it('says nothing when there is nothing to say', () => {
    expect(say(undefined, to('en'))).toBe('')
    expect(say([], to('en'))).toBe('')
    expect(say({}, to('en'))).toBe('')
  })

  it('turns whatever it is given into plain text', () => {
    expect(say(42 as never, to('en'))).toBe('42')
    expect(say({ en: { type: 'script' } } as never, to('en'))).toBe('[object Object]')
  })
})

describe.each<Locale>([en, es])('the locale $code', locale => {
  const leaves = (value: object, path = ''): [string, unknown][] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' ? leaves(inner, `${path}${key}.`) : [[path + key, inner] as [string, unknown]],
    )

  it('has every word that English has, and none is empty', () => {
    expect(leaves(locale).map(([key]) => key)).toEqual(leaves(en).map(([key]) => key))
    for (const [, word] of leaves(locale)) expect(word).toMatch(/\S/)
  })

  it('names the brand in the NPS question, and leaves no other blank', () => {
    expect(leaves(locale).filter(([, word]) => /[{}]/.test(String(word)))).toEqual([['nps.title', locale.nps.title]])
    expect(locale.nps.title.match(/\{.*?\}/g)).toEqual(['{brand}'])
  })

  it('bears a language tag that the platform knows', () => {
    expect(new Intl.Locale(locale.code).language).toBe(locale.code)
  })
})
