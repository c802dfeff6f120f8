import { expect, it, vi } from 'vitest'
import { salesforce } from '../../src/adapters/salesforce'
import { testChat } from '../contracts/chat'

testChat(
  'salesforce',
  salesforce,
  {
    say: (window, payload) => window.say('onEmbeddedMessagingConversationStarted', payload),
    payload: { conversationId: 'S1' },
    told: ['support.started', { conversation_id: 'S1' }],
  },
  open => {
    const status = (sessionStatus: string) => ({
      conversationId: 'S1',
      conversationEntry: { entryPayload: JSON.stringify({ entryType: 'SessionStatusChanged', sessionStatus }) },
    })

    it('has ended when the session has, once, though the conversation is closed as well', () => {
      const { window, track } = open()
      window.say('onEmbeddedMessagingSessionStatusUpdate', status('Active'))
      window.say('onEmbeddedMessagingSessionStatusUpdate', status('Ended'))
      window.say('onEmbeddedMessagingConversationClosed', { conversationId: 'S1' })
      expect(track.mock.calls).toEqual([['support.ended', { conversation_id: 'S1' }]])
    })

    it('tells of a later session of the same conversation', () => {
      const { window, told } = open()
      for (const word of ['Ended', 'Active', 'Ended'])
        window.say('onEmbeddedMessagingSessionStatusUpdate', status(word))
      expect(told()).toEqual(['support.ended', 'support.started', 'support.ended'])
    })

    it('reads no payload that is none, or a megabyte long', () => {
      const { window, told } = open()
      const parse = vi.spyOn(JSON, 'parse')
      for (const entryPayload of [undefined, 7, '{', `"${'x'.repeat(1e6)}"`])
        window.say('onEmbeddedMessagingSessionStatusUpdate', { conversationEntry: { entryPayload } })
      expect(parse.mock.calls.every(([text]) => String(text).length < 100)).toBe(true)
      parse.mockRestore()
      expect(told()).toEqual([])
    })

    it('does not take a closed window for an end', async () => {
      const { window, told } = open()
      window.say('onEmbeddedMessagingWindowMinimized')
      window.say('onEmbeddedMessagingWindowClosed')
      await vi.advanceTimersByTimeAsync(60_000)
      expect(told()).toEqual(['support.closed'])
    })
  },
)
