import type { Env, QueueStore, QueueTransaction } from '../contracts'

const table = 'queue'
const index = 'notBefore'

/**
 * A store on the visitor's disk: `run` resolves when the transaction is complete, from when on what it wrote survives
 * a crash or a kill. The database has no version number to raise, so that every version of the SDK can open it. Each
 * wait has an end: 1 s for opening (then refused for 30 s), 5 s for a transaction. `onLost` is told when the browser
 * deletes the database under us. After `close`, what is under way may end, in a database that is still there.
 */
export function createIndexedDbStore(env: Env, name: string, onLost: () => void): QueueStore & { close(): void } {
  let database: Promise<IDBDatabase> | undefined
  let over = false

  const close = () => {
    database?.then(opened => opened.close()).catch(() => {})
    database = undefined
  }
  const open = () => {
    const ask = (resolve: (opened: IDBDatabase) => void, reject: (cause: unknown) => void, again?: boolean) => {
      const { indexedDB } = env.window
      const request = indexedDB.open(name) // throws, and so rejects, where storage is refused
      request.onupgradeneeded = () => {
        // What was still on its way as consent was withdrawn makes no database anew.
        if (over) request.transaction!.abort()
        else request.result.createObjectStore(table, { keyPath: 'id' }).createIndex(index, index)
      }
      request.onerror = quiet(reject)
      request.onsuccess = () => {
        const opened = request.result
        if (!opened.objectStoreNames.contains(table)) {
          // Of our name and not ours: it gives way before anybody has kept something, once.
          opened.close()
          if (again) return reject('foreign')
          indexedDB.deleteDatabase(name)
          return ask(resolve, reject, true)
        }
        // The database goes, by the browser or by a script: until it has gone, opening fails.
        opened.onversionchange = opened.onclose = () => {
          close()
          env.after(1000, () => {
            close()
            onLost()
          })
        }
        resolve(opened)
        database = Promise.resolve(opened) // also when it took too long: the next call finds it
      }
    }
    const fresh = new Promise<IDBDatabase>((resolve, reject) => {
      if (env.storageFree) throw 'storage-free'
      env.after(1000, () => reject('slow'))
      ask(resolve, reject)
    })
    fresh.catch(() =>
      env.after(30_000, () => {
        if (database === fresh) database = undefined
      }),
    )
    return fresh
  }

  /** A connection that has gone stale is opened anew, once. */
  const begin = async (again?: boolean): Promise<IDBTransaction> => {
    database ??= open()
    const opened = await database
    try {
      return opened.transaction(table, 'readwrite', { durability: 'strict' })
    } catch (cause) {
      close()
      if (again) throw cause
      return begin(true)
    }
  }

  return {
    close() {
      over = true
      close()
    },
    async run<T>(work: (rows: QueueTransaction, done: (value: T) => void) => void): Promise<T> {
      const transaction = await begin()
      return new Promise<T>((resolve, reject) => {
        let value: T
        const fail = (cause: unknown) => {
          stop()
          reject(cause)
          try {
            transaction.abort()
          } catch {} // it is over already
        }
        /** Runs a step of the work; what it throws ends the transaction, and is not the page's to see. */
        const step = (task: () => void) => {
          try {
            task()
          } catch (cause) {
            fail(cause)
          }
        }
        const on = <R>(request: IDBRequest<R>, then: (result: R) => void) => {
          request.onsuccess = () => step(() => then(request.result))
        }
        const stop = env.after(5000, () => fail('slow'))
        transaction.onabort = transaction.onerror = quiet(fail)
        transaction.oncomplete = () => {
          stop()
          resolve(value)
        }
        const store = transaction.objectStore(table)
        const waiting = store.index(index)
        step(() =>
          work(
            {
              get: (id, then) => on(store.get(id), then),
              put: row => store.put(row),
              remove: id => store.delete(id),
              // Numbers come before texts, so this is every number there is.
              next: then => on(waiting.get(env.window.IDBKeyRange.upperBound(Infinity)), then),
              open: then => on(waiting.get('open'), then),
              count: then => on(waiting.count(), then),
              all: then => on(store.getAll(), then),
            },
            result => {
              value = result
            },
          ),
        )
      })
    },
  }
}

/** Firefox reports an unprevented database error to the page. */
const quiet = (reject: (cause: unknown) => void) => (event: Event) => {
  event.preventDefault()
  reject((event.target as IDBRequest).error)
}
