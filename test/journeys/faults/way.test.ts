import type { Page } from '@playwright/test'
import { test as base, expect, type Lab } from './lab'
import { startHttp2, startProxy } from './way'

type Broken<Start extends (...of: never[]) => unknown> = Awaited<ReturnType<Start>>

const test = base.extend<{ http2: Broken<typeof startHttp2>; gateway: Broken<typeof startProxy> }>({
  http2: async ({ site }, use) => {
    const way = await startHttp2(site.endpoint)
    await use(way)
    await way.close()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  gateway: async ({}, use) => {
    const way = await startProxy()
    await use(way)
    await way.close()
  },
})

/** Gives an answer that does not come through, and finds it kept, with the network to blame. */
async function giveInVain(page: Page, lab: Lab) {
  const heard = await lab.hear(page)
  const [given] = await lab.give(page, 9)
  expect(given!.result).toBe('stored')
  const { status } = await lab.failed(page)
  expect(status).toBe(0)
  expect((await heard())[0]).toBe(`error not-delivered ${given!.id} status 0`)
  return given!
}

test('61: a host that nobody knows is a network that fails, and the answer arrives where it is known', async ({
  page,
  lab,
}) => {
  await lab.open(page, lab.host('/', { endpoint: 'http://nowhere.invalid/feedback' }))
  const { id } = await giveInVain(page, lab)
  await lab.open(page)
  await lab.drained(page, { timeout: 45_000 }) // a lease, where the first page was left in the middle of a try
  expect(lab.sent(id)).toBe(1)
})

test('61: an endpoint whose certificate nobody trusts gets the answer once it is trusted', async ({
  page,
  lab,
  http2,
}) => {
  await lab.open(page, lab.host('/', { endpoint: http2.url }))
  const { id } = await giveInVain(page, lab)
  expect(http2.passed).toBe(0)
  const browser = await page.context().newCDPSession(page)
  await browser.send('Security.setIgnoreCertificateErrors', { ignore: true })
  await lab.drained(page)
  expect(lab.sent(id)).toBe(1)
})

test.describe('over HTTP/2', () => {
  test.use({ ignoreHTTPSErrors: true })

  for (const [leaves, commits] of [
    ['unread', 0],
    ['committed', 1],
  ] as const) {
    test(`61: an endpoint that goes away with the request ${leaves} gets it again, and counts it once`, async ({
      page,
      lab,
      http2,
    }) => {
      http2.leaves = leaves
      await lab.open(page, lab.host('/', { endpoint: http2.url }))
      const { id } = await giveInVain(page, lab)
      expect(http2.passed).toBeGreaterThan(1) // a browser asks first
      http2.leaves = undefined
      await lab.drained(page)
      expect(lab.sent(id)).toBeGreaterThan(commits)
      expect(lab.counted()).toHaveLength(1)
    })
  }
})

const proxied = test.extend({
  proxy: async ({ gateway }, use) => use({ server: gateway.url }),
})

proxied('61: a proxy that wants a password (407) is a network that fails', async ({ page, lab, gateway }) => {
  gateway.asks = lab.endpoint
  await lab.open(page)
  const { id } = await giveInVain(page, lab)
  expect(gateway.passed).toBeGreaterThan(0)
  expect(lab.requests).toEqual([])
  gateway.asks = undefined
  await lab.drained(page)
  expect(lab.sent(id)).toBe(1)
})
