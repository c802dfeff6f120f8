import { defineConfig } from '@playwright/test'
import { findChromium } from './chromium.mjs'
import { aboutFirefox, anyFirefox, firefox } from './firefox.mjs'
import { hasWebKit } from './webkit.mjs'

const { executablePath, env, from } = await findChromium()

if (!process.env.TEST_WORKER_INDEX) {
  console.log(
    `Engines: Chromium, ${from}; ${aboutFirefox}; ${hasWebKit ? 'WebKitGTK' : 'no WebKit, none is installed'}.`,
  )
}

const page = { locale: 'en-US', viewport: { width: 1280, height: 800 } }

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 3, // a journey waits more than it works
  fullyParallel: true,
  forbidOnly: true,
  retries: process.env.CI ? 1 : 0, // what a second try mends is reported as flaky
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  projects: [
    {
      name: 'chromium',
      testIgnore: /(webkit|firefox|restored)\.test\.ts/, // two have drivers of their own, one needs a back/forward cache
      use: { ...page, launchOptions: { executablePath, env }, contextOptions: { reducedMotion: 'reduce' } },
    },
    // An installed Firefox joins in what does not need a browser of Chromium's making.
    ...(firefox
      ? [
          {
            name: 'firefox',
            testMatch: /(csp|delivery|flow|host|isolation|keyboard|kinds|placements|restored)\.test\.ts/,
            use: {
              ...page,
              browserName: 'firefox',
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefox, firefoxUserPrefs: { 'ui.prefersReducedMotion': 1 } },
            },
          },
        ]
      : []),
    // Each has its own driver, and so its own file.
    ...(anyFirefox && !firefox ? [{ name: 'gecko', testMatch: /firefox\.test\.ts/ }] : []),
    ...(hasWebKit ? [{ name: 'webkit', testMatch: /webkit\.test\.ts/ }] : []),
  ],
})
