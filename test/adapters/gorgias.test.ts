import { expect, it } from 'vitest'
import { gorgias } from '../../src/adapters/gorgias'
import { settled } from '../contracts/adapter'
import { testChat } from '../contracts/chat'

testChat(
  'gorgias',
  gorgias,
  {
    say(window) {
      // A page’s scripts have run before a person clicks.
      queueMicrotask(() => queueMicrotask(() => window.say('widget:opened')))
      queueMicrotask(() => queueMicrotask(() => window.say('widget:closed')))
    },
  },
  open => {
    it('does not mind a widget that fails to start', async () => {
      const { told } = open({}, page => {
        page.GorgiasChat = { init: () => Promise.reject(new Error('theirs')), on() {} }
      })
      await settled()
      expect(told()).toEqual([])
    })
  },
)
