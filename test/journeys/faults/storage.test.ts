import type { Page } from '@playwright/test'
import { nudge } from './clock'
import { expect, type Lab, record, test } from './lab'
import { occupy } from './occupy'

/** Neither reached nor answered: a network that fails. */
const unreachable = { reset: true, lose: true }

const plain = (lab: Lab, path = '/plain') => lab.page(path, '<!doctype html><title>Plain</title>')

const ids = async (lab: Lab, page: Page) => (await lab.rows(page)).map(({ id }) => id).filter(Boolean)

test('12: answers whose database is cleared while their page is open go back to the disk, and arrive', async ({
  page,
  context,
  lab,
}) => {
  await lab.open(page)
  lab.reply = () => unreachable
  const given = await lab.give(page, 1, 2, 3)
  expect(await ids(lab, page)).toHaveLength(3)
  const browser = await context.newCDPSession(page)
  const origin = new URL(lab.url).origin
  await page.evaluate(() => {
    window.heard = []
    window.pulso.on('queued', ({ id, result }) => window.heard.push(`${id} ${result}`))
  })
  await browser.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await expect
    .poll(() => page.evaluate(() => window.heard.sort()))
    .toEqual(given.map(({ id }) => `${id} stored`).sort())
  expect((await ids(lab, page)).sort()).toEqual(given.map(({ id }) => id).sort())
  lab.reply = () => ({})
  await lab.drained(page)
  expect(lab.committed).toHaveLength(3)
})

test('13: another script may delete the database at any time; the next answer makes it anew', async ({ page, lab }) => {
  await lab.open(page)
  await lab.give(page, 1)
  await lab.drained(page)
  const deleted = await page.evaluate(
    () =>
      new Promise<string[]>(resolve => {
        const events: string[] = []
        const request = indexedDB.deleteDatabase('pulso')
        request.onblocked = () => events.push('blocked')
        request.onsuccess = () => resolve([...events, 'success'])
        request.onerror = () => resolve([...events, 'error'])
      }),
  )
  expect(deleted).toEqual(['success'])
  lab.reply = () => unreachable
  const [given] = await lab.give(page, 2)
  expect(given!.result).toBe('stored')
  expect(await ids(lab, page)).toEqual([given!.id])
  lab.reply = () => ({})
  await lab.drained(page)
  expect(lab.committed).toHaveLength(2)
})

test('13: a connection that has gone without a word is opened anew, and the next answer is stored', async ({
  page,
  lab,
}) => {
  await page.addInitScript(() => {
    const connections = new Set<IDBDatabase>()
    Object.assign(window, { connections })
    const { transaction } = IDBDatabase.prototype
    IDBDatabase.prototype.transaction = function (...given) {
      connections.add(this)
      return transaction.apply(this, given)
    }
  })
  await lab.open(page)
  await lab.give(page, 1)
  await lab.drained(page)
  await nudge(page) // it has gone idle
  await page.evaluate(() => {
    for (const one of (window as never as { connections: Set<IDBDatabase> }).connections) one.close()
  })
  const [given] = await lab.give(page, 2)
  expect(given!.result).toBe('stored')
  await lab.drained(page)
  expect(lab.requests).toHaveLength(2)
})

test('13: what waits goes back when another script deletes the database', async ({ page, lab }) => {
  await lab.open(page)
  lab.reply = () => ({ status: 503, lose: true })
  const given = await lab.give(page, 9, 8)
  expect(given.map(({ result }) => result)).toEqual(['stored', 'stored'])
  await lab.failed(page)
  await page.evaluate(() => new Promise(resolve => (indexedDB.deleteDatabase('pulso').onsuccess = resolve)))
  await expect.poll(() => page.evaluate(() => window.pulso.pending())).toBe(2)
  expect((await ids(lab, page)).sort()).toEqual(given.map(({ id }) => id).sort())
  lab.reply = () => ({})
  await lab.drained(page)
  expect(lab.committed).toHaveLength(2)
})

test('14: a sandboxed frame that may store nothing delivers from memory', async ({ page, lab }) => {
  lab.host('/framed')
  await page.goto(
    lab.page('/', '<!doctype html><title>Host</title><iframe sandbox="allow-scripts" src="/framed"></iframe>'),
  )
  const frame = page.frames()[1]!
  await frame.waitForFunction(() => 'show' in (window.pulso ?? {}))
  expect(await frame.evaluate(() => window.origin)).toBe('null')
  const [given] = await lab.give(frame, 9)
  expect(given!.result).toBe('memory')
  await expect.poll(() => lab.committed.length).toBe(1)
  await frame.evaluate(() => window.pulso.flush())
  expect(lab.requests).toHaveLength(1)
  expect(lab.counted()).toHaveLength(1)
})

test('16: a database that never opens is asked once, and answers are delivered from memory', async ({ page, lab }) => {
  await page.addInitScript(() => {
    window.heard = []
    IDBFactory.prototype.open = name => {
      window.heard.push(name)
      return new EventTarget() as never
    }
  })
  await page.clock.install()
  await lab.open(page)
  const given = await lab.give(page, 1, 2, 3, 4, 5)
  expect(given.map(({ result }) => result)).toEqual(Array(5).fill('memory'))
  await expect.poll(() => lab.committed.length).toBe(5)
  expect(await page.evaluate(() => window.heard)).toEqual(['pulso::', 'pulso']) // those after the first did not wait for it
  await page.clock.fastForward(32_000)
  await lab.give(page, 6)
  await expect.poll(() => lab.committed.length).toBe(6)
  expect((await page.evaluate(() => window.heard)).length).toBeGreaterThan(2)
  expect(lab.requests).toHaveLength(6)
  expect(lab.counted()).toHaveLength(6)
})

test('17: what a full disk refuses is delivered from memory; with room again, answers are stored', async ({
  page,
  context,
  lab,
}) => {
  await lab.open(page)
  const browser = await context.newCDPSession(page)
  const origin = new URL(lab.url).origin
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 })
  await page.evaluate(traits, [100, 'x'] as const)
  const [refused] = await lab.give(page, 1)
  expect(refused!.result).toBe('memory')
  await expect.poll(() => lab.committed.length).toBe(1)
  expect(await lab.rows(page)).toEqual([])
  await browser.send('Storage.overrideQuotaForOrigin', { origin })
  const [given] = await lab.give(page, 2)
  expect(given!.result).toBe('stored')
  await lab.drained(page)
  expect(lab.requests).toHaveLength(2)
})

/** Runs in the page: who answers is said at so much length. A trait has at most 200 characters. */
function traits([count, character]: readonly [number, string]) {
  const value = character.repeat(200)
  window.pulso.identify(
    'somebody',
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, value])),
  )
}

test('28: an answer of 69 kB in 23,000 characters is sent without keepalive, which counts bytes', async ({
  page,
  lab,
}) => {
  const tries = await lab.count(page)
  await lab.open(page)
  await lab.give(page, 1)
  await page.evaluate(traits, [115, '€'] as const)
  await lab.give(page, 2)
  await lab.drained(page)
  expect(lab.requests).toHaveLength(2)
  const { body } = lab.requests[1]!
  expect(body.length).toBeLessThan(30_000)
  expect(Buffer.byteLength(body)).toBeGreaterThan(65_536)
  const sent = (await tries()).filter(({ keepalive }) => keepalive !== undefined)
  expect(sent.map(({ keepalive }) => keepalive)).toEqual([true, false])
  expect(lab.requests).toHaveLength(2)
})

test('31: while another tab holds the database in an endless transaction, answers are delivered from memory', async ({
  page,
  lab,
}) => {
  await lab.open(page)
  await lab.give(page, 0)
  await lab.drained(page)
  const other = await page.context().newPage()
  await other.goto(plain(lab))
  const leave = await occupy(other)
  const [given] = await lab.give(page, 1)
  expect(given!.result).toBe('memory')
  await expect.poll(() => lab.committed.length).toBe(2)
  await leave()
  const [stored] = await lab.give(page, 2)
  expect(stored!.result).toBe('stored')
  await lab.drained(page)
  expect(lab.requests).toHaveLength(3)
})

test('33: a visitor who withdraws consent takes everything along that was not sent yet', async ({ page, lab }) => {
  await lab.open(page)
  lab.reply = () => ({ status: 503, lose: true })
  await lab.give(page, 1, 2, 3)
  await lab.gate(page)
  await expect.poll(async () => (await lab.gate(page))?.failures).toBe(1)
  await page.evaluate(() => localStorage.setItem('pulso:journal:x', '{}'))
  await page.evaluate(() => window.pulso.setConsent('denied'))
  await expect.poll(() => page.evaluate(() => indexedDB.databases())).toEqual([])
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['pulso:consent'])
  lab.forget()
  lab.reply = () => ({})
  await page.reload()
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  expect(await page.evaluate(() => window.pulso.pending())).toBe(0)
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  await page.evaluate(() => window.pulso.setConsent('granted'))
  const [given] = await lab.give(page, 9)
  await lab.drained(page)
  expect(lab.requests).toHaveLength(1)
  expect(lab.sent(given!.id)).toBe(1)
})

/** What a refusal leaves behind, once everything that was on its way has come. */
const leftOver = (page: Page) =>
  page.evaluate(async () => [await indexedDB.databases(), Object.keys(localStorage), Object.keys(sessionStorage)])
const nothingButTheRefusal = [[], ['pulso:consent'], []]

for (const status of [200, 422, 503]) {
  test(`33: an answer that is on its way as consent is withdrawn leaves nothing behind (${status})`, async ({
    page,
    lab,
  }) => {
    await lab.open(page)
    const heard = await lab.hear(page)
    const { until, release } = lab.hold()
    lab.reply = () => ({ status, until })
    await lab.give(page, 1)
    await expect.poll(() => lab.requests.length).toBe(1)
    await page.evaluate(() => window.pulso.setConsent('denied'))
    await expect.poll(() => leftOver(page)).toEqual(nothingButTheRefusal)
    release()
    await expect.poll(async () => (await heard()).length).toBe(1)
    expect(await leftOver(page)).toEqual(nothingButTheRefusal)
    expect(lab.requests).toHaveLength(1)
  })
}

test('33: consent that is withdrawn in one tab is withdrawn in the others, and what only their memory holds is sent no more', async ({
  page,
  lab,
}) => {
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype
    Object.assign(window, { full: false })
    IDBFactory.prototype.open = function (...given) {
      if ((window as never as { full: boolean }).full) throw new DOMException('no', 'QuotaExceededError')
      return open.apply(this, given)
    }
  })
  const other = await lab.tab()
  const disk = await lab.tab()
  await lab.open(page)
  lab.reply = () => unreachable
  await lab.give(disk, 1)
  await page.evaluate(() => Object.assign(window, { full: true }))
  const [given] = await lab.give(page, 2)
  expect(given!.result).toBe('memory')
  await expect.poll(() => lab.sent(given!.id)).toBeGreaterThan(0)
  await other.evaluate(() => window.pulso.setConsent('denied'))
  await expect.poll(() => leftOver(other)).toEqual(nothingButTheRefusal)
  lab.forget()
  lab.reply = () => ({})
  for (const tab of [page, disk]) {
    await tab.evaluate(() => window.dispatchEvent(new Event('online')))
    await tab.evaluate(() => new Promise(resolve => setTimeout(resolve, 2500)))
    await tab.goto(plain(lab))
  }
  expect(await leftOver(other)).toEqual(nothingButTheRefusal)
  expect(lab.requests).toEqual([])
})

test('38: a full queue takes no more, evicts nothing, and everything arrives once the endpoint is back', async ({
  page,
  lab,
}) => {
  test.setTimeout(300_000) // each of a thousand is on two disks before the next is asked for
  await lab.open(page)
  await lab.give(page, 0)
  await lab.drained(page)
  lab.forget()
  lab.reply = () => unreachable
  await lab.give(page, 1)
  const waiting = Array.from({ length: 998 }, (_, index) => record(`r${index}`, Date.now()))
  await lab.write(page, ...waiting)
  for (const { id } of waiting) lab.stored.add(id)
  await page.evaluate(() => {
    window.heard = []
    window.pulso.on('full', ({ id, reason }) => window.heard.push(`${id} ${reason}`))
  })
  const [last, ...late] = await lab.give(page, 2, 3, 4)
  expect(last!.result).toBe('stored')
  expect(late.map(({ result }) => result)).toEqual(['full', 'full'])
  expect(await page.evaluate(() => window.heard)).toEqual(late.map(({ id }) => `${id} 1000 wait`))
  expect((await ids(lab, page)).length).toBe(1000)
  expect(lab.committed).toEqual([])
  lab.forget()
  for (const { id } of [...waiting, last!, ...late]) lab.stored.add(id)
  lab.reply = () => ({})
  await expect.poll(() => lab.committed.length, { timeout: 240_000 }).toBe(1002)
  await lab.drained(page)
  expect(lab.requests).toHaveLength(1002)
})
