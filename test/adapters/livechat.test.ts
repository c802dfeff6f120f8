import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { livechat } from '../../src/adapters/livechat'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'
import { libraries, snippets } from '../fakes/chats'

testAdapter('livechat', {
  adapter: livechat,
  globals: ['LiveChatWidget'],
  arrive: libraries.livechat,
  say(window) {
    window.say('rating_submitted', 'good')
  },
  told: ['support.rated', { conversation_id: 'T1', rating: 'good' }],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.livechat, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = livechat({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('livechat', () => {
  it('has ended when the customer chats no more', () => {
    const { window, track } = open()
    for (const status of ['browsing', 'queued', 'chatting', 'chatting', 'browsing', 'invited'])
      window.say('customer_status_changed', { status })
    expect(track.mock.calls).toEqual([
      ['support.started', { conversation_id: 'T1' }],
      ['support.ended', { conversation_id: 'T1' }],
    ])
  })

  it('is not told to have ended when the visitor has rated it in the widget', () => {
    const { window, told } = open()
    window.say('customer_status_changed', { status: 'chatting' })
    window.say('rating_submitted', 'bad')
    window.say('customer_status_changed', { status: 'browsing' })
    expect(told()).toEqual(['support.started', 'support.rated'])
  })

  it('takes a rating that was taken back for none', () => {
    const { window, told } = open()
    window.say('rating_submitted', 'none')
    expect(told()).toEqual([])
  })

  it('tells one closing, though the panel is minimized and then hidden', () => {
    const { window, told } = open()
    for (const visibility of ['maximized', 'minimized', 'hidden']) window.say('visibility_changed', { visibility })
    expect(told()).toEqual(['support.closed'])
  })

  it('waits in the queue of the snippet, and tells once when the library has replaced it', async () => {
    const { window, told } = open(snippets.livechat)
    libraries.livechat(window)
    loaded(window)
    window.say('visibility_changed', { visibility: 'minimized' })
    await settled()
    expect(told()).toEqual(['support.closed'])
  })

  it('is heard when the library comes without anybody’s noticing', async () => {
    const { window, told } = open(snippets.livechat)
    await vi.advanceTimersByTimeAsync(60_000)
    libraries.livechat(window)
    window.say('visibility_changed', { visibility: 'minimized' })
    await settled()
    expect(told()).toEqual(['support.closed'])
  })
})
