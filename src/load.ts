import type { Load, Parts } from './contracts'
import { languages } from './language'

const chunks = () => import('./chunks')

/** Fetches the lazy halves as chunks of the host's own bundle. */
export const load: Load = {
  languages,
  async widgets(language) {
    const [{ present }, { default: locale }] = await Promise.all([
      import('../widgets'),
      chunks().then(({ locales }) => locales[language]!()),
    ])
    return { present, locale }
  },
  part: async <Name extends keyof Parts>(name: Name) =>
    (await chunks()).parts[name]!() as unknown as Promise<Parts[Name]>,
}
