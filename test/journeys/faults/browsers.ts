import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LaunchOptions, Page } from '@playwright/test'
import { openBrowser } from '../own-browser'
import { expect, watchForErrors } from '../site'
import { test as laboratory } from './lab'

type OwnBrowser = Awaited<ReturnType<typeof openBrowser>>

/** How `start` is called: with the switches of the command line. */
export type Start = (...switches: string[]) => Promise<OwnBrowser>

interface Browsers {
  /** Starts a browser with other options than the one that tests share. */
  launch(options: LaunchOptions): Promise<Page>
  /** Where the browsers that `start` starts keep what is stored. */
  profile: string
  /** Starts a browser of its own processes, on what the one before it has left on the disk. */
  start: Start
  /** Such a browser, which finds every `.test` host here and parts storages as Chrome does. */
  own: OwnBrowser
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
  profile: async ({}, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'pulso-'))
    await use(profile)
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },
  start: async ({ profile }, use) => {
    const errors: string[] = []
    const alive = new Set<OwnBrowser>()
    await use(async (...switches) => {
      const browser = await openBrowser(profile, ...switches)
      watchForErrors(browser.page, errors)
      const one: OwnBrowser = {
        ...browser,
        kill() {
          alive.delete(one)
          return browser.kill()
        },
      }
      alive.add(one)
      return one
    })
    for (const one of alive) await one.kill()
    expect(errors, 'the host page saw an error').toEqual([])
  },
  own: async ({ start }, use) => {
    await use(
      await start('--host-resolver-rules=MAP *.test 127.0.0.1', '--enable-features=ThirdPartyStoragePartitioning'),
    )
  },
})
