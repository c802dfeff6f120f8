import type { BrowserContext, Page } from '@playwright/test'

/**
 * Gives every page of the browser one clock that `leap` puts forward. No timer runs for it: what a page does then, it
 * does because the time has come and somebody has asked.
 */
export const installLeaps = (context: BrowserContext) =>
  context.addInitScript(() => {
    const Clock = Date
    window.Date = class extends Clock {
      static override now = () => Clock.now() + Number(localStorage.getItem('ahead'))
      constructor(...given: [number]) {
        super(...(given.length ? given : ([window.Date.now()] as [number])))
      }
    } as typeof Date
  })

/** Puts the clock of all these tabs past that moment. */
export async function leap(tabs: Page[], at: number) {
  await tabs[0]!.evaluate(to => {
    const ahead = Number(localStorage.getItem('ahead')) + Math.max(0, to + 1 - Date.now())
    localStorage.setItem('ahead', `${ahead}`)
  }, at)
  for (const tab of tabs) await tab.waitForFunction(to => Date.now() > to, at)
}

/** Each tab tries all that it may try at this moment. */
export const nudgeAll = (tabs: Page[]) => Promise.all(tabs.map(tab => tab.evaluate(() => window.pulso.flush())))
