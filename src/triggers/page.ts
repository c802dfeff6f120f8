import type { Env, Trigger } from '../contracts'
import type { PageTrigger } from '../schema'

/** Fires on each page of those addresses: as it is loaded, and as it is come to without a load. */
export const page: Trigger<PageTrigger> = (options, fire, { env, onNavigate }) => {
  let last: unknown
  /** One visit to those addresses: what waits is over once they are left. */
  let stay = {}
  const look = () => {
    const here = isOn(options, env) && env.window.location.href.split(/#(?![/!])/)[0]
    if (!here) stay = {}
    const own = stay
    if (here && here !== last)
      fire({ kind: 'page', name: env.window.location.pathname, properties: {} }, () => own === stay)
    last = here
  }
  env.calmly(look)()
  return onNavigate(look)
}

/**
 * Whether the page's address is one of `page` and none of `not`: globs for the path or the whole address. Query and
 * fragment may follow where they say nothing of them. The browser has letters beyond ASCII encoded.
 */
export function isOn({ page = '*', not = [] }: Partial<PageTrigger>, { window }: Env): boolean {
  const toPattern = (glob: string) =>
    glob
      .replace(/[^ -~]+/g, encodeURI)
      .replace(/[^*\w]/g, '\\$&')
      .replace(/\*/g, '.*')
  const fits = (glob: string) => window.location.href.match(`^([^/]+//[^/]+)?${toPattern(glob)}([?#].*)?$`)
  return [page].flat().some(fits) && ![not].flat().some(fits)
}
