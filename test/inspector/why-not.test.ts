import { describe, expect, it } from 'vitest'
import { whyNot } from '../../src/inspector/why-not'

describe('whyNot', () => {
  const gates = (...no: string[]) =>
    ['consent', 'optOut', 'busy', 'shown'].map(gate => ({ gate, pass: !no.includes(gate), reason: `No ${gate}.` }))
  const attempt = { failure: '', isOffered: false }

  it('names the gate that nobody can insist against', () => {
    expect(whyNot(gates('consent', 'shown'), attempt)).toBe('No consent.')
    expect(whyNot(gates('shown', 'optOut'), attempt)).toBe('No optOut.')
  })

  it('says what went wrong, and that the page has kept it off', () => {
    expect(whyNot(gates(), { ...attempt, failure: 'help: no element matches "#a"' })).toBe(
      'help: no element matches "#a".',
    )
    expect(whyNot(gates('shown'), { ...attempt, isOffered: true })).toMatch(/^The page has kept it off/)
  })

  it('has no other reason than that it is there', () => {
    expect(whyNot(gates('busy', 'shown'), attempt)).toBe('It is on the page already.')
  })
})
