import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measure, table } from './size.mjs'

describe('the byte table of the README', () => {
  it('says what the built files measure, all of them within their limits', async () => {
    expect(existsSync('dist/cdn/pulso.js'), 'run `npm run build` first').toBe(true)
    const measured = await measure()
    expect(measured.filter(({ bytes, limit }) => bytes > limit)).toEqual([])
    expect(readFileSync('README.md', 'utf8')).toContain(table(measured))
  }, 60_000)
})
