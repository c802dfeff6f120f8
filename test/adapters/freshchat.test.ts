import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freshchat } from '../../src/adapters/freshchat'
import { createWorld, settled, testAdapter } from '../contracts/adapter'
import { libraries } from '../fakes/chats'

testAdapter('freshchat', {
  adapter: freshchat,
  globals: ['fcWidget'],
  arrive: libraries.freshchat,
  say(window) {
    window.say('widget:opened')
    window.say('widget:closed')
  },
  told: ['support.closed', {}],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.freshchat, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = freshchat({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('freshchat', () => {
  it('takes the panel’s staying closed for an end, once an agent has written', async () => {
    const { window, told } = open()
    await settled()
    window.say('message:received', {})
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

  it('asks nobody whom Freshchat asks itself', async () => {
    const { window, track } = open()
    window.say('message:received', {})
    window.say('csat:received', {})
    window.say('csat:updated', { data: { rating: 4 } })
    window.say('widget:closed')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(track.mock.calls).toEqual([
      ['support.rated', { rating: 4 }],
      ['support.closed', {}],
    ])
  })
})
