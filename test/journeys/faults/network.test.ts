import type { Page } from '@playwright/test'
import { passBy, skip, stop } from './clock'
import { expect, type Lab, type Try, test } from './lab'

test.beforeEach(({ page }) => page.clock.install())

/** Takes the endpoint off the network for good: what is sent to it neither arrives nor is answered. */
const unreachable = { reset: true, lose: true }

test('7: answers given offline arrive once each, as soon as the browser says that it is online', async ({
  page,
  context,
  lab,
}) => {
  await lab.open(page)
  await lab.give(page, 0) // the survey is there before the network goes
  await expect.poll(() => lab.committed.length).toBe(1)
  await context.setOffline(true)
  await lab.give(page, 1, 2, 3, 4, 5)
  for (let steps = 0; steps < 4; steps++) await skip(page)
  await stop(page)
  const { closedUntil } = await lab.failed(page)
  expect(closedUntil - (await page.evaluate(() => Date.now()))).toBeGreaterThan(2000)
  expect(lab.requests).toHaveLength(1)
  await context.setOffline(false)
  await page.clock.runFor(2000) // before any step of our own
  await lab.drained(page)
  expect(lab.requests).toHaveLength(6)
})

test("21: a page of the host's own service worker acknowledges nothing", async ({ page, lab }) => {
  const worker = `
    addEventListener('activate', event => event.waitUntil(clients.claim()))
    addEventListener('fetch', event => {
      if (event.request.method !== 'POST') return
      const offline = () => new Response('<h1>Offline</h1>', { headers: { 'content-type': 'text/html' } })
      event.respondWith(fetch(event.request).catch(offline))
    })`
  lab.page('/worker.js', worker, { 'content-type': 'text/javascript' })
  lab.reply = () => unreachable
  await lab.open(page)
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js')
    while (!navigator.serviceWorker.controller) await new Promise(resolve => setTimeout(resolve, 10))
  })
  const heard = await lab.hear(page)
  const [given] = await lab.give(page, 9)
  const gate = await lab.failed(page)
  expect(gate.status).toBe(-1)
  expect(gate.closedUntil - gate.setAt).toBeGreaterThanOrEqual(30_000)
  expect(await heard()).toEqual([`error not-delivered ${given!.id} status -1`])
  expect((await lab.rows(page)).map(({ id }) => id)).toEqual(['', given!.id])
  lab.reply = () => ({})
  await stop(page)
  await passBy(page, gate.closedUntil)
  await lab.drained(page)
  expect(lab.committed).toHaveLength(1)
})

/** Stops the clock and moves it from one attempt to the next: each is one try. Returns the endpoint's row. */
async function stepThrough(page: Page, lab: Lab, steps: number, tries: () => Promise<Try[]>) {
  await stop(page)
  const settled = () => page.evaluate(() => window.pulso.pending()) // a transaction later
  await settled()
  await expect.poll(async () => (await tries()).every(({ failed }) => failed)).toBe(true)
  await settled()
  const before = (await tries()).length
  let gate = (await lab.gate(page))!
  for (let step = 1; step <= steps; step++) {
    await passBy(page, gate.closedUntil)
    gate = await lab.failed(page, gate.failures + 1)
    expect(await tries()).toHaveLength(before + step)
  }
  return gate
}

test('36: an endpoint that the page’s policy forbids is tried once a step, and gets the answer without it', async ({
  page,
  lab,
}) => {
  lab.forgiven = /Content Security Policy/
  const tries = await lab.count(page)
  await lab.open(page, lab.host('/', {}, { 'content-security-policy': "connect-src 'self'" }))
  const heard = await lab.hear(page)
  const [given] = await lab.give(page, 9)
  expect(given!.result).toBe('stored')
  await lab.failed(page)
  const { failures } = await stepThrough(page, lab, 10, tries)
  expect(await heard()).toEqual(Array(failures).fill(`error not-delivered ${given!.id} status 0`))
  expect(lab.requests).toEqual([])
  await page.clock.resume()
  await lab.open(page)
  await skip(page)
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(1)
})

test('37: a fetch that somebody has replaced by one that throws is a network that fails', async ({ page, lab }) => {
  await lab.open(page)
  await page.evaluate(() => {
    Object.assign(window, { theirs: window.fetch })
    window.fetch = () => {
      throw new Error('patched')
    }
  })
  const heard = await lab.hear(page)
  const [given] = await lab.give(page, 9)
  await lab.failed(page)
  expect((await heard())[0]).toBe(`error not-delivered ${given!.id} status 0`)
  await page.evaluate(() => {
    window.fetch = (window as never as { theirs: typeof fetch }).theirs
  })
  await lab.drained(page)
  expect(lab.requests).toHaveLength(1)
})

test('51: while another script uses up what may outlive the page, an answer waits; then it arrives once', async ({
  page,
  lab,
}) => {
  const { until, release } = lab.hold()
  lab.reply = ({ id }) => (id === 'theirs' ? { until, lose: true } : {})
  const tries = await lab.count(page)
  await lab.open(page)
  const heard = await lab.hear(page)
  await page.evaluate(endpoint => {
    const body = JSON.stringify({ id: 'theirs', all: 'x'.repeat(65_000) })
    void fetch(endpoint, { method: 'POST', body, keepalive: true }).then(response => response.text())
  }, lab.endpoint)
  await expect.poll(() => lab.requests.length).toBe(1)
  const [given] = await lab.give(page, 9)
  expect(given!.result).toBe('stored')
  await lab.failed(page)
  expect((await heard())[0]).toBe(`error not-delivered ${given!.id} status 0`)
  expect((await tries())[1]).toEqual({ keepalive: true, failed: true })
  expect(lab.sent(given!.id)).toBe(0)
  release()
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(1)
})

test('54: a browser that wavers between offline and online tries once a second at most, and not before Retry-After', async ({
  page,
  lab,
}) => {
  /** Each time, whatever that has set off has begun before the next. */
  const waver = () =>
    page.evaluate(async () => {
      for (let times = 0; times < 40; times++) {
        window.dispatchEvent(new Event('online'))
        await window.pulso.pending()
      }
    })
  lab.reply = () => unreachable
  const tries = await lab.count(page)
  await lab.open(page)
  await lab.give(page, 1, 2, 3, 4, 5)
  await lab.failed(page)
  const { failures } = await stepThrough(page, lab, 3, tries)
  const before = (await tries()).length
  await waver() // the clock stands, at the last failure
  expect(await tries()).toHaveLength(before)
  await page.clock.runFor(1000)
  await waver()
  expect(await tries()).toHaveLength(before + 1)
  await lab.failed(page, failures + 1)
  await page.clock.runFor(1000)
  const { until, release } = lab.hold()
  lab.reply = () => ({ status: 503, headers: { 'retry-after': '60' }, until })
  await waver()
  expect(await tries()).toHaveLength(before + 2)
  release()
  const gate = await lab.failed(page, failures + 2)
  await waver()
  expect(await tries()).toHaveLength(before + 2)
  await page.clock.runFor(1000) // a network that fails would be tried now
  await waver()
  expect(await tries()).toHaveLength(before + 2)
  lab.reply = () => ({})
  await passBy(page, gate.closedUntil)
  await lab.drained(page)
})

test('62: an ad blocker that never lets go is tried once a step, is told, and loses nothing', async ({ page, lab }) => {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Network.enable')
  await browser.send('Network.setBlockedURLs', { urls: [lab.endpoint] })
  const tries = await lab.count(page)
  await lab.open(page)
  const heard = await lab.hear(page)
  const [given] = await lab.give(page, 9)
  await lab.failed(page)
  await stepThrough(page, lab, 10, tries)
  for (let steps = 0; steps < 20; steps++) {
    const { setAt, closedUntil } = await stepThrough(page, lab, 1, tries)
    expect(closedUntil - setAt).toBeGreaterThanOrEqual(150_000) // so a day has fewer than 600 of them
  }
  await skip(page, 24 * 3_600_000)
  const { failures, closedUntil } = await stepThrough(page, lab, 1, tries)
  expect(await heard()).toEqual(Array(failures).fill(`error not-delivered ${given!.id} status 0`))
  expect(lab.requests).toEqual([])
  await browser.send('Network.setBlockedURLs', { urls: [] })
  await passBy(page, closedUntil)
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(1)
})
