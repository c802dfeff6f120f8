import { expect, quickPage, test } from './site'

test('follows the colour scheme of the system while it is open', async ({ page, site, hostErrors: _ }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(quickPage(site))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => window.pulso.show('quick'))
  const paper = () => page.locator('.card').evaluate(card => getComputedStyle(card).backgroundColor)
  expect(await paper()).toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(paper).toBe('rgb(29, 31, 37)')
})
