import { expect, it, vi } from 'vitest'
import { intercom } from '../../src/adapters/intercom'
import { testChat } from '../contracts/chat'
import { libraries } from '../fakes/chats'

testChat('intercom', intercom, {}, open => {
  it('hears an agent only when the count of unread messages rises', async () => {
    const { window, told } = open()
    for (const count of [0, 0]) window.say('onUnreadCountChange', count)
    window.say('onHide')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).toEqual(['support.closed'])
  })

  it('takes no message that was unread before for an agent who has just written', async () => {
    const { window, told, say } = open({}, window => {
      window.unread = 2
      libraries.intercom(window)
    })
    window.say('onShow')
    window.say('onUnreadCountChange', 0)
    window.say('onHide')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).toEqual(['support.closed'])
    say(['onUnreadCountChange', 1], ['onShow'], ['onHide'])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told().slice(1)).toEqual(['support.closed', 'support.ended'])
  })
})
