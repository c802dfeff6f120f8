/** What takes the focus of a step: what is wrong, what was picked, or what comes first; null when there is only its title. */
export const firstOf = (card: Element): HTMLElement | null =>
  card.querySelector('[aria-invalid=true]:not([role])') ??
  card.querySelector('.step :checked') ??
  card.querySelector('.step :is(input,textarea,[tabindex="0"]):not([tabindex="-1"])')

/** Where in the page the focus was last, innermost: of what is in an element's shadow root, others are told the element alone. */
let last: EventTarget | undefined
/** Where it was before it came to a card. */
const before = new WeakMap<EventTarget, HTMLElement>()

function lose(event: FocusEvent) {
  last = event.composedPath()[0]
}

function come({ currentTarget: card, relatedTarget }: FocusEvent) {
  if (relatedTarget && !(card as Node).contains(last as Node)) before.set(card!, last as HTMLElement)
}

/** Keeps in mind where the focus comes from. To ask for it again changes nothing. */
export function keepFocus(card: HTMLElement): void {
  card.ownerDocument.addEventListener('focusout', lose, true)
  card.addEventListener('focusin', come)
}

/** Gives the focus back to where it came from, when the card that has it goes. */
export function giveBack(card: HTMLElement): void {
  card.ownerDocument.removeEventListener('focusout', lose, true)
  if ((card.getRootNode() as ShadowRoot).activeElement) before.get(card)?.focus({ preventScroll: true })
}
