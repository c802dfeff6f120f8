import { existsSync } from 'node:fs'
import Database from 'libsql'
import { type Kept, toKept } from './promises'
import { expect, type Servers, test } from './servers'

/** What counts of the table that the recipes for an endpoint of one's own write to. */
export function readTable(path: string): Kept[] {
  if (!existsSync(path)) return []
  const db = new Database(path, { readonly: true, timeout: 5000 }) // the receiver may be writing
  try {
    if (!db.prepare(`select 1 from sqlite_master where name = 'responses'`).get()) return []
    const rows = db.prepare('select id, revision, response from responses').all() as {
      id: string
      revision: number
      response: string
    }[]
    return rows.map(({ id, revision, response }) => {
      const kept = toKept(JSON.parse(response))
      expect({ id, revision }).toEqual({ id: kept.id, revision: kept.revision })
      return kept
    })
  } finally {
    db.close()
  }
}

const bodies: [says: string, body: string, status: number][] = [
  ['what is no JSON', '{ not json', 400],
  ['JSON that is no response', 'null', 400],
  ['an id that is no text', '{"id":7,"revision":1}', 400],
  ['a revision that is no number', '{"id":"a","revision":"2"}', 400],
  ['more than 256 KiB', `{"id":"${'x'.repeat(300_000)}","revision":1}`, 413],
]

/** What an endpoint of one's own answers to others than Pulso: a status that a page can read, and never a page. */
export function answersStrangers(name: string, start: (servers: Servers) => Promise<{ url: string }>) {
  test(`${name}: it names what it cannot take, in answers that a page can read, and goes on`, async ({ servers }) => {
    const { url } = await start(servers)
    const post = (body: string) => fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    for (const [says, body, status] of bodies) {
      const answer = await post(body)
      expect.soft(answer.status, says).toBe(status)
      expect.soft(answer.headers.get('access-control-allow-origin'), says).toBe('*')
      expect.soft(answer.headers.get('content-type') ?? '', says).not.toMatch(/html/)
    }
    expect((await fetch(url)).ok).toBe(false)
    // A server that has not read a body to its end closes the connection, which another request may have been about to use.
    const good = '{"id":"a","revision":1,"answers":[]}'
    await expect
      .poll(() =>
        post(good)
          .then(({ status }) => status)
          .catch(() => 'closed'),
      )
      .toBe(200)
  })
}
