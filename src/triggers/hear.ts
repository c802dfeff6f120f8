import type { Env, Stop } from '../contracts'

/**
 * Listens on the way down to an event's target: before the page can stop it, to those that do not bubble, too; and
 * passively, so that no scrolling waits for us.
 */
export const hear = (env: Env, target: EventTarget, type: string, handler: (event: never) => unknown): Stop => {
  const phase = { capture: true, passive: true }
  const { listen } = env
  return listen(
    {
      addEventListener: (...args) => target.addEventListener(args[0], args[1], phase),
      removeEventListener: (...args) => target.removeEventListener(args[0], args[1], phase),
    } as EventTarget,
    type,
    handler as (event: Event) => unknown,
  )
}

const isOn = (event: Event, selector: string) =>
  event.composedPath().some(target => (target as Element).matches?.(selector))

/** Whether it came to pass on a survey or the inspector, which are no part of the page. */
export const isOurs = (event: Event) => isOn(event, '[data-pulso-inspector],[data-pulso]')

/** On what the selector finds in the page, or on something within, open shadow roots included. */
export const isWithin = (event: Event, selector: string) => isOn(event, selector) && !isOurs(event)
