import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tcf } from '../../src/consent/tcf'
import { createWorld, hostile, loaded, type World } from '../contracts/adapter'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Heard = (data: unknown, success: boolean) => void

/** A consent tool, with a stub before it if wanted, as the specification has them. */
function cmp(window: World) {
  const listeners = new Map<number, Heard>()
  const queue: unknown[][] = window.__tcfapi?.queue ?? []
  let data: Record<string, unknown> = { cmpStatus: 'loading' }
  let ids = 0
  const hear = (listener: Heard, id: number) => listener({ ...data, listenerId: id }, true)
  const api = (command: string, _: number, heard: Heard, parameter?: number) => {
    if (command === 'addEventListener') {
      listeners.set(++ids, heard)
      hear(heard, ids)
    }
    if (command === 'removeEventListener') heard(listeners.delete(parameter!), true)
  }
  window.__tcfapi = api
  for (const call of queue) (api as (...call: unknown[]) => void)(...call)
  return {
    listeners,
    say(eventStatus: string, consents?: Record<string, boolean>, change = {}) {
      data = { gdprApplies: true, eventStatus, ...(consents && { purpose: { consents } }), ...change }
      for (const [id, listener] of listeners) hear(listener, id)
    },
  }
}
function open(options = {}, window = createWorld()) {
  const setConsent = vi.fn()
  const start = () => tcf({ setConsent }, { window, ...options })
  return { window, start, words: () => setConsent.mock.calls.map(([word]) => word) }
}

describe('tcf', () => {
  it('says nothing while the banner is shown, and then what the visitor chose', () => {
    const { window, start, words } = open()
    const { say } = cmp(window)
    start()
    say('cmpuishown', { 1: false })
    expect(words()).toEqual([])
    say('useractioncomplete', { 1: true })
    say('cmpuishown', { 1: true })
    say('useractioncomplete', { 1: true })
    say('useractioncomplete', { 1: false })
    expect(words()).toEqual(['granted', 'denied'])
  })

  it('takes what was chosen on an earlier visit', () => {
    const { window, start, words } = open()
    cmp(window).say('tcloaded', { 1: true })
    start()
    expect(words()).toEqual(['granted'])
    const later = open()
    cmp(later.window).say('tcloaded', {})
    later.start()
    expect(later.words()).toEqual(['denied'])
  })

  it('needs the purposes that it is told to mind, and takes a missing one for none', () => {
    const { window, start, words } = open({ purposes: [8] })
    const { say } = cmp(window)
    start()
    say('tcloaded', { 1: true })
    say('useractioncomplete', { 1: true, 8: true })
    expect(words()).toEqual(['denied', 'granted'])
  })

  it('is granted where the GDPR does not apply, though there are no purposes then', () => {
    const { window, start, words } = open()
    const { say } = cmp(window)
    start()
    say('tcloaded', undefined, { gdprApplies: false })
    expect(words()).toEqual(['granted'])
  })

  it('says nothing where purposes are missing, and survives nonsense', () => {
    const { window, start, words } = open()
    const { say, listeners } = cmp(window)
    start()
    say('tcloaded')
    for (const nonsense of hostile())
      for (const listener of listeners.values()) {
        listener(nonsense, true)
        listener({ eventStatus: 'tcloaded', gdprApplies: true, purpose: { consents: {} } }, false)
      }
    expect(words()).toEqual([])
  })

  it('finds a tool that comes late, and one that takes the place of its stub', () => {
    const { window, start, words } = open()
    start()
    const queue: unknown[][] = []
    window.__tcfapi = Object.assign((...call: unknown[]) => void queue.push(call), { queue })
    loaded(window)
    expect(queue).toHaveLength(1)
    const { say, listeners } = cmp(window)
    loaded(window)
    say('useractioncomplete', { 1: true })
    expect(words()).toEqual(['granted'])
    expect(listeners.size).toBe(1)
  })

  it('takes its listener off once stopped, and is deaf', () => {
    const { window, start, words } = open()
    const { say, listeners } = cmp(window)
    const stop = start()
    expect(listeners.size).toBe(1)
    stop()
    stop()
    expect(listeners.size).toBe(0)
    say('useractioncomplete', { 1: true })
    expect(words()).toEqual([])
  })

  it('takes off late what a stub had taken before it was stopped', () => {
    const { window, start, words } = open()
    const queue: unknown[][] = []
    window.__tcfapi = Object.assign((...call: unknown[]) => void queue.push(call), { queue })
    start()()
    const { listeners } = cmp(window)
    expect(listeners.size).toBe(0)
    expect(words()).toEqual([])
  })

  it('does not mind what stands where the tool should', () => {
    for (const nonsense of hostile()) {
      const { window, start } = open()
      window.__tcfapi = nonsense
      expect(start).not.toThrow()
      expect(() => loaded(window)).not.toThrow()
    }
  })
})
