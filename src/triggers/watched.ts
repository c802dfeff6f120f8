import type { Stop, Trigger, TriggerWorld } from '../contracts'
import type { PageTrigger } from '../schema'
import { onNavigate } from './navigation'
import { isOn } from './page'

/** What every trigger that watches may be told, and those of its options that are selectors. */
interface Watching extends Partial<PageTrigger> {
  scope?: 'page' | 'session' | undefined
  in?: string
  click?: string
  visible?: string
  form?: string
}

/**
 * Runs a trigger on the pages that it is for: by default begun anew on each of them, with scope `"session"` going on
 * from one to the next, the time that it measures over loads too. It is told that it is still so until the page
 * is none of them. A trigger whose selector no browser can read rests.
 */
export function watched(
  trigger: Trigger<never>,
  options: Watching,
  fire: Parameters<Trigger<never>>[1],
  world: TriggerWorld,
): Stop {
  const { env, key, warn } = world
  const { scope, in: box, click = box, visible = click, form: selector = visible } = options
  const session = scope === 'session'
  try {
    if (selector !== undefined) env.window.document.createDocumentFragment().querySelector(selector)
  } catch {
    warn!('bad-selector', `${JSON.stringify(selector)} is no CSS selector`)
    return () => {}
  }
  const own = { ...world, key: session && key ? `pulso:time:${key}` : undefined }
  let on = ''
  /** One visit to those pages: what waits is over once they are left. */
  let stay = {}
  let running: Stop | undefined
  let soon: Stop | undefined
  const rest = () => {
    running?.()
    running = undefined
  }
  const look = () => {
    soon = undefined
    const { pathname, search, hash } = env.window.location
    // A fragment is a page only where an application routes by it.
    const page = pathname + search + (/^#[/!]/.test(hash) ? hash : '')
    const here = isOn(options, env)
    if (!here) stay = {}
    if (!here || (!session && page !== on)) rest()
    on = page
    if (here) {
      running ??= trigger(
        options as never,
        (event, still) => {
          const its = stay
          fire(event, () => its === stay && isOn(options, env) && still?.() !== false)
        },
        own,
      )
    }
  }
  look()
  // A moment later: what brings the page here has done its part, and the trigger has heard of the step itself.
  const stop = onNavigate(env, () => {
    soon ??= env.after(0, look)
  })
  return () => {
    stop()
    soon?.()
    rest()
  }
}
