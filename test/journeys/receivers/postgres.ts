import { PGlite } from '@electric-sql/pglite'
import { toKept } from './promises'

let starting: Promise<PGlite> | undefined

/** A PostgreSQL in memory, empty but for these scripts. It takes seconds to start, so one test follows another in it. */
export async function createPostgres(...scripts: string[]) {
  starting ??= PGlite.create()
  const db = await starting
  await db.exec('drop schema public cascade; create schema public; drop role if exists anon')
  for (const script of scripts) await db.exec(script)
  const kept = async () => {
    const { rows } = await db.query<{ response: never }>('select response from responses order by id')
    return rows.map(({ response }) => toKept(response))
  }
  return { db, kept }
}
