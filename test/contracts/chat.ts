import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChatOptions } from '../../src/adapters/parts/conversation'
import type { Adapter } from '../../src/contracts'
import { type Chat, chats, type Says } from '../fakes/chats'
import { createWorld, loaded, type Stage, settled, testAdapter, type World } from './adapter'

/** A page with the widget on it, and the adapter that listens to it. */
type Open = (
  options?: ChatOptions & { widget?: 'messenger' | 'classic' },
  arrive?: (window: World) => void,
) => ReturnType<typeof open>

function open(adapter: Adapter<ChatOptions>, options: ChatOptions, arrive: (window: World) => void) {
  const window = createWorld()
  arrive(window)
  const track = vi.fn()
  const stop = adapter({ track }, { window, ...options })
  return {
    window,
    track,
    stop,
    /** The names of what was told. */
    told: () => track.mock.calls.map(([name]) => name),
    say: (...all: (Says | undefined)[]) => {
      for (const said of all) if (said) window.say(...said)
    },
  }
}

/**
 * The promises of every chat, by its words in `chats`: those of an adapter, and where a conversation ends. `stage` says how
 * the adapter's are put to it, where that is not by opening and closing the panel; `own` are the tests that are its alone.
 */
export function testChat(
  name: keyof typeof chats,
  adapter: Adapter<ChatOptions>,
  stage: Partial<Stage> = {},
  own: (open: Open) => void = () => {},
) {
  const chat: Chat = chats[name]
  const { start, agent, close, end, asks, rate, rating, id, library, snippet } = chat
  const about = id === undefined ? {} : { conversation_id: id }

  testAdapter(name, {
    adapter,
    globals: [chat.global],
    arrive: library,
    say(window) {
      window.say(...chat.open!)
      window.say(...close)
    },
    told: ['support.closed', {}],
    ...stage,
  })

  describe(name, () => {
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    const openWith: Open = (options = {}, arrive = library) => open(adapter, options, arrive)

    if (agent && !end) {
      it('takes the panel’s staying closed for an end, once an agent has written', async () => {
        const { track, told, say } = openWith()
        await settled()
        say(agent, close)
        await vi.advanceTimersByTimeAsync(19_000)
        expect(told()).not.toContain('support.ended')
        await vi.advanceTimersByTimeAsync(1000)
        expect(track.mock.calls).toEqual([
          ['support.closed', about],
          ['support.ended', about],
        ])
      })

      it('waits as long as it is told to', async () => {
        const { told, say } = openWith({ quietMs: 500 })
        await settled()
        say(agent, close)
        await vi.advanceTimersByTimeAsync(500)
        expect(told()).toEqual(['support.closed', 'support.ended'])
      })

      it('goes on when the panel is opened again in time', async () => {
        const { told, say } = openWith()
        await settled()
        say(agent, close)
        await vi.advanceTimersByTimeAsync(19_000)
        say(chat.open)
        await vi.advanceTimersByTimeAsync(60_000)
        expect(told()).toEqual(['support.closed'])
      })

      it('concludes nothing once stopped', async () => {
        const { told, say, stop } = openWith()
        await settled()
        say(agent, close)
        stop()
        await vi.advanceTimersByTimeAsync(60_000)
        expect(told()).toEqual(['support.closed'])
        expect(vi.getTimerCount()).toBe(0)
      })
    }

    it('tells no end when nobody has answered', async () => {
      const { told, say } = openWith()
      await settled()
      say(close)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(told()).toEqual(['support.closed'])
    })

    if (end) {
      it('tells of the start and, once, of the end, which the panel’s closing is not', async () => {
        const { track, say } = openWith()
        await settled()
        say(start, close)
        await vi.advanceTimersByTimeAsync(60_000)
        say(end, end, chat.open, close)
        await vi.advanceTimersByTimeAsync(60_000)
        expect(track.mock.calls).toEqual([
          ['support.started', about],
          ['support.closed', about],
          ['support.ended', about],
          ['support.closed', about],
        ])
      })
    }

    if (asks) {
      it('asks nobody whom the widget asks itself, and tells the rating, however late', async () => {
        const { track, say } = openWith()
        await settled()
        say(agent, asks, close)
        await vi.advanceTimersByTimeAsync(60_000)
        say(rate)
        expect(track.mock.calls).toEqual([
          ['support.closed', about],
          ['support.rated', { ...about, rating }],
        ])
      })
    }

    if (rate) {
      it('tells no end of a conversation that was rated in the widget, and that of the next', async () => {
        const { track, told, say } = openWith()
        await settled()
        say(start, agent, rate, end, close)
        await vi.advanceTimersByTimeAsync(60_000)
        expect(track.mock.calls).toEqual([
          ...(start ? [['support.started', about]] : []),
          ['support.rated', { ...about, rating }],
          ['support.closed', about],
        ])
        if (!start) return
        say(start, end)
        expect(told().slice(3)).toEqual(['support.started', 'support.ended'])
      })
    }

    if (snippet) {
      const isQueued = chat.source !== 'zendesk' // what Zendesk's is a queue for, only the page knows
      const options = isQueued ? {} : { widget: end ? 'classic' : 'messenger' }

      it('waits in the queue of the snippet, and tells once when the library has replaced it', async () => {
        const { window, told, say } = openWith(options as ChatOptions, snippet)
        library(window)
        loaded(window)
        say(close)
        await settled()
        expect(told()).toEqual(['support.closed'])
      })

      it('is heard when the library comes without anybody’s noticing', async () => {
        const { window, told, say } = openWith(options as ChatOptions, snippet)
        await vi.advanceTimersByTimeAsync(60_000)
        library(window)
        say(close)
        await settled()
        expect(told()).toEqual(['support.closed'])
      })
    }

    it('leaves the page’s own listening its result, and what it hears', async () => {
      const bare = createWorld()
      library(bare)
      const { window, stop, say } = openWith()
      await settled()
      const theirs = vi.fn()
      expect(typeof chat.listen(window, close[0], theirs)).toBe(typeof chat.listen(bare, close[0], () => {}))
      say(close)
      stop()
      say(close)
      expect(theirs).toHaveBeenCalledTimes(2)
    })

    own(openWith)
  })
}
