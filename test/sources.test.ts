import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fileOf, source, sources } from '../src/sources'

const files = readdirSync('src/adapters')
  .filter(file => file.endsWith('.ts'))
  .map(file => file.replace('.ts', ''))

describe('sources', () => {
  it('has every adapter under its name, and no other', () => {
    expect(sources.map(fileOf).sort()).toEqual(files.sort())
  })

  it.each(sources)('%s is the one thing that its file exports', async name => {
    const module = await import(`../src/adapters/${fileOf(name)}.ts`)
    expect(Object.keys(module)).toEqual([name])
    expect(await source(name)).toBe(module[name])
  })

  it('has nothing for a name that is none', () => {
    for (const name of ['', 'constructor', 'toString', 'nobody']) expect(source(name)).toBeUndefined()
  })

  it('are in the docs, each with a line', () => {
    const page = readFileSync('docs/sources.md', 'utf8')
    for (const name of sources) expect(page).toContain(`| \`${name}\` |`)
  })
})
