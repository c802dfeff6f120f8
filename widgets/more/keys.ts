const types = ['keydown', 'keyup', 'keypress']

/** The shadow root that has the focus, or had it last. */
let root: ShadowRoot | undefined
/** The key that was pressed in it last, until another is pressed elsewhere. */
let pressed: string | null | undefined

/**
 * Keys that are typed in a survey are the survey's: the page hears none, not even where its document listens in the
 * capture phase. They are caught at the window, where only what has listened longer comes first, and told again inside
 * the shadow root, out of which such an event never comes. To ask for it again changes nothing.
 */
export function ownKeys(card: HTMLElement): void {
  card.addEventListener('focusin', own)
  if (card.matches(':focus-within')) own({ currentTarget: card })
}

function tell(this: Window, event: KeyboardEvent) {
  const focused = root?.activeElement
  // What is left of a key that has closed the survey, or led out of it, is no key of the page's.
  if (event.type === 'keydown' && !event.repeat) pressed = focused && event.code
  if (!focused && event.code !== pressed) {
    for (const type of types) this.removeEventListener(type, tell as never, true)
    return
  }
  // What a script has made up goes where the script sends it, and a dialog around an inline survey has its own keys.
  if (!event.isTrusted || (root!.host.matches('[data-pulso=inline]') && /Tab|Escape/.test(event.key))) return
  event.stopImmediatePropagation()
  if (!focused) return event.preventDefault()
  const copied: Record<string, unknown> = {}
  for (const name in event) copied[name] = event[name as keyof KeyboardEvent]
  if (!focused.dispatchEvent(new KeyboardEvent(event.type, { ...copied, composed: false }))) event.preventDefault()
}

function own({ currentTarget }: { currentTarget: unknown }) {
  const card = currentTarget as HTMLElement
  root = card.getRootNode() as ShadowRoot
  for (const type of types) card.ownerDocument.defaultView!.addEventListener(type, tell as never, true)
}
