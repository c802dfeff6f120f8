import { expect, it, vi } from 'vitest'
import { zendesk } from '../../src/adapters/zendesk'
import { loaded } from '../contracts/adapter'
import { testChat } from '../contracts/chat'
import { libraries, snippets } from '../fakes/chats'

testChat('zendesk', zendesk, {}, open => {
  it('hears an agent when the count of unread messages rises, too', async () => {
    const { window, told } = open()
    window.say('unreadMessages', 2)
    window.say('close')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('tells of the start', () => {
    const { window, told } = open()
    window.say('conversationStarted')
    expect(told()).toEqual(['support.started'])
  })
})

testChat('zendeskClassic', zendesk, {}, open => {
  it('puts nothing into the queue of a widget it does not know yet', () => {
    const { window, told } = open({}, snippets.zendesk)
    expect(window.zE._).toEqual([])
    libraries.zendeskClassic(window)
    loaded(window)
    window.say('chat:end')
    expect(told()).toEqual(['support.ended'])
  })

  it('waits in the queue where the page says which one it is', () => {
    const { window, told } = open({ widget: 'classic' }, snippets.zendesk)
    libraries.zendeskClassic(window)
    window.say('chat:end')
    expect(told()).toEqual(['support.ended'])
  })
})
