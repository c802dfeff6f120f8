import type { Page } from '@playwright/test'
import { test } from './browsers'
import { expect } from './lab'

declare global {
  interface Window {
    restored?: boolean
  }
}

/** Goes there and back: whether the page came out of the back/forward cache, and what the browser says if it did not. */
async function comeBack(page: Page, there: string) {
  const here = page.url()
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.enable')
  const reasons = new Set<string>()
  browser.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
    for (const { reason } of notRestoredExplanations) reasons.add(reason)
  })
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      window.restored = persisted
    }),
  )
  await page.goto(there)
  await page.evaluate(() => history.back()).catch(() => {}) // the page that was asked is gone
  await page.waitForURL(here, { waitUntil: 'commit' })
  const restored = () => page.evaluate(() => !!window.restored).catch(() => false)
  await expect.poll(async () => (await restored()) || reasons.size > 0).toBe(true)
  const told = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as never as [
      { notRestoredReasons: { reasons: unknown } | null },
    ]
    return navigation.notRestoredReasons?.reasons ?? null
  })
  return { restored: await restored(), reasons: [...reasons].sort(), told }
}

// A Chromium without a head has no such cache; its word on a plain page is the measure. One with a head restores both.
test('26: neither waiting nor delivered answers keep a page out of the back/forward cache', async ({ launch, lab }) => {
  const page = await launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  const there = lab.page('/there', '<!doctype html><title>There</title>')
  await page.goto(lab.page('/plain', '<!doctype html><title>Plain</title>'))
  const ofPlainPage = await comeBack(page, there)
  test.info().annotations.push({ type: 'back/forward cache', description: ofPlainPage.restored ? 'there' : 'none' })
  expect(ofPlainPage.restored).toBe(ofPlainPage.reasons.length === 0)
  lab.reply = () => ({ reset: true, lose: true })
  await lab.open(page)
  await lab.give(page, 1, 2)
  await lab.failed(page)
  expect(await comeBack(page, there)).toEqual(ofPlainPage)
  lab.reply = () => ({})
  await lab.drained(page)
  await lab.open(page)
  await lab.give(page, 3)
  await lab.drained(page)
  expect(await comeBack(page, there)).toEqual(ofPlainPage)
})
