/** What takes the focus of a step: what is wrong, what was picked, or what comes first; null when there is only its title. */
export const firstOf = (card: Element): HTMLElement | null =>
  card.querySelector('[aria-invalid=true]:not([role])') ??
  card.querySelector('.step :checked') ??
  card.querySelector('.step :is(input,textarea,[tabindex="0"]):not([tabindex="-1"])')
