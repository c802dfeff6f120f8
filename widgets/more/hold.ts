/** So long after a step has come, a tap is still meant for the one before. */
const SETTLE_MS = 500

/** When a step came last, or was tapped too soon. */
let since = 0

function refuse(event: Event) {
  event.preventDefault()
  event.stopPropagation()
}

function tap(event: PointerEvent) {
  const now = performance.now()
  const isMeant = event.detail <= (event.pointerType === 'mouse' ? 1 : 0)
  if (isMeant || now - since > SETTLE_MS) return
  since = now // until there is a pause
  refuse(event)
}

function press(event: KeyboardEvent) {
  const { key, repeat, target } = event
  // In a field, a key that is held down writes.
  const isHeard = key === 'Enter' ? 'textarea' : /\d/.test(key) ? ':not([type=radio])' : '*'
  if (repeat && !(target as Element).matches(isHeard)) refuse(event)
}

/**
 * A new step takes nothing that was meant for the one before: the second half of a double click, the taps of a child
 * who drums on a screen, a key that is held down. A mouse may click at once, and so may a single press of a key.
 */
export function hold(card: HTMLElement): void {
  since = performance.now()
  card.addEventListener('click', tap as EventListener, true)
  card.addEventListener('keydown', press, true)
}
