/**
 * What an npm user's bundler makes chunks of: one each, spelled out so that any bundler sees them.
 * @module
 */
import type { Locale } from './contracts'

/** The halves and parts that are fetched when they are needed, by the names of their files on the script tag. */
export const parts: Record<string, () => Promise<object>> = {
  more: () => import('../widgets/more'),
  kinds: () => import('../widgets/kinds'),
  redact: () => import('../widgets/redact'),
  places: () => import('../widgets/places'),
  carry: () => import('./carry'),
  delivery: () => import('./delivery'),
  formats: () => import('./destinations'),
  journey: () => import('./journey'),
  explain: () => import('./explain'),
  inspector: () => import('./inspector'),
  'adapters/adobe-data-layer': () => import('./adapters/adobe-data-layer'),
  'adapters/bigcommerce': () => import('./adapters/bigcommerce'),
  'adapters/chatwoot': () => import('./adapters/chatwoot'),
  'adapters/crisp': () => import('./adapters/crisp'),
  'adapters/data-layer': () => import('./adapters/data-layer'),
  'adapters/digital-data': () => import('./adapters/digital-data'),
  'adapters/drift': () => import('./adapters/drift'),
  'adapters/freshchat': () => import('./adapters/freshchat'),
  'adapters/gorgias': () => import('./adapters/gorgias'),
  'adapters/hubspot': () => import('./adapters/hubspot'),
  'adapters/intercom': () => import('./adapters/intercom'),
  'adapters/livechat': () => import('./adapters/livechat'),
  'adapters/magento': () => import('./adapters/magento'),
  'adapters/mparticle': () => import('./adapters/mparticle'),
  'adapters/prestashop': () => import('./adapters/prestashop'),
  'adapters/rudderstack': () => import('./adapters/rudderstack'),
  'adapters/salesforce': () => import('./adapters/salesforce'),
  'adapters/segment': () => import('./adapters/segment'),
  'adapters/shopify': () => import('./adapters/shopify'),
  'adapters/shopify-theme': () => import('./adapters/shopify-theme'),
  'adapters/shopware': () => import('./adapters/shopware'),
  'adapters/snowplow': () => import('./adapters/snowplow'),
  'adapters/tawk': () => import('./adapters/tawk'),
  'adapters/tealium': () => import('./adapters/tealium'),
  'adapters/tidio': () => import('./adapters/tidio'),
  'adapters/vtex': () => import('./adapters/vtex'),
  'adapters/woocommerce': () => import('./adapters/woocommerce'),
  'adapters/zendesk': () => import('./adapters/zendesk'),
  'consent/google': () => import('./consent/google'),
  'consent/tcf': () => import('./consent/tcf'),
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
