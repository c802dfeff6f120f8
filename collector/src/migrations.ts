import type { Kysely, Migration, MigrationProvider } from 'kysely'

/** The tables. Times are ISO 8601 in UTC with milliseconds, so that they sort as text in every database. */
export interface Tables {
  responses: {
    id: string
    revision: number
    status: string
    touchpoint: string
    stage: string | null
    survey: string
    channel: string
    locale: string
    /** The first NPS answer. */
    nps: number | null
    /** The whole response as JSON: the columns above are copies to search by. */
    body: string
    received_at: string
    updated_at: string
    /** `updated_at` where the answers hold a comment. */
    commented_at: string | null
  }
}

const migrations: Record<string, Migration> = {
  '001-responses': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('responses')
        .addColumn('id', 'varchar(64)', column => column.primaryKey())
        .addColumn('revision', 'bigint', column => column.notNull())
        .addColumn('status', 'varchar(16)', column => column.notNull())
        .addColumn('touchpoint', 'varchar(256)', column => column.notNull())
        .addColumn('stage', 'varchar(256)')
        .addColumn('survey', 'varchar(256)', column => column.notNull())
        .addColumn('channel', 'varchar(256)', column => column.notNull())
        .addColumn('locale', 'varchar(256)', column => column.notNull())
        .addColumn('nps', 'integer')
        .addColumn('body', 'text', column => column.notNull())
        .addColumn('received_at', 'varchar(24)', column => column.notNull())
        .addColumn('updated_at', 'varchar(24)', column => column.notNull())
        .addColumn('commented_at', 'varchar(24)')
        .execute()
      await db.schema
        .createIndex('responses_by_touchpoint')
        .on('responses')
        .columns(['touchpoint', 'stage', 'nps', 'updated_at'])
        .execute()
      await db.schema.createIndex('responses_by_comment').on('responses').columns(['commented_at', 'id']).execute()
    },
  },
}

/** Every change to the tables so far, in order of name. One that was published is never edited. */
export const migrationProvider: MigrationProvider = { getMigrations: async () => migrations }
