import type { Env } from './contracts'

/** The languages that Pulso speaks. Each is a file of its own under widgets/locales. */
export const languages = 'ar ca de en es fr he it ja ko nl pl pt-BR pt-PT tr zh-Hans'.split(' ')

/** The language of ours that a tag asks for: some say it by another name, and traditional Chinese is none of ours. */
function find(tag: string, languages: string[]): string | undefined {
  const name = tag
    .toLowerCase()
    .replace('_', '-')
    .replace(/^iw\b/, 'he')
    .replace(/^pt-(ao|mz)/, 'pt-pt')
    .replace(/^pt(?!-pt)\b/, 'pt-br')
    .replace(/^zh\b(?!.*(hant|tw|hk|mo))/, 'zh-hans')
  return languages.find(language => `${name}-`.startsWith(`${language.toLowerCase()}-`))
}

/** The language to ask in, of those that there are: as configured, the page's own, then the visitor's; else English. */
export function pickLanguage(configured: string | undefined, languages: string[], { window }: Env): string {
  const wanted =
    configured && configured !== 'auto'
      ? [configured]
      : [window.document.documentElement.lang, ...window.navigator.languages]
  return wanted.flatMap(tag => find(tag, languages) ?? [])[0] ?? 'en'
}
