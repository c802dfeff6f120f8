import { defineConfig } from '@playwright/test'
import { findChromium } from './chromium.mjs'

const { executablePath, env, from } = await findChromium()
if (!process.env.TEST_WORKER_INDEX) console.log(`Engine: Chromium, ${from}`)

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    launchOptions: { executablePath, env },
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  },
  projects: [{ name: 'chromium' }],
})
