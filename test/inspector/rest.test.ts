import { describe, expect, it } from 'vitest'
import { nextEnd } from '../../src/inspector/rest'

describe('nextEnd', () => {
  const shown = (until: number, pass = false) => ({ gate: 'shown', pass, facts: [100, until] })

  it('is the first end of a rest that still goes on', () => {
    expect(
      nextEnd(
        [
          [shown(900), shown(400)],
          [shown(300, true), shown(150)],
        ],
        200,
      ),
    ).toBe(400)
  })

  it('is never where nothing ends: a count that is reached, or no rest at all', () => {
    expect(nextEnd([[{ gate: 'max', pass: false, facts: [3, 3] }]], 200)).toBe(Infinity)
    expect(nextEnd([], 200)).toBe(Infinity)
  })
})
