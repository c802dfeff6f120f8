import { expect, it } from 'vitest'
import { tidio } from '../../src/adapters/tidio'
import { testChat } from '../contracts/chat'

testChat('tidio', tidio, {}, open => {
  it('tells of the start', () => {
    const { window, told } = open()
    window.say('tidioChat-conversationStart')
    expect(told()).toEqual(['support.started'])
  })
})
