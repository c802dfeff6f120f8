import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from './own-browser'
import { answerQuickly, expect, purchase, quickPage, survey, tagged, test } from './site'

test.describe('when the browser is killed', () => {
  let profile: string
  test.beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'pulso-'))
  })
  test.afterEach(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))

  test('right after an answer, it is delivered at the next visit and counted once', async ({ site }) => {
    const url = site.page('/', tagged(`data-endpoint="${site.endpoint}" data-on="order.completed" data-survey="nps"`))
    const first = await openBrowser(profile)
    await first.page.goto(url)
    await purchase(first.page)
    await survey(first.page).pick(9)
    await expect(survey(first.page).comment).toBeVisible() // the next step: the answer is stored
    await first.kill()
    expect(site.requests).toEqual([])

    const second = await openBrowser(profile)
    await second.page.goto(url)
    await expect.poll(() => site.counted()).toMatchObject([{ status: 'partial', revision: 2, answers: [{ value: 9 }] }])
    await expect.poll(() => second.page.evaluate(() => window.pulso.pending())).toBe(0)
    await second.kill()
    expect(site.counted()).toHaveLength(1)
  })

  test('again and again while the endpoint misbehaves, no stored answer is lost and none counted twice', async ({
    site,
  }) => {
    test.setTimeout(180_000)
    let seed = 7
    const random = () => {
      seed = (seed * 16807) % 2147483647
      return seed / 2147483647
    }
    site.reply = () => {
      const fault = random()
      if (fault < 0.15) return { status: 503, lose: true }
      if (fault < 0.3) return { reset: true }
      return { delayMs: random() * 100 }
    }
    const url = quickPage(site)
    let stored = 0
    for (let round = 0; round < 5; round++) {
      const { page, kill } = await openBrowser(profile)
      await page.goto(url)
      for (let answer = 0; answer < 3; answer++) {
        await answerQuickly(page, Math.floor(random() * 11)) // the thank-you is shown once it is stored
        stored++
      }
      await page.waitForTimeout(random() * 300)
      await kill()
    }
    site.reply = () => ({})
    const { page, kill } = await openBrowser(profile)
    await page.goto(url)
    await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
    await expect.poll(() => page.evaluate(() => window.pulso.pending()), { timeout: 60_000 }).toBe(0)
    await kill()
    expect(site.counted()).toHaveLength(stored)
    const bodies = new Map<string, Set<string>>()
    for (const { body } of site.requests) {
      const { id, revision } = JSON.parse(body)
      const key = `${id}.${revision}`
      bodies.set(key, (bodies.get(key) ?? new Set()).add(body))
    }
    expect([...bodies.values()].every(set => set.size === 1)).toBe(true)
  })
})
