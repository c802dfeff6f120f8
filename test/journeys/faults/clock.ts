import type { Page } from '@playwright/test'

/** Long enough for the jitter that a page adds to its timers. */
const jitterMs = 600

/**
 * Stops the clock of every page of the browser, a millisecond before that moment. The network and the database go on.
 * `page.clock.install()` has to come before the first page.
 */
export const stopBefore = (page: Page, at: number) => page.clock.pauseAt(at - 1)

/** Moves a clock that stands past that moment. */
export const passBy = (page: Page, at: number) => page.clock.pauseAt(at + jitterMs)

/** Stops the clock now. */
export const stop = async (page: Page) => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000)

/** The page tries all that it may try at this moment; a browser that comes back online can do no more. */
export const nudge = (page: Page) => page.evaluate(() => window.pulso.flush())

/** Lets that much time go by at once, while no transaction is under way, as each of them has to end within seconds. */
export async function skip(page: Page, ms = 300_000) {
  await page.evaluate(() => window.pulso.pending()) // the database is open
  await stop(page)
  await page.evaluate(() => window.pulso.pending())
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + ms)
  await page.clock.resume()
}
