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

  it('fires once it is known that there were so many before', async () => {
    const { env, world, fire } = fakePage()
    let visits = 1
    let look = () => {}
    visit({ visit: 3 }, fire, { ...world, visits: () => visits, whenKnown: task => (look = task as never) })
    await env.advance(0)
    expect(fire).not.toHaveBeenCalled()
    visits = 3
    look()
    look()
    expect(fire).toHaveBeenCalledOnce()
  })
})
