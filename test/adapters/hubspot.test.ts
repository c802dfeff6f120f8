import { expect, it, vi } from 'vitest'
import { hubspot } from '../../src/adapters/hubspot'
import { createWorld, loaded } from '../contracts/adapter'
import { testChat } from '../contracts/chat'
import { libraries } from '../fakes/chats'

testChat(
  'hubspot',
  hubspot,
  {
    say: (window, payload) => window.say('conversationStarted', payload),
    payload: { conversation: { conversationId: 42 } },
    told: ['support.started', { conversation_id: 42 }],
  },
  () => {
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
  },
)
