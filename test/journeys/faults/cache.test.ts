import type { Page } from '@playwright/test'
import { expect, test } from './lab'

/** Why the page before did not come out of the back/forward cache; a browser without a head has none, and says that too. */
async function reasons(page: Page, there: string): Promise<string[]> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Page.enable')
  const told = new Promise<string[]>(resolve =>
    browser.once('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) =>
      resolve(notRestoredExplanations.map(({ reason }) => reason)),
    ),
  )
  await page.goto(there)
  await page.goBack()
  return (await told).sort()
}

test('26: neither waiting nor delivered answers keep a page out of the back/forward cache', async ({ page, lab }) => {
  const there = lab.page('/there', '<!doctype html><title>There</title>')
  await page.goto(lab.page('/plain', '<!doctype html><title>Plain</title>'))
  const ofPlainPage = await reasons(page, there)
  lab.reply = () => ({ reset: true, lose: true })
  await lab.open(page)
  await lab.give(page, 1, 2)
  await lab.failed(page)
  expect(await reasons(page, there)).toEqual(ofPlainPage)
  lab.reply = () => ({})
  await lab.drained(page)
  await lab.open(page)
  await lab.give(page, 3)
  await lab.drained(page)
  expect(await reasons(page, there)).toEqual(ofPlainPage)
})
