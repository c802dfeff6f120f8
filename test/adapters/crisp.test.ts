import { expect, it, vi } from 'vitest'
import { crisp } from '../../src/adapters/crisp'
import { testChat } from '../contracts/chat'

testChat('crisp', crisp, {}, open => {
  it('gives the session’s id', () => {
    const { window, track } = open()
    window.say('chat:initiated')
    expect(track.mock.calls).toEqual([['support.started', { conversation_id: 'session_1' }]])
  })

  it('is put back after the page has dropped every handler, and never drops one itself', () => {
    const { window, told, stop } = open()
    const theirs = vi.fn()
    window.$crisp.push(['off', 'chat:closed'])
    window.$crisp.push(['on', 'chat:closed', theirs])
    window.say('chat:closed')
    expect(told()).toEqual(['support.closed'])
    stop()
    window.$crisp.push(['off', 'message:received'])
    window.say('chat:opened')
    window.say('chat:closed')
    expect(theirs).toHaveBeenCalledTimes(2)
    expect(told()).toEqual(['support.closed'])
  })
})
