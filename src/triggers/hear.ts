/**
 * A target as its capturing phase hears it: before the page can stop an event, with those that do not bubble, and
 * passively, so that no scrolling waits for us.
 */
export const early = (target: EventTarget) =>
  ({
    addEventListener: (type, handler) => target.addEventListener(type, handler, { capture: true, passive: true }),
    removeEventListener: (type, handler) => target.removeEventListener(type, handler, true),
  }) as EventTarget

/** Whether an event came to pass on what the selector finds, or on something within, shadow roots included. */
export const isWithin = (event: Event, selector: string) =>
  event.composedPath().some(target => (target as Element).matches?.(selector))
