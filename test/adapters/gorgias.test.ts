import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { gorgias } from '../../src/adapters/gorgias'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'
import { libraries } from '../fakes/chats'

testAdapter('gorgias', {
  adapter: gorgias,
  globals: ['GorgiasChat'],
  arrive: libraries.gorgias,
  say(window) {
    // A page’s scripts have run before a person clicks.
    queueMicrotask(() => queueMicrotask(() => window.say('widget:opened')))
    queueMicrotask(() => queueMicrotask(() => window.say('widget:closed')))
  },
  told: ['support.closed', {}],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.gorgias, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = gorgias({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('gorgias', () => {
  it('takes the panel’s staying closed for an end, once an agent has written', async () => {
    const { window, told } = open()
    await settled()
    window.say('message:received', { content: { text: 'Hello' } })
    window.say('widget:closed')
    await vi.advanceTimersByTimeAsync(19_000)
    expect(told()).not.toContain('support.ended')
    await vi.advanceTimersByTimeAsync(1000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('tells no end when nobody has answered', async () => {
    const { window, told } = open()
    await settled()
    window.say('widget:closed')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).not.toContain('support.ended')
    expect(told()).toContain('support.closed')
  })

  it('does not mind a widget that fails to start', async () => {
    const { told } = open(page => {
      page.GorgiasChat = { init: () => Promise.reject(new Error('theirs')), on() {} }
    })
    await settled()
    loaded(createWorld())
    expect(told()).toEqual([])
  })
})
