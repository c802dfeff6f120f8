import { describe, expect, it } from 'vitest'
import type { Locale } from '../../src/contracts'
import { languages } from '../../src/language'
import en from '../../widgets/locales/en'
import { type Speech, say } from '../../widgets/wording'
import { translate } from '../../widgets/words'

const to = (language: string, change: Partial<Speech> = {}): Speech => ({
  language,
  brand: 'Acme',
  values: {},
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

  it('finds the base of a language that is known by its region or script', () => {
    const greeting = { en: 'Hello', pt: 'Olá', zh: '您好', 'pt-PT': 'Viva' }
    expect(say(greeting, to('pt-BR'))).toBe('Olá')
    expect(say(greeting, to('pt-PT'))).toBe('Viva')
    expect(say(greeting, to('zh-Hans'))).toBe('您好')
    expect(say({ ...greeting, 'zh-Hans': '你好' }, to('zh-Hans'))).toBe('你好')
  })

  it('finds the words of a region where the language has no others', () => {
    expect(say({ en: 'Hello', 'es-MX': 'Qué onda' }, to('es'))).toBe('Qué onda')
    expect(say({ en: 'Hello', 'pt-PT': 'Viva' }, to('pt-BR'))).toBe('Viva')
    expect(say({ en: 'Hello', 'est-EE': 'Tere' }, to('es'))).toBe('Hello')
  })

  it('takes the first variant that holds', () => {
    const wording = [{ if: { nps: 3 }, text: 'Sorry' }, { text: 'Great' }]
    expect(say(wording, to('en', { holds: () => true }))).toBe('Sorry')
    expect(say(wording, to('en'))).toBe('Great')
  })

  describe('fills in', () => {
    const values = {
      answers: { nps: 9, likes: ['price', 'care'] },
      user: { name: 'Ada', age: 0, deep: { er: 'x' }, empty: '' },
      event: { item: '{{user.name}} <b>' },
    }
    const fill = (text: string) => say(text, to('en', { values }))

    it('what is known of answers, the visitor and the event', () => {
      expect(fill('{{user.name}} gave {{ answers.nps }} for {{event.item}}')).toBe('Ada gave 9 for {{user.name}} <b>')
      expect(fill('{{answers.likes}}, {{user.age}}, {{user.deep.er}}')).toBe('price, care, 0, x')
    })

    it('the fallback, or nothing, where nothing is known', () => {
      expect(fill('Hi {{user.nick|there}}{{user.nick}}{{user.empty|!}}')).toBe('Hi there!')
      expect(fill('{{user.deep|no}} {{user.name.length|no}} {{user.constructor|no}} {{page.url|no}}')).toBe(
        'no no no no',
      )
    })

    it('nothing that is not asked for in the right form', () => {
      expect(fill('{{}} {{ | }} {user.name} {{user.name')).toBe('{{}} {{ | }} {user.name} {{user.name')
    })
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
    expect(say({ en: { type: 'script' } } as never, to('en'))).toBe('')
  })
})

const locales = await Promise.all(
  languages.map(async language => (await import(`../../widgets/locales/${language}.ts`)).default as Locale),
)

/** Every text of a locale with its path. */
const texts = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' ? texts(inner, `${path}${key}.`) : typeof inner === 'string' ? [[path + key, inner]] : [],
  )

describe.each(locales)('the locale $code', locale => {
  const english = texts(en)

  it('has every word that English has, in the same order, and none is empty', () => {
    expect(Object.keys(locale)).toEqual(Object.keys(en))
    expect(texts(locale).map(([key]) => key)).toEqual(english.map(([key]) => key))
    for (const [, text] of texts(locale)) expect(text).toMatch(/\S/)
  })

  it('leaves no sentence in English', () => {
    const left = texts(locale).filter(([, text], index) => text.includes(' ') && text === english[index]![1])
    expect(locale.code === 'en' ? [] : left).toEqual([])
  })

  it('names the brand where English does, and leaves no other blank', () => {
    const blanks = (of: Locale) =>
      texts(of).flatMap(([key, text]) => (text.match(/\{.*?\}/g) ?? []).map(blank => [key, blank]))
    expect(blanks(locale)).toEqual(blanks(en))
    expect(blanks(en)).toEqual([
      ['nps.title', '{brand}'],
      ['ces.title', '{brand}'],
    ])
  })

  it('bears its tag as the platform writes it, and the direction of its script', () => {
    expect(Intl.getCanonicalLocales(locale.code)).toEqual([locale.code])
    expect(locale.dir).toBe(/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(locale.thanks) ? 'rtl' : 'ltr')
  })

  it('counts what is left, in digits or in a word', () => {
    expect(new Set([0, 1, 2].map(locale.left)).size).toBe(3)
    for (const count of [5, 11, 21, 100]) expect(locale.left(count).match(/\d+/g)).toEqual([String(count)])
    expect(locale.left(25000)).toMatch(/25\D?000/)
  })

  it('puts what is left in the plural forms of the language', () => {
    const rules = new Intl.PluralRules(locale.code)
    const forms = new Map<string, string>()
    for (let count = 0; count < 1000; count++) {
      const wording = locale.left(count).replace(String(count), '#')
      const form = rules.select(count)
      expect(wording, `${count} is "${form}"`).toBe(forms.get(form) ?? wording)
      forms.set(form, wording)
    }
  })
})

describe('translate', () => {
  const own = translate(en, {
    submit: 'Send',
    skip: { en: 'No, thanks', es: 'No, gracias' },
    'thumbs.up': 'Yep',
    'feelings.0': 'Awful',
    left: '{1} to go',
    least: '{1} of {2}',
    range: '{2} down to {1}',
    hologram: 'x',
    'constructor.prototype': 'x',
    contact: 'x',
  })

  it('takes every word by its name, in the language of the visitor', () => {
    expect(own).toMatchObject({ submit: 'Send', skip: 'No, thanks', next: en.next })
    expect(own.thumbs).toEqual({ ...en.thumbs, up: 'Yep' })
    expect(own.feelings).toEqual(['Awful', ...en.feelings.slice(1)])
    expect(own.left(2000)).toBe('2,000 to go')
    expect(own.least(2)).toBe('2 of {2}')
    expect(own.range('1', '9')).toBe('9 down to 1')
  })

  it('takes no words of another language for those of the visitor’s', () => {
    const words = { submit: { es: 'Enviar', de: 'Senden' }, skip: { 'en-GB': 'No, ta' }, next: {} }
    expect(translate(en, words)).toMatchObject({ submit: en.submit, skip: 'No, ta', next: en.next })
  })

  it('leaves alone what is no word, and the language it was given', () => {
    expect(Object.keys(own)).toEqual(Object.keys(en))
    expect(own.contact).toEqual(en.contact)
    expect(en.submit).toBe('Submit')
    expect(en.feelings[0]).toBe('Very unhappy')
  })
})
