import type { Page } from '@playwright/test'
import { nudge, passBy, stop, stopBefore } from './clock'
import { expect, test } from './lab'

declare global {
  interface Window {
    begunAt?: number
  }
}

const minute = 60_000
const day = 24 * 60 * minute

/** Notes when the pages that this tab opens from now on begin their first request, by their own clock. */
async function clockOf(page: Page) {
  await page.addInitScript(() => {
    const { fetch } = window
    window.fetch = (...given) => {
      window.begunAt ??= Date.now()
      return fetch(...given)
    }
  })
  return () => page.evaluate(() => window.begunAt!)
}

for (const { status, form, retryAfter } of [
  { status: 503, form: 'seconds', retryAfter: () => '3' },
  { status: 503, form: 'a date', retryAfter: () => new Date(Date.now() + 4000).toUTCString() },
  { status: 429, form: 'seconds', retryAfter: () => '3' },
  { status: 500, form: 'seconds', retryAfter: () => '3' },
]) {
  test(`2: Retry-After in ${form} on ${status} is waited for, and the answer arrives once`, async ({ page, lab }) => {
    let until = 0
    lab.reply = (_, attempt) => {
      if (attempt > 1) return {}
      const header = retryAfter()
      until = header === '3' ? Date.now() + 3000 : Date.parse(header)
      return { status, headers: { 'retry-after': header } }
    }
    await lab.open(page)
    const [given] = await lab.give(page, 9)
    await lab.drained(page)
    expect(lab.sent(given!.id)).toBe(2)
    expect(lab.committed).toHaveLength(1)
    expect(lab.requests[1]!.at).toBeGreaterThanOrEqual(until)
  })
}

test('25: an endpoint that is down is tried once a step, however many answers wait', async ({ page, lab }) => {
  await page.clock.install()
  const { until, release } = lab.hold()
  lab.reply = () => ({ status: 500, until })
  await lab.open(page)
  const given = await lab.give(page, ...Array(20).fill(7))
  await stop(page)
  release()
  let gate = await lab.failed(page)
  const early = lab.requests.length
  expect(early).toBeLessThanOrEqual(3) // what was in flight when it failed
  for (let failures = 1; failures < 10; failures++) {
    expect(gate.closedUntil - gate.setAt).toBeGreaterThanOrEqual(Math.min(500 * 2 ** (failures - 1), 2.5 * minute))
    await stopBefore(page, gate.closedUntil)
    await nudge(page)
    expect(lab.requests).toHaveLength(early + failures - 1)
    await passBy(page, gate.closedUntil)
    gate = await lab.failed(page, failures + 1)
    await nudge(page)
    expect(lab.requests).toHaveLength(early + failures)
  }
  const failed = lab.requests.length
  lab.reply = () => ({})
  await passBy(page, gate.closedUntil)
  await lab.drained(page)
  expect(lab.requests).toHaveLength(failed + given.length)
})

test('30: an endpoint that never answers is given up after 20 s, and the answer arrives once', async ({
  page,
  lab,
}) => {
  await page.clock.install()
  lab.reply = (_, attempt) => (attempt === 1 ? { hang: true, lose: true } : {})
  const begunAt = await clockOf(page)
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  await expect.poll(() => lab.requests.length).toBe(1)
  await page.clock.pauseAt((await begunAt()) + 19_000)
  await page.evaluate(() => window.pulso.pending())
  expect(await lab.gate(page)).toBeUndefined()
  await page.clock.pauseAt((await begunAt()) + 25_000)
  const { status, closedUntil } = await lab.failed(page)
  expect(status).toBe(0)
  expect(lab.sent(given!.id)).toBe(1)
  await passBy(page, closedUntil)
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(2)
  expect(lab.committed).toHaveLength(1)
})

test('32: a Retry-After that the page may not read leaves the product its own steps', async ({ page, lab }) => {
  const headers = { 'retry-after': '3600', 'access-control-expose-headers': 'none' }
  lab.reply = (_, attempt) => (attempt <= 3 ? { status: 503, headers } : {})
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(4)
  expect(lab.committed).toHaveLength(1)
  const [first, second, third, fourth] = lab.requests.map(({ at }) => at) as [number, number, number, number]
  expect(second - first).toBeGreaterThanOrEqual(500)
  expect(third - second).toBeGreaterThanOrEqual(1000)
  expect(fourth - third).toBeGreaterThanOrEqual(2000)
})

test('44: an endpoint still busy with the very answer (409) is asked again soon, under the same key', async ({
  page,
  lab,
}) => {
  lab.reply = (_, attempt) => (attempt <= 2 ? { status: 409 } : {})
  const idempotencyHeader = 'Idempotency-Key'
  await lab.open(page, lab.host('/', { destination: { url: lab.endpoint, idempotencyHeader } }))
  const [given] = await lab.give(page, 9)
  await lab.drained(page)
  expect(lab.requests.map(({ headers }) => headers['idempotency-key'])).toEqual(Array(3).fill(`"${given!.id}"`))
  expect(lab.committed).toHaveLength(1)
})

test('47: an endpoint that takes 19 s gets each answer once, although other tabs look', async ({ page, lab }) => {
  await page.clock.install()
  const { until, release } = lab.hold()
  lab.reply = () => ({ until })
  const begunAt = await clockOf(page)
  await lab.open(page)
  const other = await lab.tab()
  await lab.give(page, 1, 2, 3)
  await lab.give(other, 4, 5)
  await expect.poll(() => lab.requests.length).toBe(5)
  await page.clock.pauseAt((await begunAt()) + 19_000)
  const third = await lab.tab()
  await nudge(third)
  expect(await lab.rows(page)).toHaveLength(5)
  release()
  await lab.drained(page)
  expect(lab.requests).toHaveLength(5)
})

test('48: an endpoint that commits after we have given it up gets the answer twice, and counts it once', async ({
  page,
  lab,
}) => {
  await page.clock.install()
  const { until, release } = lab.hold()
  lab.reply = (_, attempt) => (attempt === 1 ? { until } : {})
  const begunAt = await clockOf(page)
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  await expect.poll(() => lab.requests.length).toBe(1)
  await page.clock.pauseAt((await begunAt()) + 25_000)
  const { closedUntil } = await lab.failed(page)
  expect(lab.committed).toEqual([])
  release()
  await expect.poll(() => lab.committed.length).toBe(1)
  await passBy(page, closedUntil)
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(2)
  expect(lab.counted()).toHaveLength(1)
})

test('55: a Retry-After beyond reason ends within a day, and one that means nothing changes nothing', async ({
  page,
  lab,
}) => {
  await page.clock.install()
  await lab.open(page)
  const years = (count: number) => new Date(Date.now() + count * 365 * day).toUTCString()
  for (const [header, least, most] of [
    ['-5', 500, 1000],
    ['abc', 500, 1000],
    ['1e9', 500, 1000],
    [years(-1), 500, 1000],
    ['1000000000', day, day],
    [years(10), day, day],
  ] as const) {
    const { until, release } = lab.hold()
    lab.reply = () => ({ status: 503, headers: { 'retry-after': header }, until })
    await lab.give(page, 9)
    await stop(page)
    release()
    const { setAt, closedUntil } = await lab.failed(page)
    expect(closedUntil - setAt, header).toBeGreaterThanOrEqual(least)
    expect(closedUntil - setAt, header).toBeLessThanOrEqual(most)
    lab.reply = () => ({})
    await passBy(page, closedUntil)
    await lab.drained(page)
    await page.clock.resume()
  }
  expect(lab.counted()).toHaveLength(6)
})
