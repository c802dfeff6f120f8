import { forceCloseDatabase, IDBDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { createIndexedDbStore } from '../../src/queue/indexeddb'
import { createMemoryStore } from '../../src/queue/memory'
import { row, testQueueStore } from '../contracts/queue-store'
import { fakeEnv, settled } from '../fakes/env'

const diskEnv = (indexedDB: unknown = new IDBFactory()) => fakeEnv({ indexedDB, IDBKeyRange } as never)

testQueueStore('memory', createMemoryStore)
testQueueStore('IndexedDB', () => createIndexedDbStore(diskEnv(), 'pulso', () => {}))

/** Where somebody else has made a database of our name. */
const foreign = () =>
  new Promise<IDBFactory>(resolve => {
    const indexedDB = new IDBFactory()
    const request = indexedDB.open('pulso', 3)
    request.onupgradeneeded = () => request.result.createObjectStore('theirs')
    request.onsuccess = () => {
      request.result.close()
      resolve(indexedDB)
    }
  })

/** Another connection holds the table in a transaction that does not end before it is told to. */
const occupy = (indexedDB: IDBFactory) =>
  new Promise<() => void>(resolve => {
    const request = indexedDB.open('pulso')
    request.onsuccess = () => {
      const rows = request.result.transaction('queue', 'readwrite').objectStore('queue')
      let occupied = true
      const again = () => {
        if (occupied) rows.get('').onsuccess = again
      }
      again()
      resolve(() => {
        occupied = false
      })
    }
  })

describe('createIndexedDbStore', () => {
  const put = (store: ReturnType<typeof createMemoryStore>, id: string) =>
    store.run<void>(rows => void rows.put(row(id)))
  const count = (store: ReturnType<typeof createMemoryStore>) => store.run<number>((rows, done) => rows.count(done))

  it('undoes everything when the work throws half-way', async () => {
    const store = createIndexedDbStore(diskEnv(), 'pulso', () => {})
    const work = store.run<void>(rows => {
      rows.put(row('a'))
      throw new Error('half-way')
    })
    await expect(work).rejects.toThrow('half-way')
    expect(await count(store)).toBe(0)
  })

  it('gives up on a database that never opens, and finds it when it opens late', async () => {
    const real = new IDBFactory()
    let late: (() => void) | undefined
    const env = diskEnv({
      open: (name: string) => {
        const request = real.open(name)
        const held: Record<string, unknown> = {
          get result() {
            return request.result
          },
        }
        request.onupgradeneeded = event => (held.onupgradeneeded as (event: unknown) => void)(event)
        request.onsuccess = event => {
          late = () => (held.onsuccess as (event: unknown) => void)(event)
        }
        return held
      },
    })
    const store = createIndexedDbStore(env, 'pulso', () => {})
    const failed = vi.fn()
    put(store, 'a').catch(failed)
    await env.advance(999)
    expect(failed).not.toHaveBeenCalled()
    await env.advance(1)
    expect(failed).toHaveBeenCalledOnce()
    late!()
    await put(store, 'b')
    late = undefined
    await env.advance(30_000) // so long after a failure it would be opened again
    expect(await count(store)).toBe(1)
    expect(late).toBeUndefined()
  })

  it('gives up on a transaction after five seconds, and what it has asked for is not done later', async () => {
    const indexedDB = new IDBFactory()
    const env = diskEnv(indexedDB)
    const store = createIndexedDbStore(env, 'pulso', () => {})
    await put(store, 'a')
    const leave = await occupy(indexedDB)
    const failed = vi.fn()
    put(store, 'b').catch(failed)
    await env.advance(4999)
    expect(failed).not.toHaveBeenCalled()
    await env.advance(1)
    expect(failed).toHaveBeenCalledWith('slow')
    leave()
    expect(await count(store)).toBe(1)
  })

  it('leaves no timer behind once what it was asked for is done, or has failed', async () => {
    const env = diskEnv()
    const store = createIndexedDbStore(env, 'pulso', () => {})
    await put(store, 'a')
    await store
      .run(() => {
        throw new Error('half-way')
      })
      .catch(() => {})
    await env.advance(1000) // so long it waits for opening
    expect(env.timers()).toEqual([])
  })

  it('asks no more for half a minute where opening fails, then once more', async () => {
    const real = new IDBFactory()
    let broken = true
    const open = vi.fn((name: string) => {
      if (broken) throw new DOMException('Internal error.', 'UnknownError')
      return real.open(name)
    })
    const env = diskEnv({ open })
    const store = createIndexedDbStore(env, 'pulso', () => {})
    await expect(put(store, 'a')).rejects.toThrow('Internal')
    broken = false
    await env.advance(29_999)
    await expect(put(store, 'a')).rejects.toThrow('Internal')
    expect(open).toHaveBeenCalledOnce()
    await env.advance(1)
    await put(store, 'a')
    expect(await count(store)).toBe(1)
  })

  it('opens a connection that has gone stale anew, once', async () => {
    const real = new IDBFactory()
    const stale = () => {
      throw new DOMException('The connection is closing.', 'InvalidStateError')
    }
    let times = 1
    const open = vi.fn((name: string) => {
      const request = real.open(name)
      request.addEventListener('success', () => {
        if (times-- > 0) Object.assign(request.result, { transaction: stale })
      })
      return request
    })
    const env = diskEnv({ open })
    const store = createIndexedDbStore(env, 'pulso', () => {})
    await put(store, 'a')
    expect(open).toHaveBeenCalledTimes(2)
    times = Infinity
    const other = createIndexedDbStore(env, 'pulso', () => {})
    await expect(put(other, 'b')).rejects.toThrow('closing')
    expect(open).toHaveBeenCalledTimes(4)
    expect(await count(store)).toBe(1)
  })

  it('rejects what the browser takes back after each request has succeeded, as it does over quota', async () => {
    const store = createIndexedDbStore(diskEnv(), 'pulso', () => {})
    await put(store, 'a')
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const failed = vi.fn()
    await store
      .run<void>(rows => {
        rows.put(row('b'))
        rows.get('b', () => spy.mock.results[0]!.value.abort())
      })
      .catch(failed)
    spy.mockRestore()
    expect(failed).toHaveBeenCalledOnce()
    expect(await count(store)).toBe(1)
  })

  it('has what it writes flushed to the disk before it is complete', async () => {
    const store = createIndexedDbStore(diskEnv(), 'pulso', () => {})
    await count(store)
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await put(store, 'a')
    expect(spy.mock.calls).toEqual([['queue', 'readwrite', { durability: 'strict' }]])
    spy.mockRestore()
  })

  it('keeps an error of the database from the page', async () => {
    const preventDefault = vi.fn()
    const open = () => {
      const request = { error: new Error('corrupt'), onerror: (_: unknown) => {} }
      queueMicrotask(() => request.onerror({ target: request, preventDefault }))
      return request
    }
    const store = createIndexedDbStore(diskEnv({ open }), 'pulso', () => {})
    await expect(put(store, 'a')).rejects.toThrow('corrupt')
    expect(preventDefault).toHaveBeenCalledOnce()
  })

  it('tells of a database that the browser takes away, once it can be opened again', async () => {
    const real = new IDBFactory()
    let opened: ReturnType<IDBFactory['open']> | undefined
    let clearing = false
    const env = diskEnv({
      open(name: string) {
        if (clearing) throw new DOMException('The connection was closed.', 'AbortError')
        opened = real.open(name)
        return opened
      },
    })
    const lost = vi.fn()
    const store = createIndexedDbStore(env, 'pulso', lost)
    await put(store, 'a')
    clearing = true
    forceCloseDatabase(opened!.result as never)
    await settled()
    await expect(put(store, 'b')).rejects.toThrow('closed')
    expect(lost).not.toHaveBeenCalled()
    clearing = false
    await env.advance(1000)
    expect(lost).toHaveBeenCalledOnce()
    await put(store, 'b')
    expect(await count(store)).toBe(2)
  })

  it('opens nothing for a site that wants nothing stored', async () => {
    const open = vi.fn()
    const store = createIndexedDbStore({ ...diskEnv({ open }), storageFree: true }, 'pulso', () => {})
    await expect(put(store, 'a')).rejects.toBe('storage-free')
    expect(open).not.toHaveBeenCalled()
  })

  it('rejects where storage is refused', async () => {
    const env = diskEnv({
      open() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
    await expect(
      put(
        createIndexedDbStore(env, 'pulso', () => {}),
        'a',
      ),
    ).rejects.toThrow('insecure')
    const none = fakeEnv({})
    await expect(
      put(
        createIndexedDbStore(none, 'pulso', () => {}),
        'a',
      ),
    ).rejects.toBeTruthy()
  })

  it('once closed, still ends what is under way, and makes no database', async () => {
    const env = diskEnv()
    const store = createIndexedDbStore(env, 'pulso', () => {})
    await put(store, 'a')
    const spy = vi.spyOn(IDBDatabase.prototype, 'close')
    store.close()
    await settled()
    expect(spy).toHaveBeenCalledOnce()
    spy.mockRestore()
    await store.run<void>(rows => void rows.remove('a'))
    const next = createIndexedDbStore(env, 'pulso', () => {})
    expect(await count(next)).toBe(0)
    await new Promise(resolve => {
      env.window.indexedDB.deleteDatabase('pulso').onsuccess = resolve
    })
    await expect(put(store, 'b')).rejects.toBeTruthy()
    expect(await env.window.indexedDB.databases()).toEqual([])
  })

  it('replaces a database of its name that somebody else has made', async () => {
    const store = createIndexedDbStore(diskEnv(await foreign()), 'pulso', () => {})
    await put(store, 'a')
    expect(await count(store)).toBe(1)
  })

  it('gives up on a foreign database that comes back as soon as it has been deleted', async () => {
    const real = await foreign()
    const deleteDatabase = vi.fn()
    const env = diskEnv({ open: (name: string) => real.open(name), deleteDatabase })
    const store = createIndexedDbStore(env, 'pulso', () => {})
    await expect(put(store, 'a')).rejects.toBe('foreign')
    expect(deleteDatabase).toHaveBeenCalledOnce()
  })

  it('makes way when another script deletes the database, and starts anew', async () => {
    const indexedDB = new IDBFactory()
    const store = createIndexedDbStore(diskEnv(indexedDB), 'pulso', () => {})
    await put(store, 'a')
    await new Promise(resolve => {
      indexedDB.deleteDatabase('pulso').onsuccess = resolve
    })
    await settled()
    await put(store, 'b')
    expect(await count(store)).toBe(1)
  })
})
