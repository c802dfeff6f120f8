import type { Page } from '@playwright/test'
import { passBy, stop } from './clock'
import { pageOfCopies, serveVersions, take } from './copies'
import { expect, type Lab, test } from './lab'
import { installLeaps, leap, nudgeAll } from './leap'

/** Neither reached nor answered: a network that fails. */
const unreachable = { reset: true, lose: true }

/** The widgets of each tab are there before the fault comes. */
async function warm(lab: Lab, ...tabs: Page[]) {
  for (const tab of tabs) await lab.give(tab, 0)
  await lab.drained(tabs[0]!)
}

test('8: what two tabs were told offline arrives once each when both are online at once', async ({
  page,
  context,
  lab,
}) => {
  await lab.open(page)
  const other = await lab.tab()
  await warm(lab, page, other)
  await context.setOffline(true)
  const scores = Array.from({ length: 15 }, (_, index) => index % 11)
  await Promise.all([lab.give(page, ...scores), lab.give(other, ...scores)])
  expect(lab.requests).toHaveLength(2)
  await context.setOffline(false)
  await lab.drained(page)
  expect(lab.counted()).toHaveLength(32)
  expect(lab.requests).toHaveLength(32)
})

test('G5: six tabs and no fault: each answer is one request', async ({ page, lab }) => {
  const tabs = [await lab.open(page)]
  while (tabs.length < 6) tabs.push(await lab.tab())
  // A tab whose delivery begins while a survey is open elsewhere sends what that has so far.
  await warm(lab, ...tabs)
  const before = lab.requests.length
  await Promise.all(tabs.map(tab => lab.give(tab, ...Array(30).fill(7))))
  await lab.drained(page)
  expect(lab.stored.size).toBe(186)
  expect(lab.counted()).toHaveLength(186)
  expect(lab.requests).toHaveLength(before + 180)
})

test('9: what a frozen tab had taken to send, another tab sends once its time is up; nothing else waits', async ({
  page,
  context,
  lab,
}) => {
  await installLeaps(context)
  const { until, release } = lab.hold()
  lab.reply = ({ answers }, attempt) => (answers[0]!.value === 9 && attempt === 1 ? { until } : {})
  await lab.open(page)
  const other = await lab.tab()
  await warm(lab, page, other)
  const [given] = await lab.give(page, 9)
  await expect.poll(() => lab.sent(given!.id)).toBe(1)
  const debug = await context.newCDPSession(page)
  await debug.send('Debugger.enable')
  const frozen = new Promise(resolve => debug.once('Debugger.paused', resolve))
  await debug.send('Debugger.pause')
  release() // the answer comes, and nobody hears it
  await frozen

  await lab.give(other, 1, 2, 3)
  await expect.poll(async () => (await lab.rows(other)).map(({ id }) => id)).toEqual([given!.id])
  const [taken] = await lab.rows(other)
  await other.evaluate(() => window.pulso.flush())
  expect(lab.sent(given!.id)).toBe(1)
  await leap([other], taken!.notBefore as number)
  await nudgeAll([other])
  await lab.drained(other)
  expect(lab.sent(given!.id)).toBe(2)
  await debug.send('Debugger.disable')
  await page.evaluate(() => window.pulso.flush())
  expect(lab.requests).toHaveLength(7)
  expect(lab.counted()).toHaveLength(6)
})

test('35: six tabs and an endpoint that resets what it has committed lose nothing, and repeat only what failed', async ({
  page,
  lab,
}) => {
  const tabs = [await lab.open(page)]
  while (tabs.length < 6) tabs.push(await lab.tab())
  await warm(lab, ...tabs)
  const reset = new Set<string>()
  const failed = new Set<string>()
  let first = 0
  lab.reply = ({ id }, attempt) => {
    if (attempt > 1) return {}
    first++
    if (first % 4 === 0) reset.add(id)
    else if (first % 10 === 1) failed.add(id)
    return reset.has(id) ? { reset: true } : failed.has(id) ? { status: 503, lose: true } : {}
  }
  await Promise.all(tabs.map(tab => lab.give(tab, ...Array(20).fill(7))))
  await lab.drained(page)
  expect(lab.stored.size).toBe(126)
  expect(lab.counted()).toHaveLength(126)
  expect(reset.size).toBe(30)
  expect(failed.size).toBeGreaterThan(0)
  const sent = new Map<string, number>()
  for (const { body } of lab.requests) {
    const { id } = JSON.parse(body)
    sent.set(id, (sent.get(id) ?? 0) + 1)
  }
  const repeated = [...sent].filter(([id, times]) => times > 1 && !reset.has(id) && !failed.has(id))
  expect(repeated).toEqual([])
  expect([...failed].map(id => sent.get(id))).toEqual([...failed].map(() => 2))
})

test('41: an older and a newer copy, on one page and in two tabs, share a database and send each answer once', async ({
  page,
  context,
  lab,
}) => {
  await serveVersions(context)
  // Some version may have raised the database's version: nobody may mind.
  await page.goto(lab.page('/empty', '<!doctype html><title>Empty</title>'))
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const request = indexedDB.open('pulso', 5)
        request.onupgradeneeded = () => {
          request.result.createObjectStore('queue', { keyPath: 'id' }).createIndex('notBefore', 'notBefore')
        }
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
      }),
  )
  await page.goto(pageOfCopies(lab, '/both', [{ version: '0.0.9' }, { version: '0.1.0' }]))
  const older = await lab.tab(pageOfCopies(lab, '/older', [{ version: '0.0.9' }]))
  await take(page, 0)
  lab.reply = () => unreachable
  await lab.give(page, 1, 2)
  await take(page, 1)
  await lab.give(page, 3, 4)
  await lab.give(older, 5, 6)
  expect(lab.stored.size).toBe(6)
  expect((await lab.rows(page)).filter(({ id }) => id)).toHaveLength(6)
  const before = lab.requests.length
  lab.reply = () => ({})
  await lab.drained(older)
  expect(lab.requests).toHaveLength(before + 6)
  expect(new Set(lab.committed.map(({ sdk }) => sdk?.version))).toEqual(new Set(['0.0.9', '0.1.0']))
})

test('57: two copies with one endpoint share a queue, and what another endpoint does is nothing to them', async ({
  page,
  context,
  lab,
}) => {
  await serveVersions(context)
  const second = `${lab.endpoint}?second`
  const copies = [{ version: '0.1.0' }, { version: '0.1.1' }, { version: '0.1.2', endpoints: [lab.endpoint, second] }]
  await page.goto(pageOfCopies(lab, '/', copies))
  lab.reply = (_, __, url) => (url.endsWith('second') ? { status: 503, lose: true } : {})
  const given: string[] = []
  for (const [index, scores] of [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ].entries()) {
    await take(page, index)
    given.push(...(await lab.give(page, ...scores)).map(({ id }) => id))
  }
  await lab.drained(page)
  expect(given.map(id => lab.committed.filter(one => `${one.id}.${one.revision}` === id).length)).toEqual(
    given.map(() => 1),
  )
  const kept = (await lab.rows(page, `pulso:${second}`)).map(({ id }) => id)
  expect(kept.sort()).toEqual(['', ...given.slice(6)].sort())
  lab.reply = () => ({})
  await expect.poll(() => lab.rows(page, `pulso:${second}`)).toEqual([])
  expect(given.map(id => lab.committed.filter(one => `${one.id}.${one.revision}` === id).length)).toEqual([
    ...[1, 1, 1, 1, 1, 1],
    ...[2, 2, 2],
  ])
})

test('65: five tabs try an endpoint that is down once a step between them, then deliver everything once', async ({
  page,
  context,
  lab,
}) => {
  await installLeaps(context)
  const tabs = [await lab.open(page)]
  while (tabs.length < 5) tabs.push(await lab.tab())
  await warm(lab, ...tabs)
  lab.forget()
  const { until, release } = lab.hold()
  lab.reply = () => ({ status: 503, lose: true, until })
  await Promise.all(tabs.map(tab => lab.give(tab, ...Array(20).fill(7))))
  await expect.poll(() => lab.requests.length).toBe(6) // a browser has so many connections to an endpoint
  release()
  await expect.poll(() => lab.requests.length).toBeGreaterThanOrEqual(15) // three of each tab were in flight
  await nudgeAll(tabs)
  /** The gate, which went one step for the outage, however many were in flight, and one for each try since. */
  const steps = async () => {
    const gate = (await lab.gate(page))!
    expect(gate.failures).toBeLessThanOrEqual(lab.requests.length - 14)
    return gate
  }
  const { setAt: downSince } = await steps()
  for (;;) {
    const { failures, closedUntil } = (await lab.gate(page))!
    await leap(tabs, closedUntil)
    if (closedUntil - downSince > 40_000) break
    await nudgeAll(tabs)
    await expect.poll(async () => (await lab.gate(page))!.failures).toBeGreaterThan(failures)
    await nudgeAll(tabs)
    const gate = await steps()
    expect(gate.failures).toBeLessThanOrEqual(8)
    expect(lab.requests.length).toBeLessThanOrEqual(15 + gate.failures)
  }
  lab.reply = () => ({})
  const failed = lab.requests.length
  await nudgeAll(tabs)
  await lab.drained(page)
  expect(lab.committed).toHaveLength(100)
  expect(lab.requests.length - failed).toBeLessThanOrEqual(100)
  expect(failed).toBeLessThanOrEqual(15 + 8)
})

test('65: five tabs that are reloaded while an endpoint is down try it no more than tabs that stay', async ({
  page,
  lab,
}) => {
  await page.clock.install()
  const tabs = [await lab.open(page)]
  while (tabs.length < 5) tabs.push(await lab.tab())
  await warm(lab, ...tabs)
  lab.forget()
  lab.reply = () => ({ status: 503, lose: true, headers: { 'retry-after': '600' } })
  await lab.give(page, 1) // one tab sees it fail
  const { closedUntil } = await lab.failed(page)
  await Promise.all(tabs.map(tab => lab.give(tab, 2, 3)))
  await nudgeAll(tabs)
  await stop(page) // what has been stored is new, and would go with its page
  for (const tab of tabs) await lab.open(tab)
  await nudgeAll(tabs)
  expect(lab.requests).toHaveLength(1)
  lab.reply = () => ({})
  await passBy(page, closedUntil)
  await lab.drained(page)
  expect(lab.requests).toHaveLength(1 + 11)
})
