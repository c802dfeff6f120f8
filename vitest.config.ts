import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: 'automatic', importSource: '#widgets', development: false } },
  test: { include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/journeys/**'] },
})
