import type { Load, Parts } from './contracts'
import { languages } from './language'

const parts: Record<string, () => Promise<object>> = {
  more: () => import('../widgets/more'),
  kinds: () => import('../widgets/kinds'),
  places: () => import('../widgets/places'),
  carry: () => import('./carry'),
  delivery: () => import('./delivery'),
  formats: () => import('./destinations'),
  journey: () => import('./journey'),
  inspector: () => import('./inspector'),
}

/** Fetches the lazy halves as chunks of the host's own bundle. */
export const load: Load = {
  languages,
  async widgets(language) {
    const [{ present }, { locales }] = await Promise.all([import('../widgets'), import('./locales')])
    const { default: locale } = await locales[language]!()
    return { present, locale }
  },
  part: async <Name extends keyof Parts>(name: Name) =>
    (parts[name] ?? (await import('./sources')).sources[name]!)() as unknown as Promise<Parts[Name]>,
}
