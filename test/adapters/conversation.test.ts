import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { conversation } from '../../src/adapters/parts/conversation'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page's timers, which are the test's. */
const world = {
  setTimeout: (...all: Parameters<typeof setTimeout>) => setTimeout(...all) as never as number,
  clearTimeout: (timer: number) => clearTimeout(timer),
} as never as Window

function listen(quietMs?: number) {
  const track = vi.fn()
  const [hear, stop] = conversation({ track }, world, quietMs)
  const told = () => track.mock.calls.map(([name]) => name)
  return { track, hear, stop, told }
}

describe('conversation', () => {
  it('has ended when an agent was heard and the panel stays closed for twenty seconds', () => {
    const { hear, told } = listen()
    hear(['heard'])
    hear(['closed'])
    vi.advanceTimersByTime(19_999)
    expect(told()).toEqual(['support.closed'])
    vi.advanceTimersByTime(1)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('waits as long as it is told to', () => {
    const { hear, told } = listen(500)
    hear(['heard'])
    hear(['closed'])
    vi.advanceTimersByTime(500)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('has not ended when no agent was heard', () => {
    const { hear, told } = listen()
    hear(['started'])
    hear(['closed'])
    vi.advanceTimersByTime(60_000)
    expect(told()).toEqual(['support.started', 'support.closed'])
  })

  it.each([['open'], ['heard'], ['started']] as const)('goes on when “%s” comes before the time is over', what => {
    const { hear, told } = listen()
    hear(['heard'])
    hear(['closed'])
    vi.advanceTimersByTime(19_000)
    hear([what])
    vi.advanceTimersByTime(60_000)
    expect(told()).not.toContain('support.ended')
  })

  it('ends after all once the panel that was opened again is closed for good', () => {
    const { hear, told } = listen()
    for (const what of ['heard', 'closed', 'open', 'closed'] as const) hear([what])
    vi.advanceTimersByTime(20_000)
    expect(told()).toEqual(['support.closed', 'support.closed', 'support.ended'])
  })

  it('tells the end once, until an agent writes again', () => {
    const { hear, told } = listen()
    hear(['heard'])
    hear(['ended'])
    hear(['ended'])
    hear(['closed'])
    vi.advanceTimersByTime(60_000)
    expect(told()).toEqual(['support.ended', 'support.closed'])
    hear(['open'])
    hear(['heard'])
    hear(['closed'])
    vi.advanceTimersByTime(20_000)
    expect(told()).toEqual(['support.ended', 'support.closed', 'support.closed', 'support.ended'])
  })

  it.each(['asks', 'rated'] as const)('is not told to have ended once the widget says “%s”', what => {
    const { hear, told } = listen()
    hear(['heard', 'A'])
    hear([what, 'A'])
    hear(['heard', 'A']) // “thank you for rating”
    hear(['closed', 'A'])
    vi.advanceTimersByTime(60_000)
    hear(['ended', 'A'])
    expect(told()).toEqual([...(what === 'rated' ? ['support.rated'] : []), 'support.closed'])
  })

  it('does not hold a rating against the next conversation', () => {
    const { hear, track } = listen()
    hear(['rated', 'A', 5])
    hear(['ended', 'B'])
    expect(track.mock.calls).toEqual([
      ['support.rated', { conversation_id: 'A', rating: 5 }],
      ['support.ended', { conversation_id: 'B' }],
    ])
  })

  it('does not hold it against a new one without an id, either', () => {
    const { hear, told } = listen()
    for (const what of ['started', 'rated', 'ended', 'started', 'ended'] as const) hear([what])
    expect(told()).toEqual(['support.started', 'support.rated', 'support.started', 'support.ended'])
  })

  it('keeps the id that was given last, and starts a new conversation without it', () => {
    const { hear, track } = listen()
    hear(['heard', 7])
    hear(['closed'])
    hear(['started'])
    expect(track.mock.calls).toEqual([
      ['support.closed', { conversation_id: 7 }],
      ['support.started', {}],
    ])
  })

  it('starts again under the same id', () => {
    const { hear, track } = listen()
    hear(['started', 7])
    hear(['ended'])
    hear(['started', 7])
    hear(['ended'])
    expect(track.mock.calls.map(([name, { conversation_id }]) => [name, conversation_id])).toEqual([
      ['support.started', 7],
      ['support.ended', 7],
      ['support.started', 7],
      ['support.ended', 7],
    ])
  })

  it('tells one closing once, for widgets that say it twice', () => {
    const { hear, told } = listen()
    hear(['closed'])
    hear(['closed'])
    hear(['open'])
    hear(['closed'])
    expect(told()).toEqual(['support.closed', 'support.closed'])
  })

  it('takes only plain words for ids and ratings', () => {
    const { hear, track } = listen()
    for (const odd of [{}, [], null, 7n, Symbol('7'), () => 7]) hear(['rated', odd, odd])
    expect(track.mock.calls.map(([, properties]) => properties)).toEqual(Array(6).fill({}))
  })

  it('says nothing for a signal that says nothing or fails', () => {
    const { hear, told } = listen()
    hear(['heard'])
    hear(['closed'])
    hear(() => undefined)
    hear(() => false)
    hear(() => {
      throw new Error('theirs')
    })
    vi.advanceTimersByTime(20_000)
    expect(told()).toEqual(['support.closed', 'support.ended'])
  })

  it('leaves no timer once stopped, and keeps to itself what a listener throws', () => {
    const { hear, stop, track } = listen()
    track.mockImplementation(() => {
      throw new Error('ours')
    })
    hear(['heard'])
    expect(() => hear(['closed'])).not.toThrow()
    expect(() => vi.advanceTimersByTime(20_000)).not.toThrow()
    expect(track).toHaveBeenCalledTimes(2)
    hear(['open'])
    hear(['heard'])
    hear(['closed'])
    stop()
    expect(vi.getTimerCount()).toBe(0)
  })
})
