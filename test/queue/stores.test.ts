import { forceCloseDatabase, IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { createIndexedDbStore } from '../../src/queue/indexeddb'
import { createMemoryStore } from '../../src/queue/memory'
import { row, testQueueStore } from '../contracts/queue-store'
import { fakeEnv, settled } from '../fakes/env'

const diskEnv = (indexedDB: unknown = new IDBFactory()) => fakeEnv({ indexedDB, IDBKeyRange } as never)

testQueueStore('memory', createMemoryStore)
testQueueStore('IndexedDB', () => createIndexedDbStore(diskEnv(), 'pulso', () => {}))

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
    expect(await count(store)).toBe(1)
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
    store.close()
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
    const indexedDB = new IDBFactory()
    await new Promise<void>(resolve => {
      const request = indexedDB.open('pulso', 3)
      request.onupgradeneeded = () => request.result.createObjectStore('theirs')
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
    })
    const store = createIndexedDbStore(diskEnv(indexedDB), 'pulso', () => {})
    await put(store, 'a')
    expect(await count(store)).toBe(1)
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
