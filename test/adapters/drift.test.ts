import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { drift } from '../../src/adapters/drift'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'
import { libraries, snippets } from '../fakes/chats'

testAdapter('drift', {
  adapter: drift,
  globals: ['drift'],
  arrive: libraries.drift,
  say: (window, payload) => window.say('startConversation', payload),
  payload: { conversationId: 7 },
  told: ['support.started', { conversation_id: 7 }],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.drift, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = drift({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('drift', () => {
  it('takes the panel’s staying closed for an end, once an agent has written', async () => {
    const { window, told } = open()
    await settled()
    window.say('message', { conversationId: 7, teamMember: { name: 'Ana' } })
    window.say('sidebarClose')
    await vi.advanceTimersByTimeAsync(19_000)
    expect(told()).not.toContain('support.ended')
    await vi.advanceTimersByTimeAsync(1000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('tells no end when nobody has answered', async () => {
    const { window, told } = open()
    await settled()
    window.say('sidebarClose')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).not.toContain('support.ended')
    expect(told()).toContain('support.closed')
  })

  it('waits in the queue of the snippet, and tells once when the library has replaced it', async () => {
    const { window, told } = open(snippets.drift)
    libraries.drift(window)
    loaded(window)
    window.say('chatClose', undefined)
    await settled()
    expect(told()).toEqual(['support.closed'])
  })

  it('is heard when the library comes without anybody’s noticing', async () => {
    const { window, told } = open(snippets.drift)
    await vi.advanceTimersByTimeAsync(60_000)
    libraries.drift(window)
    window.say('chatClose', undefined)
    await settled()
    expect(told()).toEqual(['support.closed'])
  })

  it('tells one closing under its two names, with the conversation’s id', () => {
    const { window, track } = open()
    window.say('message', { conversationId: 7 })
    window.say('chatClose')
    window.say('sidebarClose')
    expect(track.mock.calls).toEqual([['support.closed', { conversation_id: 7 }]])
  })
})
