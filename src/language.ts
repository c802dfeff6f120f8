import type { Env } from './contracts'

/** The languages that Pulso speaks. Each is a file of its own under widgets/locales. */
export const languages = ['en', 'es']

/** The language to ask in: what the configuration says, the page's own, then the visitor's; English when we speak none. */
export function pickLanguage(configured: string | undefined, { window }: Env): string {
  const wanted =
    configured && configured !== 'auto'
      ? [configured]
      : [window.document.documentElement.lang, ...window.navigator.languages]
  return wanted.map(tag => tag.toLowerCase().split('-')[0]!).find(tag => languages.includes(tag)) ?? 'en'
}
