import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, purchase, survey, tagged, test } from './site'

const nps = (endpoint: string, attributes = '') =>
  tagged(`data-endpoint="${endpoint}" data-on="order.completed" data-survey="nps" ${attributes}`)

test('the whole survey can be answered with the keyboard alone', async ({ page, site, hostErrors: _ }) => {
  await page.goto(site.page('/', nps(site.endpoint)))
  await purchase(page)
  const { region, score, comment, submit } = survey(page)
  await expect(region).toBeVisible()
  await page.getByRole('button', { name: 'Theirs' }).focus()
  await page.keyboard.press('Tab')
  await expect(score(0)).toBeFocused()
  // Arrows look around; nothing is picked, stored or sent by them.
  await page.keyboard.press('End')
  await expect(score(10)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(score(9)).toBeFocused()
  await expect(region.getByRole('radio', { checked: true })).toHaveCount(0)
  expect(await page.evaluate(() => window.pulso.pending())).toBe(0)
  await page.keyboard.press('Space')
  await expect(comment).toBeFocused()
  expect(await page.evaluate(() => window.pulso.pending())).toBe(1)
  await page.keyboard.type('By key')
  for (const _ of ['Back', 'Skip', 'Submit']) await page.keyboard.press('Tab')
  await expect(submit).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(region.getByRole('heading', { name: /thank you/i })).toBeFocused()
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ status: 'complete', answers: [{ value: 9 }, { value: 'By key' }] }])
  await page.keyboard.press('Escape')
  await expect(region).toHaveCount(0)
})

test('Enter picks a score as Space does', async ({ page, site, hostErrors: _ }) => {
  await page.goto(site.page('/', nps(site.endpoint)))
  await purchase(page)
  await survey(page).score(0).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(survey(page).comment).toBeFocused()
  await survey(page).close.click()
  await expect.poll(() => site.counted()).toMatchObject([{ answers: [{ value: 1 }] }])
})

test('a score is a real radio group of eleven, named by the question', async ({ page, site, hostErrors: _ }) => {
  await page.goto(site.page('/', nps(site.endpoint, 'data-brand="Kettle"')))
  await purchase(page)
  await expect(survey(page).region).toMatchAriaSnapshot(`
    - region "Feedback survey":
      - heading "How likely are you to recommend Kettle to a friend or colleague?" [level=2]
      - radiogroup "How likely are you to recommend Kettle to a friend or colleague?":
        - radio "0, Not at all likely"
        - radio "1"
        - radio "2"
        - radio "3"
        - radio "4"
        - radio "5"
        - radio "6"
        - radio "7"
        - radio "8"
        - radio "9"
        - radio "10, Extremely likely"
      - button "Close"
      - status: How likely are you to recommend Kettle to a friend or colleague?
  `)
})

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390, 320]) {
    test(`axe finds nothing in any state: ${scheme}, ${width} px`, async ({ page, site, hostErrors: _ }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await page.setViewportSize({ width, height: 700 })
      await page.goto(site.page('/', nps(site.endpoint)))
      await purchase(page)
      const { region, pick, comment, submit } = survey(page)
      await expect(region).toBeVisible()
      await check(page)
      await fits(page)
      await pick(10)
      await expect(comment).toBeVisible()
      await check(page)
      await comment.fill('A few words')
      await submit.click()
      await expect(region).toContainText('Thank you')
      await check(page)
      await fits(page)
    })
  }
}

async function check(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** Nothing is cut off sideways, and every target is large enough. */
async function fits(page: Page) {
  const { region } = survey(page)
  const box = (await region.boundingBox())!
  expect(box.x).toBeGreaterThanOrEqual(0)
  expect(box.x + box.width).toBeLessThanOrEqual(page.viewportSize()!.width)
  for (const target of await region.locator('label:has(input), button').all()) {
    const { width, height } = (await target.boundingBox())!
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
}
