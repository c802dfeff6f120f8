import { expect, it, vi } from 'vitest'
import { chatwoot } from '../../src/adapters/chatwoot'
import { testChat } from '../contracts/chat'

testChat('chatwoot', chatwoot, {}, open => {
  it('tells of the start', () => {
    const { window, told } = open()
    window.say('chatwoot:on-start-conversation')
    expect(told()).toEqual(['support.started'])
  })

  it('takes neither the visitor nor a bot for an agent', async () => {
    const { window, told } = open()
    for (const sender_type of ['Contact', 'AgentBot', undefined]) window.say('chatwoot:on-message', { sender_type })
    window.say('chatwoot:closed')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).toEqual(['support.closed'])
  })
})
