import { Window as HappyWindow } from 'happy-dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Adapter, AdapterOptions, Stop } from '../../src/contracts'

// biome-ignore lint/suspicious/noExplicitAny: a page's globals are whatever its scripts make of them
export type World = Window & typeof globalThis & Record<string, any>
type Own = (this: unknown, ...args: unknown[]) => unknown
type Told = [name: string, properties?: Record<string, unknown>]

/** What an adapter listens to, as the contract plays it. */
export interface Stage {
  adapter: Adapter
  options?: AdapterOptions
  /** The globals it looks at: the contract puts nonsense there. */
  globals: string[]
  /**
   * Puts the library on the page as its own script does, or a new one in the place of the last. Where the page calls a
   * method, `own` is what that method does.
   */
  arrive(window: World, own: Own): void
  /** The method that the page calls, as it stands now; leave it out where pages only fire events. */
  method?(window: World): [object: object, name: string]
  /** The moment, as the page tells of it: returns what the page's own (last) call returned. */
  say(window: World, payload: unknown): unknown
  /** What the page says, where it says anything; the contract hands it to `say`, and worse things in its place. */
  payload?: Record<string, unknown>
  /** What `pulso.track` is called with for it. */
  told: Told
  /** It reads a page once, when the markup is there, which `say` makes it: what is said next is said on another page. */
  once?: true
}

/** A page of its own, whose timers are the test's. */
export function createWorld(html = ''): World {
  const window = new HappyWindow({ url: 'https://shop.example/' }) as never as World
  window.document.body.innerHTML = html
  Object.assign(window, {
    setTimeout: (...args: Parameters<typeof setTimeout>) => setTimeout(...args),
    clearTimeout: (timer: number) => clearTimeout(timer),
  })
  return window
}

/** One more of the page's scripts has loaded. */
export const loaded = (window: World) =>
  window.document.body.appendChild(window.document.createElement('script')).dispatchEvent(new window.Event('load'))

/** Lets what was put off run, not what waits for seconds. */
export const settled = () => vi.advanceTimersByTimeAsync(1)

/** What a page may say in the place of something sensible. */
export const hostile = (sensible: Record<string, unknown> = {}): unknown[] => {
  const boom = () => {
    throw new Error('a getter of the page’s')
  }
  const cycle: Record<string, unknown> = { ...sensible }
  cycle.self = cycle
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  return [
    undefined,
    null,
    0,
    7n,
    '',
    'purchase',
    Symbol('purchase'),
    [],
    [[]],
    () => {},
    Object.create(null),
    Object.freeze({}),
    cycle,
    Object.defineProperty({ ...sensible }, 'boom', { enumerable: true, get: boom }),
    ...Object.keys(sensible).flatMap(key => [
      Object.defineProperty({ ...sensible }, key, { enumerable: true, get: boom }),
      ...[undefined, null, {}, [], 7n, Symbol(), '129,90 €', cycle].map(value => ({ ...sensible, [key]: value })),
    ]),
    { ...sensible, value: '129,90 €', event: { toString: boom }, type: {} },
    new Proxy({}, { get: boom, ownKeys: boom, has: boom, getOwnPropertyDescriptor: boom }),
    revoked.proxy,
  ]
}

/** The promises that every adapter keeps, whatever it listens to. */
export function testAdapter(name: string, stage: Stage) {
  const { adapter, options, arrive, say, payload, told, globals, method, once } = stage
  describe(`${name} as an adapter`, () => {
    let window: World
    let track: ReturnType<typeof vi.fn<(name: string, properties?: Record<string, unknown>) => unknown>>
    let own: ReturnType<typeof vi.fn<Own>>
    let stops: Stop[]

    beforeEach(() => {
      vi.useFakeTimers()
      open()
      track = vi.fn()
      own = vi.fn()
      stops = []
    })
    afterEach(() => {
      for (const stop of stops) stop()
      vi.useRealTimers()
    })

    const open = () => {
      window = createWorld()
      if (once) Object.defineProperty(window.document, 'readyState', { value: 'loading', configurable: true })
    }
    const start = () => {
      const stop = adapter({ track }, { ...options, window })
      stops.push(stop)
      return stop
    }
    const come = () => arrive(window, own)
    /** The visitor goes on to another page. */
    const another = () => {
      open()
      come()
      start()
    }
    const happens = async () => {
      const result = say(window, payload)
      await settled()
      return result
    }
    const tells = (times = 1) => expect(track.mock.calls).toEqual(Array(times).fill(told))

    it('tells what happens once both are there', async () => {
      come()
      start()
      await settled()
      expect(track).not.toHaveBeenCalled()
      await happens()
      tells()
    })

    it('finds what comes after it, and tells once however often the page says that it has loaded', async () => {
      start()
      come()
      loaded(window)
      loaded(window)
      await happens()
      loaded(window)
      await settled()
      tells()
    })

    it('finds what is set up without a word, soon after', async () => {
      start()
      come()
      await vi.advanceTimersByTimeAsync(20_000)
      await happens()
      tells()
    })

    it('looks no more once it has looked for a while: nothing polls', async () => {
      start()
      await vi.advanceTimersByTimeAsync(60_000)
      expect(vi.getTimerCount()).toBe(0)
    })

    it('leaves nothing on a page where there is nothing to hear', async () => {
      const before = Object.getOwnPropertyNames(window)
      start()
      loaded(window)
      await settled()
      expect(Object.getOwnPropertyNames(window)).toEqual(before)
    })

    if (!once)
      it('hears the one that takes the place of another, and does not tell twice', async () => {
        come()
        start()
        await happens()
        come()
        loaded(window)
        await happens()
        tells(2)
      })

    it('tells two listeners once each, and one goes on when the other has stopped', async () => {
      come()
      const stop = start()
      start()
      if (once) stop()
      else {
        await happens()
        tells(2)
        stop()
      }
      await happens()
      tells(once ? 1 : 3)
    })

    it('tells nothing once stopped; stopping again is harmless', async () => {
      come()
      const stop = start()
      stop()
      stop()
      await happens()
      expect(track).not.toHaveBeenCalled()
    })

    it('looks for nothing once stopped', async () => {
      start()()
      come()
      loaded(window)
      await vi.advanceTimersByTimeAsync(20_000)
      await happens()
      expect(track).not.toHaveBeenCalled()
    })

    it('leaves no listener on the page once stopped', () => {
      come()
      const listening = new Set<unknown>()
      for (const target of [window, window.document]) {
        vi.spyOn(target, 'addEventListener').mockImplementation((type, hear) => {
          if (type !== 'ajax:addToCart') listening.add(hear) // Magento’s: what is in the page’s jQuery stays there, deaf
        })
        vi.spyOn(target, 'removeEventListener').mockImplementation((_, hear) => void listening.delete(hear))
      }
      const stop = start()
      expect(listening.size).toBeGreaterThan(0)
      stop()
      expect(listening.size).toBe(0)
    })

    it('is stopped and started again without telling twice', async () => {
      come()
      start()()
      start()
      await happens()
      tells()
    })

    it('keeps to itself what a listener of ours throws', async () => {
      track.mockImplementation(() => {
        throw new Error('ours')
      })
      come()
      start()
      await happens()
      await happens()
      tells(once ? 1 : 2)
    })

    it('does not mind what stands where the library should', () => {
      for (const global of globals)
        for (const nonsense of hostile()) {
          const page = createWorld()
          page[global] = nonsense
          expect(() => stops.push(adapter({ track }, { ...options, window: page }))).not.toThrow()
          loaded(page)
        }
      expect(globals.length).toBeGreaterThan(0)
    })

    it('does not mind a global that throws when it is read', () => {
      for (const global of globals)
        Object.defineProperty(window, global, {
          get() {
            throw new Error('theirs')
          },
        })
      expect(start).not.toThrow()
      expect(() => loaded(window)).not.toThrow()
    })

    it('survives nonsense, tells of it only in plain words, and hears what comes after', async () => {
      const result = {}
      own.mockReturnValue(result)
      come()
      start()
      for (const nonsense of hostile({ ...payload, note: 'x'.repeat(1e6) })) {
        if (once) another()
        const returned = say(window, nonsense)
        if (method) expect(returned).toBe(result)
        await settled()
      }
      for (const [event, properties = {}] of track.mock.calls) {
        expect(event).toEqual(expect.any(String))
        expect(Object.getPrototypeOf(properties)).toBe(Object.prototype)
        for (const value of Object.values(properties)) expect(['string', 'number', 'boolean']).toContain(typeof value)
      }
      track.mockClear()
      if (once) another()
      await happens()
      tells()
    })

    if (payload) {
      it('changes nothing that it is told, and looks into nothing that it does not need', async () => {
        const look = vi.fn(() => 'a megabyte')
        const deep = { toJSON: look, ...Object.defineProperty({}, 'inside', { enumerable: true, get: look }) }
        Object.defineProperty(deep, 'inside', { enumerable: true, get: look })
        look.mockClear()
        const said: Record<string, unknown> = { ...payload, deep }
        come()
        start()
        say(window, said)
        await settled()
        expect(look).not.toHaveBeenCalled()
        expect(said).toEqual({ ...payload, deep })
        expect(track).toHaveBeenCalledTimes(1)
        for (const [, properties] of track.mock.calls) expect(properties).not.toBe(said)
      })
    }

    if (method) {
      it('leaves the page’s own call its result, its errors, its this and its arguments', async () => {
        const result = {}
        own.mockReturnValue(result)
        come()
        say(window, payload)
        const [bareThis, bareArgs] = [own.mock.contexts.at(-1), own.mock.calls.at(-1)]
        start()
        expect(say(window, payload)).toBe(result)
        expect(own).toHaveBeenCalledTimes(2)
        expect(own.mock.contexts[1]).toBe(bareThis)
        expect(own.mock.calls[1]).toEqual(bareArgs)

        own.mockImplementation(() => {
          throw result
        })
        let thrown: unknown
        try {
          say(window, payload)
        } catch (error) {
          thrown = error
        }
        expect(thrown).toBe(result)
        await settled()
      })

      it('is told in a task of its own, after the page’s call', async () => {
        come()
        start()
        say(window, payload)
        expect(own).toHaveBeenCalledTimes(1)
        expect(track).not.toHaveBeenCalled()
        await settled()
        tells()
      })

      it('drops what it has heard but not yet told when it is stopped', async () => {
        come()
        const stop = start()
        say(window, payload)
        stop()
        await settled()
        expect(track).not.toHaveBeenCalled()
      })

      it('does not tell twice when others wrap the method in their turn, nor undo what they have done', async () => {
        come()
        start()
        const [object, key] = method(window) as [Record<string, Own>, string]
        const inner = object[key]!
        const theirs = vi.fn(function (this: unknown, ...args: unknown[]) {
          return inner.apply(this, args)
        })
        object[key] = theirs
        loaded(window)
        await happens()
        await vi.advanceTimersByTimeAsync(20_000)
        tells()
        expect(theirs).toHaveBeenCalledTimes(1)
        expect(own).toHaveBeenCalledTimes(1)
        for (const stop of stops) stop()
        expect(object[key]).toBe(theirs)
        await happens()
        tells()
      })
    }
  })
}
