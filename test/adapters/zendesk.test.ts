import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { zendesk } from '../../src/adapters/zendesk'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'
import { libraries, snippets } from '../fakes/chats'

testAdapter('zendesk', {
  adapter: zendesk,
  globals: ['zE'],
  arrive: window => libraries.zendesk(window),
  say(window) {
    window.say('open')
    window.say('close')
  },
  told: ['support.closed', {}],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.zendesk, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = zendesk({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('zendesk', () => {
  it('takes the panel’s staying closed for an end, once an agent has written', async () => {
    const { window, told } = open()
    await settled()
    window.say('conversationAgentAssigned')
    window.say('close')
    await vi.advanceTimersByTimeAsync(19_000)
    expect(told()).not.toContain('support.ended')
    await vi.advanceTimersByTimeAsync(1000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('tells no end when nobody has answered', async () => {
    const { window, told } = open()
    await settled()
    window.say('close')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).not.toContain('support.ended')
    expect(told()).toContain('support.closed')
  })

  it('hears an agent when the count of unread messages rises, too', async () => {
    const { window, told } = open()
    window.say('unreadMessages', 2)
    window.say('close')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('takes Classic’s word for an end', () => {
    const { window, told } = open(page => libraries.zendesk(page, 'classic'))
    window.say('chat:start')
    window.say('chat:end')
    expect(told()).toEqual(['support.started', 'support.ended'])
  })

  it('puts nothing into the queue of a widget it does not know yet', () => {
    const { window, told } = open(snippets.zendesk)
    expect(window.zE._).toEqual([])
    libraries.zendesk(window, 'classic')
    loaded(window)
    window.say('chat:end')
    expect(told()).toEqual(['support.ended'])
  })

  it('waits in the queue where the page says which one it is', () => {
    const { window, told } = open(snippets.zendesk, { widget: 'classic' })
    libraries.zendesk(window, 'classic')
    window.say('chat:end')
    expect(told()).toEqual(['support.ended'])
  })
})
