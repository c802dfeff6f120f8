import { expect, it } from 'vitest'
import { livechat } from '../../src/adapters/livechat'
import { testChat } from '../contracts/chat'

testChat(
  'livechat',
  livechat,
  {
    say(window) {
      window.say('rating_submitted', 'good')
    },
    told: ['support.rated', { conversation_id: 'T1', rating: 'good' }],
  },
  open => {
    it('has ended when the customer chats no more', () => {
      const { window, track } = open()
      for (const status of ['browsing', 'queued', 'chatting', 'chatting', 'browsing', 'invited'])
        window.say('customer_status_changed', { status })
      expect(track.mock.calls).toEqual([
        ['support.started', { conversation_id: 'T1' }],
        ['support.ended', { conversation_id: 'T1' }],
      ])
    })

    it('takes a rating that was taken back for none', () => {
      const { window, told } = open()
      window.say('rating_submitted', 'none')
      expect(told()).toEqual([])
    })

    it('tells one closing, though the panel is minimized and then hidden', () => {
      const { window, told } = open()
      for (const visibility of ['maximized', 'minimized', 'hidden']) window.say('visibility_changed', { visibility })
      expect(told()).toEqual(['support.closed'])
    })
  },
)
