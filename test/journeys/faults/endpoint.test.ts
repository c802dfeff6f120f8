import type { Page } from '@playwright/test'
import { survey } from '../site'
import { nudge } from './clock'
import { expect, test } from './lab'

declare global {
  interface Window {
    /** What happened to records, in order: `stored <id>`, as a transaction that wrote it is complete, and `sent <id>`. */
    order: string[]
  }
}

/** Keeps a list, in the pages that this tab opens from now on, of what is complete on the disk and what is fetched. */
const watchOrder = (page: Page) =>
  page.addInitScript(() => {
    window.order = []
    const { transaction } = IDBDatabase.prototype
    const { put } = IDBObjectStore.prototype
    const { fetch } = window
    const written = new WeakMap<IDBTransaction, string[]>()
    IDBDatabase.prototype.transaction = function (...args) {
      const begun = transaction.apply(this, args)
      const ids: string[] = []
      written.set(begun, ids)
      begun.addEventListener('complete', () => window.order.push(...ids.map(id => `stored ${id}`)))
      return begun
    }
    IDBObjectStore.prototype.put = function (...args) {
      if (args[0].id) written.get(this.transaction)?.push(args[0].id)
      return put.apply(this, args)
    }
    window.fetch = (input, init) => {
      const { id, revision } = JSON.parse(init?.body as string)
      window.order.push(`sent ${id}.${revision}`)
      return fetch(input, init)
    }
  })

test('1: without a fault, an answer is stored, sent once and gone', async ({ page, lab }) => {
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  expect(given!.result).toBe('stored')
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(1)
})

test('G2: each of a hundred answers is on the disk before its first byte is on the wire', async ({ page, lab }) => {
  await watchOrder(page)
  await lab.open(page)
  const given = await lab.give(page, ...Array.from({ length: 100 }, (_, index) => index % 11))
  expect(new Set(given.map(({ result }) => result))).toEqual(new Set(['stored']))
  await lab.drained(page)
  const order = await page.evaluate(() => window.order)
  const at = (what: string) => order.indexOf(what)
  const sent = [...new Set(order.filter(line => line.startsWith('sent ')))].map(line => line.replace('sent ', ''))
  expect(sent).toEqual(expect.arrayContaining(given.map(({ id }) => id)))
  expect(sent.filter(id => at(`stored ${id}`) < 0 || at(`stored ${id}`) > at(`sent ${id}`))).toEqual([])
})

test('4: an answer whose own answer breaks off is acknowledged by its status', async ({ page, lab }) => {
  lab.reply = () => ({ cut: true })
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(1)
})

test('3: an answer whose acknowledgement is lost is sent again under its key, byte for byte, and counted once', async ({
  page,
  lab,
}) => {
  await lab.open(page)
  await lab.give(page, 1) // warms the connection that is reset next
  await expect.poll(() => lab.committed.length).toBe(1)
  lab.reply = (_, attempt) => (attempt <= 3 ? { reset: true } : {}) // the browser itself repeats one of them
  const [given] = await lab.give(page, 9)
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(4)
  expect(lab.counted().map(({ answers }) => answers[0]!.value)).toEqual([1, 9])
})

test('27: two clicks in one moment, and two pages with the same answer, send it once', async ({ page, lab }) => {
  await lab.open(page, lab.host('/', { surveys: { quick: { questions: [{ id: 'why', kind: 'text' }] } } }))
  const { until, release } = lab.hold()
  lab.reply = () => ({ until })
  await page.evaluate(() => window.pulso.show('quick', { force: true }))
  await survey(page).comment.fill('Twice')
  await survey(page).submit.evaluate((button: HTMLButtonElement) => {
    button.click()
    button.click()
  })
  await expect.poll(() => lab.requests.length).toBe(1)
  const response = JSON.parse(lab.requests[0]!.body)
  // What a page leaves behind that could not wait until the answer was in the database.
  const key = `pulso:held:${response.id}`
  await page.evaluate(([key, body]) => localStorage.setItem(key!, body!), [key, lab.requests[0]!.body])
  const other = await lab.tab(`${lab.url}/`)
  await expect.poll(() => other.evaluate(key => localStorage.getItem(key), key)).toBeNull()
  await nudge(other)
  expect(await lab.rows(page)).toHaveLength(1)
  release()
  await lab.drained(page)
  expect(lab.requests).toHaveLength(1)
})

test('39: an answer that is acknowledged is sent no more, whatever becomes of its survey and its page', async ({
  page,
  lab,
}) => {
  await lab.open(page)
  const heard = await lab.hear(page)
  await page.evaluate(() => window.pulso.show('quick', { force: true }))
  await survey(page).pick(9)
  await expect.poll(async () => (await heard()).length).toBe(1)
  await survey(page).close.click()
  await nudge(page)
  await page.goto(lab.host('/next'))
  await lab.give(page, 5)
  await lab.drained(page)
  expect(lab.requests.map(({ body }) => JSON.parse(body).answers[0].value)).toEqual([9, 5])
})

test('39: an answer that comes back after its acknowledgement is the same, byte for byte, and counted once', async ({
  page,
  lab,
}) => {
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  await lab.drained(page)
  // A browser that was killed may find again in localStorage what it had taken out of it.
  const { body } = lab.requests[0]!
  await page.evaluate(([id, body]) => localStorage.setItem(`pulso:held:${id}`, body!), [JSON.parse(body).id, body])
  await lab.open(page)
  await expect.poll(() => lab.sent(given!.id)).toBe(2)
  await lab.drained(page)
  expect(lab.counted()).toHaveLength(1)
})

test('52: whatever an acknowledgement carries, the budget for requests that outlive their page is given back', async ({
  page,
  lab,
}) => {
  const noStore = { headers: { 'cache-control': 'no-store' } }
  const long = { body: 'x'.repeat(300_000) }
  // What is not to be stored a Chromium goes on loading until it is read, so that is every second one of them.
  const acknowledgements = [noStore, { status: 204, body: '' }, noStore, { body: '' }, { ...long, ...noStore }, long]
  lab.reply = () => acknowledgements[lab.requests.length % 6]!
  const tries = await lab.count(page)
  await lab.open(page)
  // Five of them exceed what a page of ours takes of it, and fifteen the 64 KiB that a browser grants. One or two
  // acknowledgements may still be on their way into the page as the next answer is given.
  await page.evaluate(() => window.pulso.identify('x'.repeat(4500)))
  for (let given = 0; given < 50; given++) {
    await lab.give(page, given % 11)
    await expect.poll(() => lab.committed.length, { intervals: [10] }).toBe(given + 1)
  }
  await lab.drained(page)
  expect(lab.requests).toHaveLength(50)
  expect(await tries()).toEqual(Array(50).fill({ keepalive: true }))
})
