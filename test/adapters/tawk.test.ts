import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tawk } from '../../src/adapters/tawk'
import { createWorld, loaded, testAdapter } from '../contracts/adapter'
import { libraries } from '../fakes/chats'

testAdapter('tawk', {
  adapter: tawk,
  globals: ['Tawk_API'],
  arrive: libraries.tawk,
  say: window => window.say('tawkChatStarted'),
  told: ['support.started', {}],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.tawk, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = tawk({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('tawk', () => {
  it('tells of start, end and rating, and never of an end after a rating', () => {
    const { window, track } = open()
    for (const name of ['tawkChatStarted', 'tawkChatEnded', 'tawkChatStarted']) window.say(name)
    window.say('tawkChatSatisfaction', -1)
    window.say('tawkChatEnded')
    expect(track.mock.calls).toEqual([
      ['support.started', {}],
      ['support.ended', {}],
      ['support.started', {}],
      ['support.rated', { rating: -1 }],
    ])
  })

  it('touches no callback of the page’s', () => {
    const page = createWorld()
    const theirs = () => {}
    page.Tawk_API = { onChatEnded: theirs }
    tawk({ track() {} }, { window: page })()
    expect(page.Tawk_API).toEqual({ onChatEnded: theirs })
    loaded(page)
  })
})
