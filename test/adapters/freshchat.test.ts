import { expect, it } from 'vitest'
import { freshchat } from '../../src/adapters/freshchat'
import { testChat } from '../contracts/chat'
import { handled, libraries } from '../fakes/chats'

testChat('freshchat', freshchat, {}, open => {
  it('takes an end where the widget tells one', () => {
    const { track, say } = open({}, page => {
      libraries.freshchat(page)
      page.fcWidget.on = handled(page).on
    })
    say(['message:received', {}], ['conversation:resolved'])
    expect(track.mock.calls).toEqual([['support.ended', {}]])
  })
})
