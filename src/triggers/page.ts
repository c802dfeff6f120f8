import type { Env, Trigger } from '../contracts'
import type { PageTrigger } from '../schema'

/** Fires on each page of those addresses: as it is loaded, and as it is come to without a load. */
export const page: Trigger<PageTrigger> = (options, fire, { env, onNavigate }) => {
  const isHere = () => isOn(options, env)
  let last: unknown
  const look = () => {
    const here = isHere() && env.window.location.href
    if (here && here !== last) fire({ kind: 'page', name: env.window.location.pathname, properties: {} }, isHere)
    last = here
  }
  const stopFirst = env.after(0, look)
  const stopOthers = onNavigate(look)
  return () => {
    stopFirst()
    stopOthers()
  }
}

/** Whether the page's address is one of `page` and none of `not`. */
export function isOn({ page = '*', not = [] }: Partial<PageTrigger>, { window }: Env): boolean {
  const { pathname, search, hash, href } = window.location
  const fits = (glob: string) => {
    const pattern = new RegExp(`^${glob.replace(/[^*\w]/g, '\\$&').replace(/\*/g, '.*')}$`)
    return [pathname, pathname + search, pathname + search + hash, href].some(address => pattern.test(address))
  }
  return [page].flat().some(fits) && ![not].flat().some(fits)
}
