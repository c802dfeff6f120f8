import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { intercom } from '../../src/adapters/intercom'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'
import { libraries, snippets } from '../fakes/chats'

testAdapter('intercom', {
  adapter: intercom,
  globals: ['Intercom'],
  arrive: libraries.intercom,
  say(window) {
    window.say('onShow')
    window.say('onHide')
  },
  told: ['support.closed', {}],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.intercom, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = intercom({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('intercom', () => {
  it('takes the panel’s staying closed for an end, once an agent has written', async () => {
    const { window, told } = open()
    await settled()
    window.say('onUnreadCountChange', 1)
    window.say('onHide')
    await vi.advanceTimersByTimeAsync(19_000)
    expect(told()).not.toContain('support.ended')
    await vi.advanceTimersByTimeAsync(1000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('tells no end when nobody has answered', async () => {
    const { window, told } = open()
    await settled()
    window.say('onHide')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).not.toContain('support.ended')
    expect(told()).toContain('support.closed')
  })

  it('waits in the queue of the snippet, and tells once when the library has replaced it', async () => {
    const { window, told } = open(snippets.intercom)
    libraries.intercom(window)
    loaded(window)
    window.say('onHide', undefined)
    await settled()
    expect(told()).toEqual(['support.closed'])
  })

  it('is heard when the library comes without anybody’s noticing', async () => {
    const { window, told } = open(snippets.intercom)
    await vi.advanceTimersByTimeAsync(60_000)
    libraries.intercom(window)
    window.say('onHide', undefined)
    await settled()
    expect(told()).toEqual(['support.closed'])
  })

  it('hears an agent only when the count of unread messages rises', async () => {
    const { window, told } = open()
    for (const count of [0, 0]) window.say('onUnreadCountChange', count)
    window.say('onHide')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).toEqual(['support.closed'])
  })
})
