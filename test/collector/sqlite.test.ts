// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openSqlite } from '../../collector/src'
import { givenFolder, givenStore, response, storedScores } from './given'

const now = new Date('2026-03-02T00:00:00Z')

describe('openSqlite', () => {
  it('a repeated delivery counts once', async () => {
    const store = await givenStore()
    expect(await store.save([response()], now)).toBe(1)
    expect(await store.save([response()], now)).toBe(0)
    expect(await storedScores(store)).toEqual({ 9: 1 })
  })

  it('an older revision never overwrites a newer one', async () => {
    const store = await givenStore()
    await store.save([response({ revision: 3, score: 10, comment: 'third' })], now)
    expect(await store.save([response({ revision: 2, score: 0, comment: 'second' })], now)).toBe(0)
    expect(await storedScores(store)).toEqual({ 10: 1 })
    expect((await store.comments(10)).map(comment => comment.text)).toEqual(['third'])
  })

  it('a newer revision takes the place of an older one, and what it no longer holds is gone', async () => {
    const store = await givenStore()
    await store.save([response({ comment: 'first' })], now)
    await store.save([response({ revision: 2, answers: [] })], now)
    expect(await storedScores(store)).toEqual({})
    expect(await store.comments(10)).toEqual([])
    expect(await store.commented()).toBe(0)
  })

  it('keeps the highest revision of one id within one delivery, in any order', async () => {
    const store = await givenStore()
    const given = [2, 3, 1].map(revision => response({ revision, score: revision }))
    expect(await store.save(given, now)).toBe(2)
    expect(await storedScores(store)).toEqual({ 3: 1 })
  })

  it('a delivery that fails halfway leaves nothing behind', async () => {
    const store = await givenStore()
    const broken = { ...response({ id: 'response-2' }), revision: null as unknown as number }
    await expect(store.save([response(), broken], now)).rejects.toThrow()
    expect(await storedScores(store)).toEqual({})
    expect(await store.save([response()], now)).toBe(1)
  })

  it('has everything it had after it is closed and opened again', async () => {
    const file = join(givenFolder(), 'new', 'folder', 'pulso.db')
    const first = await openSqlite(file)
    await first.save([response({ comment: 'still here' })], now)
    await first.close()
    const second = await givenStore(file)
    expect(await storedScores(second)).toEqual({ 9: 1 })
    expect((await second.comments(10))[0]).toMatchObject({ text: 'still here', nps: 9, key: 'response-1.why' })
  })

  it("two that have the file open see each other's responses", async () => {
    const file = join(givenFolder(), 'pulso.db')
    const [one, other] = [await givenStore(file), await givenStore(file)]
    await one.save([response({ id: 'response-1' })], now)
    await other.save([response({ id: 'response-1' }), response({ id: 'response-2' })], now)
    expect(await storedScores(one)).toEqual({ 9: 2 })
  })

  it('says what is wrong when the file is no database', async () => {
    const file = join(givenFolder(), 'pulso.db')
    writeFileSync(file, 'a letter, '.repeat(1000))
    await expect(openSqlite(file)).rejects.toThrow('not a database')
    expect(readFileSync(file, 'utf8')).toContain('a letter')
  })

  it('lists comments newest first, and a clock that runs ahead does not pin one to the top', async () => {
    const store = await givenStore()
    const at = (updatedAt: string) => ({ id: `at-${updatedAt.slice(0, 10)}`, comment: updatedAt, updatedAt })
    await store.save([response(at('2026-02-01T10:00:00Z'))], now)
    await store.save([response(at('2031-01-01T10:00:00Z'))], now)
    await store.save([response(at('2026-03-03T10:00:00+01:00'))], new Date('2026-03-04T00:00:00Z'))
    const comments = await store.comments(2)
    expect(comments.map(comment => comment.at)).toEqual(['2026-03-03T09:00:00.000Z', '2026-03-02T00:00:00.000Z'])
    expect(await store.commented()).toBe(3)
  })

  it('an empty comment is none, and several of one response are all listed', async () => {
    const store = await givenStore()
    const text = (question: string, value: string) => ({ question, kind: 'text', value })
    await store.save([response({ answers: [text('a', 'one'), text('b', ' \n'), text('c', 'two')] })], now)
    const comments = await store.comments(10)
    expect(comments.map(({ key, nps }) => [key, nps])).toEqual([
      ['response-1.a', null],
      ['response-1.c', null],
    ])
  })
})
