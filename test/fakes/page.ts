import { Window } from 'happy-dom'
import { vi } from 'vitest'
import { matches } from '../../src/conditions'
import type { Fire, JourneyEvent, Stop, TriggerWorld } from '../../src/contracts'
import { onNavigate } from '../../src/triggers/navigation'
import { fakeEnv } from './env'

/** What an observer of a fake page was made with, and what it observes until it is disconnected. */
interface FakeObserver {
  kind: 'view' | 'change'
  seen: Set<Node>
  options: unknown
  tell(entries: unknown[]): void
}

/** A page whose clock, visibility and observers a test moves, and that counts what is running on it. */
export function fakePage(html = '', { touch = false, url = 'https://shop.test/' } = {}) {
  const window = new Window({ url }) as unknown as globalThis.Window & typeof globalThis
  const { document } = window
  document.body.innerHTML = html
  const observers = new Set<FakeObserver>()
  const observer = (kind: FakeObserver['kind']) =>
    class {
      own: FakeObserver
      constructor(tell: FakeObserver['tell'], options: unknown) {
        this.own = { kind, tell, options, seen: new Set() }
      }
      observe(node: Node, options?: unknown) {
        this.own.options ??= options
        observers.add(this.own)
        this.own.seen.add(node)
      }
      disconnect() {
        observers.delete(this.own)
      }
    }
  let visibility = 'visible'
  Object.defineProperty(document, 'visibilityState', { get: () => visibility })
  Object.assign(window, {
    IntersectionObserver: observer('view'),
    MutationObserver: observer('change'),
    matchMedia: () => ({ matches: touch }),
    navigation: undefined,
    EventTarget, // that events made here fit
  })
  // Everything lies at every point.
  document.elementsFromPoint = () => [...document.querySelectorAll('*')].reverse()
  const env = { ...fakeEnv(), window }
  const listening = new Set<symbol>()
  const errors: unknown[] = []
  const listen = env.listen
  env.listen = (target, type, handler) => {
    const own = Symbol(type)
    listening.add(own)
    const stop = listen(target, type, event => {
      try {
        handler(event)
      } catch (cause) {
        errors.push(cause)
      }
    })
    return () => {
      listening.delete(own)
      stop()
    }
  }
  const handlers = new Set<(event: JourneyEvent) => unknown>()
  let steps: number[] = []
  const world: TriggerWorld = {
    env,
    matches,
    steps(_, advance, done) {
      const times = advance(steps)
      steps = times ?? []
      if (!times) done()
    },
    onEvent(handler): Stop {
      handlers.add(handler)
      return () => void handlers.delete(handler)
    },
    onNavigate: handler => onNavigate(env, handler),
    warn: vi.fn(),
    visits: () => 1,
    whenKnown() {},
  }
  const see = (state: string) => {
    visibility = state
    document.dispatchEvent(new window.Event('visibilitychange'))
  }
  return {
    window,
    document,
    env,
    world,
    observers,
    errors,
    fire: vi.fn<Fire>(),
    find: (selector: string) => document.querySelector(selector)!,
    /** How much is running: listeners, observers and timers. */
    running: () => [listening.size + handlers.size, observers.size, env.timers().length],
    track(name: string, properties = {}) {
      for (const handler of [...handlers]) handler({ name, properties })
    },
    hide: () => see('hidden'),
    show: () => see('visible'),
    go(address: string) {
      window.history.pushState(null, '', address)
    },
    /** Says of an element how much of it is in view. */
    view(target: Element, ratio: number, height = 0) {
      const entry = { target, isIntersecting: ratio > 0, intersectionRatio: ratio, intersectionRect: { height } }
      for (const { kind, seen, tell } of observers) if (kind === 'view' && seen.has(target)) tell([entry])
    },
    /** Says that the page has changed. */
    change() {
      for (const { kind, tell } of observers) if (kind === 'change') tell([])
    },
    scrollTo(top: number, height = 3000, target: Element = document.documentElement) {
      const sizes = { scrollTop: top, scrollHeight: height, clientHeight: 1000 }
      for (const [name, value] of Object.entries(sizes))
        Object.defineProperty(target, name, { value, configurable: true })
      Object.defineProperty(document, 'scrollingElement', { value: document.documentElement, configurable: true })
      Object.defineProperty(window, 'scrollY', { value: top, configurable: true })
      Object.defineProperty(window, 'innerHeight', { value: 1000, configurable: true })
      const event = new window.Event('scroll')
      if (target === document.documentElement) document.dispatchEvent(event)
      else target.dispatchEvent(event)
    },
    /** As a pointer does it; with no `detail`, as a key or a script. */
    click(target: Element, init: MouseEventInit = {}) {
      if (init.detail !== 0)
        target.dispatchEvent(new window.MouseEvent('pointerup', { bubbles: true, composed: true, ...init }))
      target.dispatchEvent(new window.MouseEvent('click', { bubbles: true, composed: true, detail: 1, ...init }))
    },
    send(target: EventTarget, type: string, init: object = {}) {
      target.dispatchEvent(Object.assign(new window.Event(type, { bubbles: true, composed: true }), init))
    },
  }
}

export type FakePage = ReturnType<typeof fakePage>
