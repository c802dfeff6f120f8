import type { Verdict } from '../contracts'

/** When the first of the rests ends that keep somebody from being asked; infinitely late where there is none. */
export const nextEnd = (verdicts: Verdict[], now: number): number =>
  Math.min(
    ...verdicts
      .flat()
      .flatMap(({ pass, facts: [, until] }) => (!pass && typeof until === 'number' && until > now ? until : Infinity)),
  )
