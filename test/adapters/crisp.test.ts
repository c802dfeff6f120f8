import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { crisp } from '../../src/adapters/crisp'
import { createWorld, loaded, settled, testAdapter } from '../contracts/adapter'
import { libraries, snippets } from '../fakes/chats'

testAdapter('crisp', {
  adapter: crisp,
  globals: ['$crisp'],
  arrive: libraries.crisp,
  say(window) {
    window.say('chat:opened')
    window.say('chat:closed')
  },
  told: ['support.closed', {}],
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function open(arrive = libraries.crisp, options = {}) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = crisp({ track }, { window, ...options })
  return { window, track, stop, told: () => track.mock.calls.map(([name]) => name) }
}

describe('crisp', () => {
  it('takes the panel’s staying closed for an end, once an agent has written', async () => {
    const { window, told } = open()
    await settled()
    window.say('message:received', { from: 'operator' })
    window.say('chat:closed')
    await vi.advanceTimersByTimeAsync(19_000)
    expect(told()).not.toContain('support.ended')
    await vi.advanceTimersByTimeAsync(1000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('tells no end when nobody has answered', async () => {
    const { window, told } = open()
    await settled()
    window.say('chat:closed')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told()).not.toContain('support.ended')
    expect(told()).toContain('support.closed')
  })

  it('waits in the queue of the snippet, and tells once when the library has replaced it', async () => {
    const { window, told } = open(snippets.crisp)
    libraries.crisp(window)
    loaded(window)
    window.say('chat:closed', undefined)
    await settled()
    expect(told()).toEqual(['support.closed'])
  })

  it('is heard when the library comes without anybody’s noticing', async () => {
    const { window, told } = open(snippets.crisp)
    await vi.advanceTimersByTimeAsync(60_000)
    libraries.crisp(window)
    window.say('chat:closed', undefined)
    await settled()
    expect(told()).toEqual(['support.closed'])
  })

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
