import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const { exports: entries, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const some: Record<string, string[]> = {
  './adapters/*': ['segment', 'adobe-data-layer', 'intercom', 'shopify'],
  './consent/*': ['google', 'tcf'],
}
const modules = Object.keys(entries)
  .filter(name => typeof entries[name] === 'object')
  .flatMap(name => some[name]?.map(one => name.replace('*', one)) ?? name)

describe('the npm package', () => {
  it.each(modules.map(name => name.replace(/^\./, 'pulso')))('%s is imported by plain Node without a trace', name => {
    const script = `
      const own = () => Object.getOwnPropertyNames(globalThis).filter(name => !name.startsWith('__zod_')).join()
      const before = own()
      const entry = await import('${name}')
      if (!Object.keys(entry).length) throw new Error('it exports nothing')
      if (own() !== before) throw new Error('it has left a global')
      if (process.getActiveResourcesInfo().includes('Timeout')) throw new Error('it has left a timer')`
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 20_000 }),
    ).toBe('')
  })

  it('brings preact, nanoid and zod, and nothing else', () => {
    expect(Object.keys(dependencies).sort()).toEqual(['nanoid', 'preact', 'zod'])
  })

  it('imports nothing that it does not bring', () => {
    const files = readdirSync('dist').filter(file => file.endsWith('.js'))
    expect(files.length).toBeGreaterThan(10)
    const imported = files.flatMap(file =>
      [...readFileSync(`dist/${file}`, 'utf8').matchAll(/from '([^.'][^']*)'/g)].map(
        ([, name]) => name!.split('/')[0]!,
      ),
    )
    expect([...new Set(imported)].sort()).toEqual(['nanoid', 'preact', 'zod'])
  })

  it('publishes a JSON Schema for the configuration', () => {
    const schema = JSON.parse(readFileSync('dist/pulso.schema.json', 'utf8'))
    expect(schema.properties.touchpoints.items.properties.sample).toMatchObject({ minimum: 0, maximum: 1 })
  })
})
