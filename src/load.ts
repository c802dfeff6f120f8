import type { Load, Locale } from './contracts'

/** Spelled out, so that any bundler sees sixteen files and makes a chunk of each. */
const locales: Record<string, () => Promise<{ default: Locale }>> = {
  ar: () => import('../widgets/locales/ar'),
  ca: () => import('../widgets/locales/ca'),
  de: () => import('../widgets/locales/de'),
  en: () => import('../widgets/locales/en'),
  es: () => import('../widgets/locales/es'),
  fr: () => import('../widgets/locales/fr'),
  he: () => import('../widgets/locales/he'),
  it: () => import('../widgets/locales/it'),
  ja: () => import('../widgets/locales/ja'),
  ko: () => import('../widgets/locales/ko'),
  nl: () => import('../widgets/locales/nl'),
  pl: () => import('../widgets/locales/pl'),
  'pt-BR': () => import('../widgets/locales/pt-BR'),
  'pt-PT': () => import('../widgets/locales/pt-PT'),
  tr: () => import('../widgets/locales/tr'),
  'zh-Hans': () => import('../widgets/locales/zh-Hans'),
}

const parts = {
  more: () => import('../widgets/more'),
  kinds: () => import('../widgets/kinds'),
  places: () => import('../widgets/places'),
}

/** Fetches the lazy halves as chunks of the host's own bundle. */
export const load: Load = {
  languages: Object.keys(locales),
  async widgets(language) {
    const [{ ask, prepare }, { default: locale }] = await Promise.all([import('../widgets'), locales[language]!()])
    return { ask, prepare, locale }
  },
  part: name => parts[name as keyof typeof parts](), // a language comes whole
  delivery: () => import('./delivery'),
  formats: () => import('./destinations'),
}
