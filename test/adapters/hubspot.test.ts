import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hubspot } from '../../src/adapters/hubspot'
import { createWorld, loaded, testAdapter } from '../contracts/adapter'
import { libraries } from '../fakes/chats'

testAdapter('hubspot', {
  adapter: hubspot,
  globals: ['HubSpotConversations'],
  arrive: libraries.hubspot,
  say: (window, payload) => window.say('conversationStarted', payload),
  payload: { conversation: { conversationId: 42 } },
  told: ['support.started', { conversation_id: 42 }],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.hubspot, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = hubspot({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('hubspot', () => {
  it('has ended when an agent has closed it in the inbox, and not when the widget is closed', async () => {
    const { window, track } = open()
    const payload = { conversation: { conversationId: 42 } }
    window.say('conversationStarted', payload)
    window.say('widgetClosed')
    await vi.advanceTimersByTimeAsync(60_000)
    window.say('conversationClosed', payload)
    expect(track.mock.calls).toEqual([
      ['support.started', { conversation_id: 42 }],
      ['support.closed', { conversation_id: 42 }],
      ['support.ended', { conversation_id: 42 }],
    ])
  })

  it('leaves the page’s list of what waits for the API as it is', () => {
    const page = createWorld()
    const theirs = vi.fn()
    page.hsConversationsOnReady = [theirs]
    hubspot({ track() {} }, { window: page })
    libraries.hubspot(page)
    loaded(page)
    expect(page.hsConversationsOnReady).toEqual([theirs])
    expect(theirs).toHaveBeenCalledOnce()
  })
})
