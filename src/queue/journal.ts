import type { Env, QueueRow } from '../contracts'

/** What a page could not store in time before it was left. */
export interface Entry {
  row: QueueRow
  supersedes?: string | undefined
}

/** Writes to localStorage, the one storage that is synchronous, while a page goes; the next page adopts the entries. */
export function createJournal({ local }: Env, name: string) {
  const prefix = `${name}:journal:`
  return {
    write: (entry: Entry) => local.set(prefix + entry.row.id, entry),
    remove: (id: string) => local.remove(prefix + id),
    read: (): Entry[] =>
      keys().flatMap(key => {
        try {
          const entry = JSON.parse(local.get(key)!)
          return entry.row.id && typeof entry.row.body === 'string' ? [entry] : []
        } catch {
          return [] // nothing of ours
        }
      }),
  }

  function keys() {
    return local.keys().filter(key => key.startsWith(prefix))
  }
}
