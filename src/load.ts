import type { Load } from './contracts'

/** Fetches the lazy halves as chunks of the host's own bundle. */
export const load: Load = {
  async widgets(language) {
    const [{ ask }, { default: locale }] = await Promise.all([
      import('../widgets'),
      language === 'es' ? import('../widgets/locales/es') : import('../widgets/locales/en'),
    ])
    return { ask, locale }
  },
  delivery: () => import('./delivery'),
}
