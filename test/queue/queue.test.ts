import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Outcome, QueueRow } from '../../src/contracts'
import { pending, refused } from '../../src/queue/look'
import { createQueue } from '../../src/queue/queue'
import { row } from '../contracts/queue-store'
import { type FakeEnv, fakeEnv, settled } from '../fakes/env'

/** One browser profile: its tabs share a disk, a journal and a clock. */
function profile(indexedDB: unknown = new IDBFactory()) {
  const env = tabEnv(indexedDB)
  const received: string[] = []
  let answer: (row: QueueRow) => Partial<Outcome> | Promise<Partial<Outcome>> = () => ({
    kind: 'accepted',
    status: 200,
  })
  const open: ReturnType<typeof createQueue>[] = []
  return {
    env,
    received,
    endpoint(reply: typeof answer) {
      answer = reply
    },
    tab(notify = vi.fn()) {
      const send = async (one: QueueRow): Promise<Outcome> => {
        received.push(one.id)
        return { kind: 'retry', status: 503, ...(await answer(one)) }
      }
      const queue = createQueue(env, 'pulso', send, notify)
      open.push(queue)
      return queue
    },
    close: () => open.forEach(queue => void queue.stop()),
  }
}

function tabEnv(indexedDB: unknown): FakeEnv {
  const window = new EventTarget() as never as Window
  Object.assign(window, { indexedDB, IDBKeyRange, document: Object.assign(new EventTarget(), { hidden: false }) })
  return { ...fakeEnv(), window } as FakeEnv
}

const now = (env: FakeEnv) => ({ notBefore: env.now() })
const event = (env: FakeEnv, type: string) => env.window.dispatchEvent(new Event(type))

let browser: ReturnType<typeof profile>
afterEach(() => browser.close())

describe('createQueue', () => {
  it('stores a record before it sends it, and forgets it once acknowledged', async () => {
    browser = profile()
    const notify = vi.fn()
    const queue = browser.tab(notify)
    expect(await queue.add(row('a', now(browser.env)))).toBe('stored')
    await queue.flush()
    expect(browser.received).toEqual(['a'])
    expect(await pending(queue)).toBe(0)
    expect(notify.mock.calls).toEqual([
      ['queued', { id: 'a', result: 'stored' }],
      ['delivered', { id: 'a' }],
    ])
  })

  it('sends a record once however often and from however many tabs it is added', async () => {
    browser = profile()
    const [one, two] = [browser.tab(), browser.tab()]
    await settled()
    await Promise.all([one, one, two].map(queue => queue.add(row('a', now(browser.env)))))
    await Promise.all([one.flush(), two.flush()])
    expect(browser.received).toEqual(['a'])
  })

  it('divides what waits between the tabs, each record to one of them', async () => {
    browser = profile()
    browser.endpoint(() => ({ status: 0 }))
    const [one, two] = [browser.tab(), browser.tab()]
    for (let index = 0; index < 15; index++) {
      await one.add(row(`one-${index}`, now(browser.env)))
      await two.add(row(`two-${index}`, now(browser.env)))
    }
    await settled()
    browser.received.length = 0
    browser.endpoint(() => ({ kind: 'accepted', status: 200 }))
    event(browser.env, 'online')
    await browser.env.advance(1600)
    await Promise.all([one.flush(), two.flush()])
    expect(browser.received).toHaveLength(30)
    expect(new Set(browser.received).size).toBe(30)
    expect(await pending(one)).toBe(0)
  })

  it('keeps an answer that was given offline and delivers it when the browser is online again', async () => {
    browser = profile()
    browser.endpoint(() => ({ status: 0 }))
    const queue = browser.tab()
    expect(await queue.add(row('a', now(browser.env)))).toBe('stored')
    await settled()
    expect(await pending(queue)).toBe(1)
    browser.endpoint(() => ({ kind: 'accepted', status: 200 }))
    event(browser.env, 'online')
    await browser.env.advance(1600)
    await settled()
    expect(await pending(queue)).toBe(0)
  })

  it('believes that the browser is online again, also with nothing but memory', async () => {
    browser = profile({ open: () => ({}) })
    browser.endpoint(() => ({ status: 0 }))
    const queue = browser.tab()
    queue.add(row('a', now(browser.env)))
    await browser.env.advance(60_000)
    const { length } = browser.received
    expect(length).toBeGreaterThan(3) // so the next step is many seconds away
    browser.endpoint(() => ({ kind: 'accepted', status: 200 }))
    event(browser.env, 'online')
    await browser.env.advance(1600)
    expect(browser.received).toHaveLength(length + 1)
    expect(await pending(queue)).toBe(0)
  })

  it('sends one probe a step while the endpoint is down, over all tabs', async () => {
    browser = profile()
    browser.endpoint(() => ({ status: 503 }))
    const tabs = [browser.tab(), browser.tab(), browser.tab()]
    await settled()
    for (const [index, tab] of tabs.entries()) await tab.add(row(`r${index}`, now(browser.env)))
    await settled()
    const inFlight = browser.received.length
    expect(inFlight).toBeLessThanOrEqual(9)
    await browser.env.advance(30_000)
    expect(browser.received.length - inFlight).toBeLessThanOrEqual(6)
    browser.endpoint(() => ({ kind: 'accepted', status: 200 }))
    await browser.env.advance(120_000)
    expect(await pending(tabs[0]!)).toBe(0)
  })

  it('lets a poison record delay no other', async () => {
    browser = profile()
    browser.endpoint(({ id }) =>
      id === 'poison' ? { kind: 'refused', status: 422 } : { kind: 'accepted', status: 200 },
    )
    const notify = vi.fn()
    const queue = browser.tab(notify)
    for (const id of ['a', 'poison', 'b', 'c']) await queue.add(row(id, now(browser.env)))
    await queue.flush()
    expect(browser.received.sort()).toEqual(['a', 'b', 'c', 'poison'])
    await browser.env.advance(5 * 36e5)
    expect(browser.received.filter(id => id === 'poison')).toHaveLength(5)
    expect(notify).toHaveBeenCalledWith('refused', { id: 'poison', status: 422 })
    expect(await pending(queue)).toBe(0)
    expect(await refused(queue)).toMatchObject([{ id: 'poison', status: 422 }])
  })

  it('leaves an open response alone until a later revision takes its place', async () => {
    browser = profile()
    const queue = browser.tab()
    await settled()
    await queue.add(row('r.2', { notBefore: 'open' }))
    await queue.flush()
    expect(browser.received).toEqual([])
    expect(await pending(queue)).toBe(1)
    await queue.add(row('r.3', now(browser.env)), 'r.2')
    await queue.flush()
    expect(browser.received).toEqual(['r.3'])
    expect(await pending(queue)).toBe(0)
  })

  it('sends at the next visit what a crash has left open', async () => {
    browser = profile()
    const crashed = browser.tab()
    await settled()
    await crashed.add(row('r.2', { notBefore: 'open' }))
    crashed.stop()
    const next = browser.tab()
    await settled()
    await next.flush()
    expect(browser.received).toEqual(['r.2'])
  })

  it('delivers from memory where the disk refuses, and says so', async () => {
    browser = profile({
      open() {
        throw new DOMException('no', 'SecurityError')
      },
    })
    const notify = vi.fn()
    const queue = browser.tab(notify)
    expect(await queue.add(row('a', now(browser.env)))).toBe('memory')
    expect(notify).toHaveBeenCalledWith('memory', { id: 'a', reason: 'SecurityError: no' })
    await queue.flush()
    expect(browser.received).toEqual(['a'])
    expect(await pending(queue)).toBe(0)
  })

  it('keeps in memory what comes when a thousand wait, and says so', async () => {
    browser = profile()
    const notify = vi.fn()
    const queue = browser.tab(notify)
    await settled()
    await queue.each<void>(rows => {
      for (let index = 0; index < 1000; index++) rows.put(row(`r${index}`, { notBefore: 'open' }))
    })
    expect(await queue.add(row('a', now(browser.env)))).toBe('full')
    expect(notify).toHaveBeenCalledWith('full', { id: 'a', reason: '1000 wait' })
    await queue.flush()
    expect(browser.received).toEqual(['a'])
  })

  it('says which record was not delivered, and why', async () => {
    browser = profile()
    browser.endpoint(() => ({ status: 401, slow: true }))
    const notify = vi.fn()
    const queue = browser.tab(notify)
    await queue.add(row('a', now(browser.env)))
    await queue.flush()
    expect(notify).toHaveBeenCalledWith('error', { code: 'not-delivered', message: 'a status 401', id: 'a' })
  })

  it('forgets what memory held of a response, once the disk takes a later revision', async () => {
    const real = new IDBFactory()
    let refuses = true
    browser = profile({
      open(name: string) {
        if (refuses) throw new DOMException('no', 'SecurityError')
        return real.open(name)
      },
    })
    const queue = browser.tab()
    expect(await queue.add(row('r.2', { notBefore: 'open' }))).toBe('memory')
    refuses = false
    await browser.env.advance(31_000)
    expect(await queue.add(row('r.3', { notBefore: 'open' }), 'r.2')).toBe('stored')
    expect(await pending(queue)).toBe(1)
    await queue.add(row('r.4', now(browser.env)), 'r.3')
    await queue.flush()
    expect(browser.received).toEqual(['r.4'])
    expect(await pending(queue)).toBe(0)
  })

  it('holds what a page was left with where nothing can be written down, for when the page comes back', async () => {
    browser = profile({ open: () => ({}) })
    browser.env.local.set = () => false
    browser.endpoint(() => ({ status: 0 }))
    const queue = browser.tab()
    const added = queue.add(row('r.2', { notBefore: 'open' }))
    await browser.env.advance(1000)
    expect(await added).toBe('memory')
    queue.leave(row('r.3', now(browser.env)), 'r.2')
    expect(browser.received).toEqual(['r.3'])
    expect(await pending(queue)).toBe(1)
    browser.endpoint(() => ({ kind: 'accepted', status: 200 }))
    const shown = Object.assign(new Event('pageshow'), { persisted: true })
    browser.env.window.dispatchEvent(shown)
    await browser.env.advance(2000)
    expect(browser.received).toEqual(['r.3', 'r.3'])
    expect(await pending(queue)).toBe(0)
  })

  it('writes down what only memory holds when the page goes, and adopts it on the next', async () => {
    const broken = { open: () => ({}) }
    browser = profile(broken)
    browser.endpoint(() => ({ status: 0 }))
    const queue = browser.tab()
    queue.add(row('a', now(browser.env)))
    event(browser.env, 'pagehide')
    expect(browser.env.local.keys()).toEqual(['pulso:journal:a'])
    queue.stop()
    ;(browser.env.window as { indexedDB: unknown }).indexedDB = new IDBFactory()
    browser.endpoint(() => ({ kind: 'accepted', status: 200 }))
    browser.received.length = 0
    const next = browser.tab()
    await settled()
    await settled()
    await next.flush()
    expect(browser.received).toEqual(['a'])
    expect(browser.env.local.keys()).toEqual([])
  })

  it('sends what is stored but not yet sent when the page goes, once, and nothing that is open or on its way', async () => {
    browser = profile()
    browser.endpoint(() => new Promise(() => {}))
    const queue = browser.tab()
    await settled()
    await queue.add(row('sent', now(browser.env)))
    await settled()
    expect(browser.received).toEqual(['sent'])
    await queue.add(row('open', { notBefore: 'open' }))
    await queue.add(row('stored', now(browser.env)))
    event(browser.env, 'pagehide')
    expect(browser.received).toEqual(['sent', 'stored'])
    expect(browser.env.local.keys()).toEqual([])
  })

  it('leaves to other pages what has waited for longer than a claim, as they may have sent it', async () => {
    browser = profile()
    browser.endpoint(() => new Promise(() => {}))
    const queue = browser.tab()
    await settled()
    await queue.add(row('sent', now(browser.env)))
    await settled()
    for (const id of ['b', 'c']) await queue.add(row(id, now(browser.env)))
    await settled()
    await queue.add(row('waiting', now(browser.env)))
    await browser.env.advance(30_000)
    event(browser.env, 'pagehide')
    expect(browser.received).toEqual(['sent', 'b', 'c'])
  })

  it('writes down what only memory holds as it is stopped, and sends nothing any more', async () => {
    browser = profile({ open: () => ({}) })
    browser.endpoint(() => ({ status: 0 }))
    const queue = browser.tab()
    queue.add(row('a', now(browser.env)))
    queue.stop()
    expect(browser.env.local.keys()).toEqual(['pulso:journal:a'])
    expect(browser.received).toEqual([])
  })

  it('forgets what it adopted once it is acknowledged, although the disk would not take it', async () => {
    browser = profile({ open: () => ({}) })
    browser.env.local.set('pulso:journal:a', JSON.stringify({ row: row('a', now(browser.env)) }))
    for (let visit = 0; visit < 3; visit++) {
      const queue = browser.tab()
      await browser.env.advance(2000)
      queue.stop()
    }
    expect(browser.received).toEqual(['a'])
  })

  it('keeps quiet while the gate is closed, also when the page goes', async () => {
    browser = profile()
    browser.endpoint(() => ({ status: 503 }))
    const queue = browser.tab()
    await queue.add(row('a', now(browser.env)))
    await settled()
    await settled()
    const before = browser.received.length
    queue.leave(row('b', now(browser.env)))
    expect(browser.received.length).toBe(before)
    expect(browser.env.local.keys()).toEqual(['pulso:journal:b'])
  })

  it('wakes by itself no more often than every five minutes when there is nothing to do', async () => {
    browser = profile()
    browser.tab()
    await settled()
    await settled()
    expect(browser.env.timers().filter(ms => ms < 300_000 && ms > 5000)).toEqual([])
    expect(Math.max(...browser.env.timers())).toBeGreaterThanOrEqual(300_000)
  })
})
