import { appendFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { purchase, survey, tagged } from '../site'
import { type Start, test } from './browsers'
import { expect, type Lab } from './lab'

const rounds = Number(process.env.PULSO_KILL_ROUNDS ?? 20)
const seed = Number(process.env.PULSO_KILL_SEED ?? 7)
/** A claim by the dead runs out after 30 s. */
const LEASE_MS = 30_000

/** The same numbers from 0 to 1 for the same seed: Park and Miller's minimal standard generator. */
function generator(seed: number) {
  let state = (seed * 7919) % 2147483647 // small seeds begin with small numbers
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}

/** The next start of the browser, after the claims of the one before have run out. */
async function reopen(lab: Lab, start: Start) {
  const browser = await start()
  await browser.page.clock.install({ time: Date.now() + LEASE_MS })
  await lab.open(browser.page)
  return browser
}

/** Notes what is stored where a kill cannot reach it, and only once it is. */
async function watch(page: Page, stored: (key: string) => void) {
  await page.exposeFunction('noteStored', stored)
  await page.evaluate(() =>
    window.pulso.on('queued', ({ id, result }) => {
      if (result === 'stored') (window as never as { noteStored(id: string): void }).noteStored(id)
    }),
  )
}

/** One answer after the other, each of a visitor of its own, who says the last digit. */
async function answerAs(lab: Lab, page: Page, name: string) {
  for (let index = 0; ; index++) {
    await page.evaluate(visitor => window.pulso.identify(visitor), `${name}.${index}`)
    await lab.give(page, index % 10)
  }
}

test('K: killed at any moment while the endpoint misbehaves, no stored answer is lost and none counted twice', async ({
  lab,
  start,
}) => {
  test.setTimeout(120_000 + rounds * 15_000)
  // What each request meets and when each round ends are the seed's, whatever the browser makes of them.
  const [fate, random] = [generator(seed), generator(seed + 1)]
  lab.reply = () => {
    const fault = fate()
    const delayMs = fate() * 120
    if (fault < 0.15) return { status: 503, lose: true, delayMs }
    if (fault < 0.25) return { reset: true, delayMs }
    if (fault < 0.3) return { reset: true, lose: true, delayMs }
    return { delayMs }
  }
  const url = lab.host()
  /** The last revision of each response that was stored. */
  const stored = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    const { page, kill } = await start()
    await lab.open(page, url)
    await watch(page, key => {
      const [id, revision] = key.split('.') as [string, string]
      stored.set(id, Math.max(stored.get(id) ?? 0, Number(revision)))
    })
    const giving = answerAs(lab, page, `${round}`).catch(() => {}) // it ends with the browser
    await new Promise(resolve => setTimeout(resolve, 200 + random() * 1500))
    await kill()
    await giving
  }
  lab.reply = () => ({})
  const { page, kill } = await start()
  await lab.open(page, url)
  await lab.drained(page, { timeout: 120_000 })
  await kill()

  const counted = new Map(lab.counted().map(({ id, revision }) => [id, revision]))
  const visitors = lab.counted().map(({ respondent }) => respondent!.userId)
  const twice = visitors.filter((visitor, index) => visitors.indexOf(visitor) < index)
  const lost = [...stored].filter(([id, revision]) => !((counted.get(id) ?? 0) >= revision))
  const repeated = new Set(lab.requests.map(({ body }) => body)).size
  console.log(
    `${rounds} rounds, seed ${seed}: ${stored.size} stored, ${lost.length} lost, ${twice.length} counted twice; ${lab.requests.length} transmissions of ${repeated} records`,
  )
  expect(stored.size).toBeGreaterThan(rounds)
  expect(lost).toEqual([])
  expect(twice).toEqual([])
  const mistaken = lab
    .counted()
    .filter(({ respondent, answers }) => answers[0]!.value !== Number(respondent!.userId!.split('.')[1]) % 10)
  expect(mistaken).toEqual([])
})

test('K: killed right after a score, it is delivered at the next visit and counted once', async ({ lab, start }) => {
  const url = lab.page('/', tagged(`data-endpoint="${lab.endpoint}" data-on="order.completed" data-survey="nps"`))
  const first = await start()
  await first.page.goto(url)
  await purchase(first.page)
  await survey(first.page).pick(9)
  await expect(survey(first.page).comment).toBeVisible() // the next step: the answer is stored
  await first.kill()
  expect(lab.requests).toEqual([])

  const second = await start()
  await second.page.goto(url)
  await expect.poll(() => lab.counted()).toMatchObject([{ status: 'partial', revision: 2, answers: [{ value: 9 }] }])
  await lab.drained(second.page)
  await second.kill()
  expect(lab.counted()).toHaveLength(1)
})

test('49: killed between the commit and its acknowledgement, it is sent once more and counted once', async ({
  lab,
  start,
}) => {
  lab.reply = () => ({ hang: true })
  const first = await start()
  await lab.open(first.page)
  const [given] = await lab.give(first.page, 9)
  await expect.poll(() => lab.committed.length).toBe(1)
  await first.kill()

  lab.reply = () => ({})
  const second = await reopen(lab, start)
  await lab.drained(second.page)
  await second.kill()
  expect(lab.sent(given!.id)).toBe(2)
  expect(lab.counted()).toHaveLength(1)
})

test('66: killed in the middle of a record of the browser’s own log, it is there at every start that follows', async ({
  lab,
  profile,
  start,
}) => {
  lab.reply = () => ({ status: 503 })
  const first = await start()
  await lab.open(first.page)
  await lab.give(first.page, 9)
  await first.kill()
  // What Chromium writes of a record first: a checksum, the length of what is to follow, and that it is all in one.
  const [log] = await readdir(join(profile, 'Default/IndexedDB'), { recursive: true }).then(files =>
    files.filter(file => file.endsWith('.log')),
  )
  await appendFile(join(profile, 'Default/IndexedDB', log!), Uint8Array.of(1, 2, 3, 4, 100, 0, 1))

  const second = await start()
  await lab.open(second.page)
  await lab.give(second.page, 3)
  await second.kill()
  expect(lab.committed).toEqual([])

  lab.reply = () => ({})
  const third = await reopen(lab, start)
  await expect
    .poll(() =>
      lab
        .counted()
        .map(({ answers }) => answers[0]!.value)
        .sort(),
    )
    .toEqual([3, 9])
  await lab.drained(third.page)
  await third.kill()
})

test('50: killed while the database is made, the next start makes it', async ({ lab, start }) => {
  const first = await start()
  let reached = false
  await first.page.exposeFunction('reached', () => {
    reached = true
  })
  await first.page.addInitScript(() => {
    const { createObjectStore } = IDBDatabase.prototype
    IDBDatabase.prototype.createObjectStore = function (...given) {
      ;(window as never as { reached(): void }).reached()
      const until = performance.now() + 20_000
      while (performance.now() < until); // it ends in here
      return createObjectStore.apply(this, given)
    }
  })
  await lab.open(first.page)
  lab.give(first.page, 9).catch(() => {})
  await expect.poll(() => reached).toBe(true)
  await first.kill()

  const second = await start()
  await lab.open(second.page)
  const [given] = await lab.give(second.page, 3)
  expect(given!.result).toBe('stored')
  await lab.drained(second.page)
  await second.kill()
  expect(lab.counted().map(({ answers }) => answers[0]!.value)).toContain(3)
})
