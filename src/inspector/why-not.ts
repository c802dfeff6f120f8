import type { Gate } from '../contracts'

/** How far an asking came that nobody was shown. */
export interface Attempt {
  /** What went wrong, if something did. */
  failure: string
  /** It came as far as `before-show`. */
  isOffered: boolean
}

/** Why a touchpoint was not shown, though somebody insisted. */
export function whyNot(gates: Gate[], { failure, isOffered }: Attempt): string {
  if (failure) return `${failure}.`
  if (isOffered) return 'The page has kept it off: a handler of "before-show" returned false.'
  const no = gates.find(({ gate, pass }) => !pass && /^(consent|optOut)$/.test(gate))
  return no?.reason ?? 'It is on the page already.'
}
