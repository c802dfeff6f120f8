import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { openBrowser } from './own-browser'
import { test as base, expect, survey, watchForErrors } from './site'

interface Demo {
  url: string
  folder: string
  /** Ends it as Ctrl-C does; resolves with the exit code. */
  stop(): Promise<number | null>
}

/** The demo as a newcomer starts it, on a port and a database of its own. */
async function startDemo(folder: string): Promise<Demo> {
  const child = spawn(process.execPath, ['examples/demo.mjs'], {
    env: { ...process.env, PORT: '0', PULSO_DB: join(folder, 'demo.db') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', data => {
      const [, found] = /shop\s+(http\S+?)\/\s/.exec(String(data)) ?? []
      if (found) resolve(found)
    })
    ended.then(code => reject(new Error(`the demo ended with ${code}`)))
  })
  return {
    url,
    folder,
    stop() {
      child.kill('SIGINT')
      return ended
    },
  }
}

const test = base.extend<{ demo: Demo }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  demo: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'pulso-demo-'))
    const demo = await startDemo(folder)
    await use(demo)
    await demo.stop()
    await rm(folder, { recursive: true, force: true })
  },
})

/** From the catalogue to the order confirmation, as a customer walks. */
async function buy(page: Page, url: string) {
  await page.goto(url)
  await page.getByRole('link', { name: /mug/i }).first().click()
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await page.getByRole('link', { name: 'View cart' }).click()
  await page.getByRole('link', { name: /checkout/i }).click()
  await page.getByRole('button', { name: 'Fill in sample data' }).click()
  await page.getByRole('button', { name: 'Place order' }).click()
  await expect(page.getByRole('heading', { name: /^Thank you, Sample/ })).toBeVisible()
  await expect(survey(page).region).toBeVisible()
}

async function openReport(context: BrowserContext, url: string) {
  const report = await context.newPage()
  await report.goto(`${url}/report`)
  return report
}

test('buy in the shop, answer 9 with a comment, and watch the report show it', async ({
  page,
  context,
  demo,
  hostErrors: _,
}) => {
  const report = await openReport(context, demo.url)
  const reportErrors = watchForErrors(report)
  await expect(report.locator('main')).toContainText('No answers yet')
  await buy(page, demo.url)
  await survey(page).pick(9)
  await survey(page).comment.fill('Lovely <img src=x onerror=alert(1)> mug')
  await survey(page).submit.click()
  await expect(survey(page).region).toContainText('Thank you for your feedback!')
  await expect(report.getByRole('heading', { name: 'order.completed' })).toBeVisible()
  await expect(report.locator('main')).toContainText('+100')
  await expect(report.locator('main')).toContainText('Lovely <img src=x onerror=alert(1)> mug')
  expect(await report.locator('main img').count()).toBe(0)
  expect(reportErrors).toEqual([])
  const { violations } = await new AxeBuilder({ page: report }).analyze()
  expect(violations).toEqual([])
})

test('the order is not asked about again when its page is refreshed', async ({ page, demo, hostErrors: _ }) => {
  await buy(page, demo.url)
  await survey(page).close.click()
  await expect(survey(page).region).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('heading', { name: /^Thank you, Sample/ })).toBeVisible()
  await page.waitForTimeout(1000)
  await expect(survey(page).region).toHaveCount(0)
})

test('an answer given while the network is cut reaches the report when it is back', async ({
  page,
  context,
  demo,
  hostErrors: _,
}) => {
  await buy(page, demo.url)
  // The next question comes a moment after the first; until then an answer is kept, and thanked for.
  for (const part of [/\/more\.js/, /\.more\.js/])
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))
      .toContainEqual(expect.stringMatching(part))
  await context.setOffline(true)
  await survey(page).pick(3)
  await survey(page).comment.fill('Sent from a tunnel')
  await survey(page).submit.click()
  await expect(survey(page).region).toContainText('Thank you for your feedback!')
  await context.setOffline(false)
  const report = await openReport(context, demo.url)
  await expect(report.locator('main')).toContainText('Sent from a tunnel')
  await expect(report.locator('main')).toContainText('−100')
  await expect(report.locator('main')).toContainText('1 answer')
})

test('an answer survives the browser being killed, and is counted once', async ({
  page,
  context,
  demo,
  hostErrors: _,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'pulso-'))
  const first = await openBrowser(profile)
  await buy(first.page, demo.url)
  await survey(first.page).pick(8)
  await expect(survey(first.page).comment).toBeVisible()
  await first.kill()
  const report = await openReport(context, demo.url)
  await expect(report.locator('main')).toContainText('No answers yet')

  const second = await openBrowser(profile)
  await second.page.goto(demo.url)
  await expect(report.locator('main')).toContainText('1 answer')
  await expect.poll(() => second.page.evaluate(() => window.pulso.pending())).toBe(0)
  await second.kill()
  await report.reload()
  await expect(report.locator('main')).toContainText('1 answer')
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  await page.close()
})

test('two tabs of one customer each deliver their own answer once', async ({ page, context, demo, hostErrors: _ }) => {
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto(demo.url)
    await tab.waitForFunction(() => 'show' in (window.pulso ?? {}))
    await tab.evaluate(() => window.pulso.show('nps', { force: true }))
    await expect(survey(tab).region).toBeVisible()
  }
  await survey(page).pick(10)
  await survey(other).pick(2)
  await Promise.all([page, other].map(tab => survey(tab).close.click()))
  const report = await openReport(context, demo.url)
  await expect(report.locator('main')).toContainText('2 answers')
})

test('Ctrl-C stops the demo, and the next start still has the answers', async ({
  page,
  context,
  demo,
  hostErrors: _,
}) => {
  await buy(page, demo.url)
  await survey(page).pick(7)
  await survey(page).close.click()
  const report = await openReport(context, demo.url)
  await expect(report.locator('main')).toContainText('1 answer')
  expect(await demo.stop()).toBe(0)
  const again = await startDemo(demo.folder)
  await report.goto(`${again.url}/report`)
  await expect(report.locator('main')).toContainText('1 answer')
  expect(await again.stop()).toBe(0)
})

for (const width of [1280, 390]) {
  test(`axe finds nothing on the shop's pages, and none is wider than the window: ${width} px`, async ({
    page,
    demo,
    hostErrors: _,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await buy(page, demo.url)
    for (const path of ['/', '/product.html?id=dawn-mug', '/cart.html', '/help.html', undefined]) {
      if (path) await page.goto(demo.url + path)
      else await page.goto(`${demo.url}/kinds/`)
      await page.waitForLoadState('load')
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(
        violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    }
  })
}
