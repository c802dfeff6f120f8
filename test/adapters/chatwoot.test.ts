import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chatwoot } from '../../src/adapters/chatwoot'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'
import { libraries } from '../fakes/chats'

testAdapter('chatwoot', {
  adapter: chatwoot,
  globals: ['$chatwoot'],
  arrive: libraries.chatwoot,
  say(window) {
    window.say('chatwoot:opened')
    window.say('chatwoot:closed')
  },
  told: ['support.closed', {}],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.chatwoot, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = chatwoot({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('chatwoot', () => {
  it('takes the panel’s staying closed for an end, once an agent has written', async () => {
    const { window, told } = open()
    await settled()
    window.say('chatwoot:on-message', { conversation_id: 3, sender_type: 'User' })
    window.say('chatwoot:closed')
    await vi.advanceTimersByTimeAsync(19_000)
    expect(told()).not.toContain('support.ended')
    await vi.advanceTimersByTimeAsync(1000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('tells no end when nobody has answered', async () => {
    const { window, told } = open()
    await settled()
    window.say('chatwoot:closed')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).not.toContain('support.ended')
    expect(told()).toContain('support.closed')
  })

  it('takes neither the visitor nor a bot for an agent', async () => {
    const { window, told } = open()
    for (const sender_type of ['Contact', 'AgentBot', undefined]) window.say('chatwoot:on-message', { sender_type })
    window.say('chatwoot:closed')
    await vi.advanceTimersByTimeAsync(60_000)
    loaded(window)
    expect(told()).toEqual(['support.closed'])
  })

  it('asks nobody whom Chatwoot asks itself, and tells the rating', async () => {
    const { window, track } = open()
    const message = { conversation_id: 3, sender_type: 'User' }
    window.say('chatwoot:on-message', message)
    window.say('chatwoot:on-message', { ...message, content_type: 'input_csat' })
    window.say('chatwoot:closed')
    await vi.advanceTimersByTimeAsync(60_000)
    const content_attributes = { submitted_values: { csat_survey_response: { rating: 5 } } }
    window.say('chatwoot:on-message', { ...message, content_type: 'input_csat', content_attributes })
    expect(track.mock.calls).toEqual([
      ['support.closed', { conversation_id: 3 }],
      ['support.rated', { conversation_id: 3, rating: 5 }],
    ])
  })
})
