import { describe, expect, it } from 'vitest'
import { css } from '../../src/inspector/css'

const namesIn = (pattern: RegExp) => new Set([...css.matchAll(pattern)].map(([, name]) => name))

describe('css', () => {
  it('uses no token that nobody defines', () => {
    const used = namesIn(/var\((--_\w+)/g)
    const defined = namesIn(/[{;\n](--_\w+):/g)
    expect(used.size).toBeGreaterThan(10)
    expect([...used].filter(name => !defined.has(name))).toEqual([])
  })
})
