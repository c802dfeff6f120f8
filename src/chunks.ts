/**
 * What an npm user's bundler makes chunks of: one each, spelled out so that any bundler sees them.
 * @module
 */
import type { Locale } from './contracts'

/** The halves and parts that are fetched when they are needed, by the names of their files on the script tag. */
export const parts: Record<string, () => Promise<object>> = {
  more: () => import('../widgets/more'),
  kinds: () => import('../widgets/kinds'),
  places: () => import('../widgets/places'),
  carry: () => import('./carry'),
  delivery: () => import('./delivery'),
  formats: () => import('./destinations'),
  journey: () => import('./journey'),
  inspector: () => import('./inspector'),
}

/** The languages. */
export const locales: Record<string, () => Promise<{ default: Locale }>> = {
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
