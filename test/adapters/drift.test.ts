import { expect, it } from 'vitest'
import { drift } from '../../src/adapters/drift'
import { testChat } from '../contracts/chat'
import { libraries } from '../fakes/chats'

testChat(
  'drift',
  drift,
  {
    say: (window, payload) => window.say('startConversation', payload),
    payload: { conversationId: 7 },
    told: ['support.started', { conversation_id: 7 }],
  },
  open => {
    it('hears what comes after a name that the widget refuses, and nothing once stopped', () => {
      const { track, say, stop } = open({}, page => {
        libraries.drift(page)
        const { on } = page.drift
        page.drift.on = (name: string, handler: unknown) => {
          if (name === 'message') throw new Error('theirs')
          return on(name, handler)
        }
      })
      say(['startConversation', { conversationId: 7 }], ['chatClose'])
      stop()
      say(['chatOpen'], ['chatClose'])
      expect(track.mock.calls).toEqual([
        ['support.started', { conversation_id: 7 }],
        ['support.closed', { conversation_id: 7 }],
      ])
    })

    it('tells one closing under its two names, with the conversation’s id', () => {
      const { window, track } = open()
      window.say('message', { conversationId: 7 })
      window.say('chatClose')
      window.say('sidebarClose')
      expect(track.mock.calls).toEqual([['support.closed', { conversation_id: 7 }]])
    })
  },
)
