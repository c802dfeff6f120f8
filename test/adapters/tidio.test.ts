import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tidio } from '../../src/adapters/tidio'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'
import { libraries } from '../fakes/chats'

testAdapter('tidio', {
  adapter: tidio,
  globals: ['tidioChatApi'],
  arrive: libraries.tidio,
  say(window) {
    window.say('tidioChat-open')
    window.say('tidioChat-close')
  },
  told: ['support.closed', {}],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.tidio, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = tidio({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('tidio', () => {
  it('takes the panel’s staying closed for an end, once an agent has written', async () => {
    const { window, told } = open()
    await settled()
    window.say('tidioChat-messageFromOperator')
    window.say('tidioChat-close')
    await vi.advanceTimersByTimeAsync(19_000)
    expect(told()).not.toContain('support.ended')
    await vi.advanceTimersByTimeAsync(1000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('tells no end when nobody has answered', async () => {
    const { window, told } = open()
    await settled()
    window.say('tidioChat-close')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).not.toContain('support.ended')
    expect(told()).toContain('support.closed')
  })

  it('tells of the start', () => {
    const { window, told } = open()
    window.say('tidioChat-conversationStart')
    loaded(window)
    expect(told()).toEqual(['support.started'])
  })
})
