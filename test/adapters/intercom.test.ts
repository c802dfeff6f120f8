import { expect, it, vi } from 'vitest'
import { intercom } from '../../src/adapters/intercom'
import { testChat } from '../contracts/chat'

testChat('intercom', intercom, {}, open => {
  it('hears an agent only when the count of unread messages rises', async () => {
    const { window, told } = open()
    for (const count of [0, 0]) window.say('onUnreadCountChange', count)
    window.say('onHide')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).toEqual(['support.closed'])
  })
})
