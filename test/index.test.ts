import { describe, expect, it } from 'vitest'
import { createPulso } from '../src'

describe('createPulso without a page', () => {
  it('is a client that rests: every call is allowed, and nothing comes of it', async () => {
    expect(typeof document).toBe('undefined')
    const pulso = createPulso({
      endpoint: '/feedback',
      touchpoints: [{ id: 'a', on: 'order.completed', survey: 'nps' }],
    })
    pulso.track('order.completed', { value: 1 })
    pulso.setConsent('denied')
    pulso.dismiss()
    expect(pulso.on('shown', () => {})()).toBeUndefined()
    expect(await pulso.show('a')).toBe(false)
    expect(await pulso.pending()).toBe(0)
    expect(await pulso.refused()).toEqual([])
    expect(await pulso.flush()).toBeUndefined()
    expect(await pulso.explain('a')).toEqual([])
    pulso.reset()
    pulso.optOut()
    pulso.destroy()
  })
})
