import { describe, expect, it } from 'vitest'
import { visit } from '../../src/triggers/visit'
import { fakePage } from '../fakes/page'

describe('visit', () => {
  it.each([
    [2, 0],
    [3, 1],
    [9, 1],
  ])('from the third visit on: in visit %d it fires %d times', async (visits, times) => {
    const { env, world, fire } = fakePage()
    visit({ visit: 3 }, fire, { ...world, visits: () => visits })
    await env.advance(864e5)
    expect(fire).toHaveBeenCalledTimes(times)
  })

  it('rests where nobody counts visits', async () => {
    const { env, world, fire } = fakePage()
    visit({ visit: 1 }, fire, world)
    await env.advance(0)
    expect(fire).not.toHaveBeenCalled()
  })
})
