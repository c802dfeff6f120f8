import { describe, expect, it } from 'vitest'
import * as kinds from '../../widgets/kinds/css'
import * as more from '../../widgets/more/css'
import * as places from '../../widgets/places/css'
import { css } from '../../widgets/theme/css'

const all = [css, more.css, kinds.css, places.css].join('\n')

describe('the styles', () => {
  it('move for less than 200 ms', () => {
    const durations = [...all.matchAll(/(?:animation|transition)[^:;{}]*:[^;}]*?([\d.]+)(m?s)\b/g)].map(
      ([, number, unit]) => Number(number) * (unit === 's' ? 1000 : 1),
    )
    expect(durations.length).toBeGreaterThan(3)
    for (const duration of durations) expect(duration).toBeLessThan(200)
  })

  it('say nothing that reaches beyond the shadow root', () => {
    const rules = new Set([...all.matchAll(/@[a-z-]+/g)].map(([rule]) => rule))
    expect([...rules].sort()).toEqual(['@keyframes', '@media', '@supports'])
  })

  it('name nothing that a page may have a value or a type for, but what it is to set', () => {
    const names = new Set([...all.matchAll(/--(?!_|pulso-)[a-z]+/g)].map(([name]) => name))
    expect([...names]).toEqual([])
  })

  it('close every bracket that they open', () => {
    for (const part of [css, more.css, kinds.css, places.css])
      expect(part.split('{').length).toBe(part.split('}').length)
  })
})
