import type { Env, Stop } from '../contracts'

/**
 * Calls `handler` whenever the page's address has changed without a load: by the Navigation API
 * (https://developer.mozilla.org/docs/Web/API/Navigation_API), else by listening in on `history`. Others may wrap it in
 * their turn: after the stop ours stays where it is and passes through.
 */
export function onNavigate({ window, listen }: Env, handler: () => unknown): Stop {
  const { history, location, navigation } = window as Window & { navigation?: EventTarget }
  let { href } = location
  const look = () => {
    if (href !== location.href) {
      href = location.href
      handler()
    }
  }
  if (navigation) return listen(navigation, 'currententrychange', look)
  const heard = new window.EventTarget()
  for (const name of ['pushState', 'replaceState'] as const) {
    const own = history[name]
    try {
      history[name] = (...args) => {
        const result = own.apply(history, args) // nothing, unless somebody has wrapped it before
        heard.dispatchEvent(new Event(''))
        return result
      }
    } catch {} // frozen: there is nothing to hear
  }
  const stops = [listen(heard, '', look), listen(window, 'popstate', look)]
  return () => stops.forEach(stop => void stop())
}
