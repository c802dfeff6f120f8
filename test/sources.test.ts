import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parts } from '../src/chunks'
import { fileOf } from '../src/journey/sources'
import { ConsentSource, Source } from '../src/schema'

const filesOf = (folder: string) =>
  readdirSync(folder)
    .filter(file => file.endsWith('.ts'))
    .map(file => file.replace('.ts', ''))

describe('sources', () => {
  it('has every adapter under its name, and no other', () => {
    expect(Source.options.map(fileOf).sort()).toEqual(filesOf('src/adapters').sort())
    expect([...ConsentSource.options].sort()).toEqual(filesOf('src/consent').sort())
  })

  it.each([...Source.options])('%s is the one thing that its file has, and npm finds it', async name => {
    const file = await parts[`adapters/${fileOf(name)}`]!()
    expect(Object.keys(file)).toEqual([name])
  })

  it.each([...ConsentSource.options])('%s is the one thing that its file has, and npm finds it', async name => {
    const file = await parts[`consent/${name}`]!()
    expect(Object.keys(file)).toEqual([name])
  })

  it('are in the docs, each with a line', () => {
    const pages = ['sources', 'shops', 'chats'].map(page => readFileSync(`docs/${page}.md`, 'utf8')).join('\n')
    for (const name of Source.options) expect(pages).toMatch(new RegExp(`^\\| .*\`${name}\``, 'm'))
  })
})
