import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

describe('docs/privacy.md', () => {
  it('names every key that is written to the device', () => {
    const names = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .flatMap(file =>
        [...readFileSync(`src/${file}`, 'utf8').matchAll(/['`](?:pulso|\$\{(?:ourName|name)\}):(\w+)/g)].map(
          ([, name]) => name,
        ),
      )
    expect(new Set(names)).toEqual(
      new Set(['visitor', 'optout', 'session', 'left', 'journal', 'held', 'consent', 'time']),
    )
    const page = readFileSync('docs/privacy.md', 'utf8')
    for (const name of names) expect(page).toContain(`\`pulso:${name}`)
  })
})
