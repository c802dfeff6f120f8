import { expect, it } from 'vitest'
import { tawk } from '../../src/adapters/tawk'
import { createWorld, loaded } from '../contracts/adapter'
import { testChat } from '../contracts/chat'

testChat('tawk', tawk, { say: window => window.say('tawkChatStarted'), told: ['support.started', {}] }, () => {
  it('touches no callback of the page’s', () => {
    const page = createWorld()
    const theirs = () => {}
    page.Tawk_API = { onChatEnded: theirs }
    tawk({ track() {} }, { window: page })()
    expect(page.Tawk_API).toEqual({ onChatEnded: theirs })
    loaded(page)
  })
})
