import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, Migrator, type SqliteDatabase, SqliteDialect, sql } from 'kysely'
import Database from 'libsql'
import { migrationProvider, type Tables } from './migrations'
import { toComments, toRow } from './row'
import type { Store } from './store'

/**
 * Opens a store in one SQLite file and creates the file, its folder and its tables where they are missing.
 * Every save is flushed to the disk before it resolves (write-ahead log, `synchronous = FULL`).
 */
export async function openSqlite(path: string): Promise<Store> {
  mkdirSync(dirname(path), { recursive: true })
  const file = new Database(path, { timeout: 5000 }) // another process may be writing: wait for it this long
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: reuseStatements(file as SqliteDatabase) }) })
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return createStore(db)
}

/** Prepares each statement once, which doubles the saves per second. They are few: no value is part of their text. */
function reuseStatements(file: SqliteDatabase): SqliteDatabase {
  const prepared = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    prepare(text) {
      const statement = prepared.get(text) ?? file.prepare(text)
      prepared.set(text, statement)
      return statement
    },
    close: () => file.close(),
  }
}

/**
 * Brings the tables up to date, all or nothing, one process at a time. Kysely leaves both to the caller here, because it runs
 * SQLite migrations outside transactions; the store has one connection, so these statements frame the migrator's.
 */
async function migrate(db: Kysely<Tables>) {
  await sql`begin immediate`.execute(db)
  const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest()
  await (error ? sql`rollback` : sql`commit`).execute(db)
  if (error) throw error
}

function createStore(db: Kysely<Tables>): Store {
  return {
    save(responses, receivedAt) {
      return db.transaction().execute(async transaction => {
        let changed = 0
        for (const response of responses) {
          const { id, received_at, ...rest } = toRow(response, receivedAt)
          const result = await transaction
            .insertInto('responses')
            .values({ id, received_at, ...rest })
            .onConflict(conflict =>
              conflict.column('id').doUpdateSet(rest).whereRef('excluded.revision', '>', 'responses.revision'),
            )
            .executeTakeFirst()
          changed += Number(result.numInsertedOrUpdatedRows ?? 0)
        }
        return changed
      })
    },

    async npsCounts() {
      const rows = await db
        .selectFrom('responses')
        .select(({ fn }) => [
          'touchpoint',
          'stage',
          'nps as value',
          fn.countAll().as('count'),
          fn.max('updated_at').as('lastAt'),
        ])
        .where('nps', 'is not', null)
        .groupBy(['touchpoint', 'stage', 'nps'])
        .execute()
      return rows.map(row => ({ ...row, value: Number(row.value), count: Number(row.count) }))
    },

    async comments(limit) {
      const rows = await db
        .selectFrom('responses')
        .select(['id', 'body', 'touchpoint', 'locale', 'nps', 'updated_at'])
        .where('commented_at', 'is not', null)
        .orderBy('commented_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap(toComments).slice(0, limit)
    },

    async commented() {
      const { count } = await db
        .selectFrom('responses')
        .select(({ fn }) => fn.count('commented_at').as('count'))
        .where('commented_at', 'is not', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },

    close: () => db.destroy(),
  }
}
