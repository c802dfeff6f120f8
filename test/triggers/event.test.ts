import { describe, expect, it, vi } from 'vitest'
import type { JourneyEvent } from '../../src/contracts'
import { event } from '../../src/triggers/event'
import { fakeEnv } from '../fakes/env'

function listen(options: Parameters<typeof event>[0]) {
  let handler: ((event: JourneyEvent) => void) | undefined
  const fire = vi.fn()
  const stop = event(options, fire, {
    env: fakeEnv(),
    onNavigate: () => () => {},
    onEvent(given) {
      handler = given
      return () => {
        handler = undefined
      }
    },
  })
  return { fire, stop, happen: (name: string, properties = {}) => handler?.({ name, properties }) }
}

describe('event', () => {
  it('fires on its event, with what happened', () => {
    const { fire, happen } = listen({ event: 'order.completed' })
    happen('cart.added')
    happen('order.completed', { value: 5 })
    expect(fire.mock.calls).toEqual([[{ name: 'order.completed', properties: { value: 5 } }]])
  })

  it('fires only where the condition holds', () => {
    const { fire, happen } = listen({ event: 'order.completed', where: { value: { $gte: 50 } } })
    happen('order.completed', { value: 49 })
    happen('order.completed', { value: '50.00' })
    expect(fire).toHaveBeenCalledOnce()
  })

  it('is quiet once stopped', () => {
    const { fire, happen, stop } = listen({ event: 'order.completed' })
    stop()
    happen('order.completed')
    expect(fire).not.toHaveBeenCalled()
  })
})
