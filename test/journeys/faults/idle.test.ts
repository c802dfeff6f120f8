import type { Page } from '@playwright/test'
import { expect, test } from './lab'

declare global {
  interface Window {
    /** The timers that are set, by their number, in milliseconds. */
    timers: Map<number, number>
  }
}

/** Keeps count of the timers that the pages of this tab have set. */
const watchTimers = (page: Page) =>
  page.addInitScript(() => {
    window.timers = new Map()
    const { setTimeout, clearTimeout } = window
    window.setTimeout = ((task: () => void, ms = 0) => {
      const timer = setTimeout(() => {
        window.timers.delete(timer)
        task()
      }, ms)
      window.timers.set(timer, ms)
      return timer
    }) as never
    window.clearTimeout = ((timer?: number) => {
      window.timers.delete(timer!)
      clearTimeout(timer)
    }) as never
    window.setInterval = () => {
      throw new Error('somebody polls')
    }
  })

/** Those under five minutes. */
const shortTimers = (page: Page) =>
  page.evaluate(() => [...window.timers.values()].filter(ms => ms > 0 && ms < 300_000))

test('idle: a page with everything delivered has no timer under five minutes, holds no lock and sends nothing', async ({
  page,
  lab,
}) => {
  await watchTimers(page)
  const tries = await lab.count(page)
  await lab.open(page)
  await expect.poll(() => shortTimers(page)).toEqual([])
  await lab.give(page, 1, 2, 3)
  await lab.drained(page)
  await expect.poll(() => shortTimers(page)).toEqual([])
  expect(await page.evaluate(() => Math.min(...window.timers.values()))).toBeGreaterThanOrEqual(300_000)
  expect(await page.evaluate(() => navigator.locks.query())).toEqual({ held: [], pending: [] })
  expect(await tries()).toHaveLength(3)
})
