import { describe, expect, it, vi } from 'vitest'
import { createVisitor } from '../../src/eligibility/visitor'
import { counted, echoes } from '../../src/journey/counting'
import { type FakeEnv, fakeEnv } from '../fakes/env'

function page(options: object, env: FakeEnv = fakeEnv()) {
  const fire = vi.fn()
  const hear = counted(
    options,
    'a 0',
    { visitor: createVisitor(env, () => true), whenKnown() {}, isEcho: echoes(env) },
    fire,
  )
  return { env, fire, happen: (properties: object = {}) => hear({ name: 'e', properties: { ...properties } }) }
}

describe('counted', () => {
  it('lets every so-manieth through, over all visits', () => {
    const first = page({ every: 3 })
    for (let count = 0; count < 4; count++) first.happen()
    expect(first.fire).toHaveBeenCalledTimes(1)
    const second = page({ every: 3 }, first.env)
    second.happen()
    expect(second.fire).not.toHaveBeenCalled()
    second.happen()
    expect(second.fire).toHaveBeenCalledTimes(1)
  })

  it('counts what several sources tell of at once as one, and what one tells twice as two', async () => {
    const env = fakeEnv()
    const { fire } = page({}, env)
    const hear = counted(
      { after: 2 },
      'a 0',
      { visitor: createVisitor(env, () => true), whenKnown() {}, isEcho: echoes(env) },
      fire,
    )
    const tell = (source?: string) => hear({ name: 'cart.added', properties: {}, source })
    for (const source of ['dataLayer', 'woocommerce', undefined]) tell(source)
    tell('dataLayer')
    expect(fire).not.toHaveBeenCalled()
    await env.advance(1000)
    tell('woocommerce')
    expect(fire).toHaveBeenCalledOnce()
    tell('dataLayer')
    expect(fire).toHaveBeenCalledOnce()
  })

  it('lets none through until so many have gone before', () => {
    const { fire, happen } = page({ after: 2 })
    happen()
    happen()
    expect(fire).not.toHaveBeenCalled()
    happen()
    happen()
    expect(fire).toHaveBeenCalledTimes(2)
  })

  it('counts an order once, however often it is told of', () => {
    const { fire, happen } = page({ every: 2 })
    for (let count = 0; count < 5; count++) happen({ order_id: 1 })
    expect(fire).not.toHaveBeenCalled()
    happen({ order_id: 2 })
    expect(fire).toHaveBeenCalledTimes(1)
    happen({ order_id: 2 })
    expect(fire).toHaveBeenCalledTimes(1)
  })

  it('writes nothing where nothing is to be counted', () => {
    const { env, fire, happen } = page({ every: 1 })
    happen({ order_id: 1 })
    happen({ order_id: 1 })
    expect(fire).toHaveBeenCalledTimes(2)
    expect(env.local.keys()).toEqual([])
  })
})
