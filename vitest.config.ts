import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: 'automatic', importSource: '#widgets', development: false } },
  // Machines are noisy; what a test asserts is never how long it took.
  test: { testTimeout: 30_000, include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/journeys/**'] },
})
