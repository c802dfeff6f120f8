import { expect, it } from 'vitest'
import { drift } from '../../src/adapters/drift'
import { testChat } from '../contracts/chat'

testChat(
  'drift',
  drift,
  {
    say: (window, payload) => window.say('startConversation', payload),
    payload: { conversationId: 7 },
    told: ['support.started', { conversation_id: 7 }],
  },
  open => {
    it('tells one closing under its two names, with the conversation’s id', () => {
      const { window, track } = open()
      window.say('message', { conversationId: 7 })
      window.say('chatClose')
      window.say('sidebarClose')
      expect(track.mock.calls).toEqual([['support.closed', { conversation_id: 7 }]])
    })
  },
)
