import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LaunchOptions, Page } from '@playwright/test'
import { openBrowser } from '../own-browser'
import { expect, watchForErrors } from '../site'
import { test as laboratory } from './lab'

interface Browsers {
  /** Starts a browser with other options than the one that tests share. */
  launch(options: LaunchOptions): Promise<Page>
  /** A browser of its own processes, which finds every `.test` host here and parts storages as Chrome does. */
  own: Awaited<ReturnType<typeof openBrowser>>
}

/** The laboratory, with browsers that are started otherwise than the one that tests share. */
export const test = laboratory.extend<Browsers>({
  launch: async ({ playwright, launchOptions }, use) => {
    const stops: (() => Promise<void>)[] = []
    const errors: string[] = []
    await use(async options => {
      const browser = await playwright.chromium.launch({ ...launchOptions, ...options })
      stops.push(() => browser.close())
      const page = await browser.newPage({ reducedMotion: 'reduce' })
      watchForErrors(page, errors)
      return page
    })
    for (const stop of stops) await stop()
    expect(errors, 'the host page saw an error').toEqual([])
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  own: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'pulso-'))
    const browser = await openBrowser(
      profile,
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      '--enable-features=ThirdPartyStoragePartitioning',
    )
    const errors = watchForErrors(browser.page)
    await use(browser)
    await browser.kill()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    expect(errors, 'the host page saw an error').toEqual([])
  },
})
