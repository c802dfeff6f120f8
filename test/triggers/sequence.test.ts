import { describe, expect, it } from 'vitest'
import { sequence } from '../../src/triggers/sequence'
import { fakePage } from '../fakes/page'

type Options = Parameters<typeof sequence>[0]

function follow(options: Options, times: number[] = []) {
  const page = fakePage()
  let kept = times
  page.world.steps = ({ properties }, advance, done) => {
    if (properties.again) return
    const times = advance([...kept])
    kept = times ?? []
    if (!times) done()
  }
  sequence(options, page.fire, page.world)
  return { ...page, kept: () => kept }
}

const minutes = (count: number) => count * 6e4

describe('sequence', () => {
  it('fires with the last event, others in between or not', () => {
    const { track, fire } = follow({ sequence: ['viewed', 'added', 'paid'] })
    for (const name of ['viewed', 'other', 'added', 'viewed', 'paid']) track(name, { is: name })
    expect(fire.mock.calls).toEqual([[{ name: 'paid', properties: { is: 'paid' } }]])
  })

  it('wants the order', () => {
    const { track, fire } = follow({ sequence: ['added', 'paid'] })
    for (const name of ['paid', 'added']) track(name)
    expect(fire).not.toHaveBeenCalled()
  })

  it('takes no step with what it has heard before', () => {
    const { track, fire } = follow({ sequence: ['paid', 'paid'] })
    track('paid')
    track('paid', { again: true })
    expect(fire).not.toHaveBeenCalled()
    track('paid')
    expect(fire).toHaveBeenCalledOnce()
  })

  it('begins anew after it has fired', () => {
    const { track, fire } = follow({ sequence: ['added', 'paid'] })
    for (const name of ['added', 'paid', 'paid', 'added', 'paid']) track(name)
    expect(fire).toHaveBeenCalledTimes(2)
  })

  it('counts one event as one step', () => {
    const { track, fire } = follow({ sequence: ['failed', 'failed', 'failed'] })
    track('failed')
    track('failed')
    expect(fire).not.toHaveBeenCalled()
    track('failed')
    expect(fire).toHaveBeenCalledOnce()
  })

  it('looks at the properties of each step', () => {
    const { track, fire } = follow({ sequence: [{ event: ['a', 'b'], where: { plan: 'pro' } }, 'paid'] })
    track('a', { plan: 'free' })
    track('paid')
    expect(fire).not.toHaveBeenCalled()
    track('b', { plan: 'pro' })
    track('paid')
    expect(fire).toHaveBeenCalledOnce()
  })

  it('has half an hour from the first step to the last', async () => {
    const { track, fire, env } = follow({ sequence: ['a', 'b', 'c'] })
    track('a')
    await env.advance(minutes(20))
    track('b')
    await env.advance(minutes(10) + 1)
    track('c')
    expect(fire).not.toHaveBeenCalled()
  })

  it('opens a newer window with a first step that comes again', async () => {
    const { track, fire, env } = follow({ sequence: ['a', 'b'], within: '10m' })
    track('a')
    await env.advance(minutes(8))
    track('a')
    await env.advance(minutes(8))
    track('b')
    expect(fire).toHaveBeenCalledOnce()
  })

  it('loses no step to a first step that comes again', async () => {
    const { track, fire, env } = follow({ sequence: ['a', 'b', 'c'], within: '10m' })
    track('a')
    track('b')
    await env.advance(minutes(8))
    track('a')
    track('c')
    expect(fire).toHaveBeenCalledOnce()
  })

  it('goes on from the page before', () => {
    const before = follow({ sequence: ['a', 'b'] })
    before.track('a')
    const { track, fire } = follow({ sequence: ['a', 'b'] }, JSON.parse(JSON.stringify(before.kept())))
    track('b')
    expect(fire).toHaveBeenCalledOnce()
  })

  it('writes nothing for events that are none of its own', () => {
    const { track, kept } = follow({ sequence: ['a', 'b'] }, [1])
    track('c')
    expect(kept()).toEqual([1])
  })

  it('forgets what a clock that was put back left in the future', () => {
    const page = fakePage()
    const { track, fire, kept } = follow({ sequence: ['a', 'b'] }, [page.env.now() + 864e5])
    track('b')
    expect(fire).not.toHaveBeenCalled()
    track('a')
    expect(kept()).toEqual([page.env.now()])
    track('b')
    expect(fire).toHaveBeenCalledOnce()
  })

  it.each([[['x', null, {}]], [[Number.NaN]], [[-1, 2, 3, 4, 5]]])('is not misled by a spoilt record: %j', times => {
    const { track, fire } = follow({ sequence: ['a', 'b'] }, times as number[])
    track('b')
    expect(fire).not.toHaveBeenCalled()
    track('a')
    track('b')
    expect(fire).toHaveBeenCalledOnce()
  })
})
