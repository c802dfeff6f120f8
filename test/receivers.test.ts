import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Config } from '../src/schema'

const names = readdirSync('docs/receivers').map(file => file.replace('.md', ''))

describe('the recipes', () => {
  it('are these', () => {
    const all = 'apps-script cloudflare-worker express hono hubspot n8n next php posthog segment supabase'
    expect(names.sort().join(' ')).toBe(all)
  })

  it.each(names)('%s is short, is listed, and is run by a journey', name => {
    const page = readFileSync(`docs/receivers/${name}.md`, 'utf8')
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(66)
    for (const word of ['**Repeats.**', '**CORS.**', '**Limits.**']) expect(page).toContain(word)
    expect(readFileSync('docs/destinations.md', 'utf8')).toContain(`(receivers/${name}.md)`)
    expect(existsSync(`test/journeys/receivers/${name}.test.ts`)).toBe(true)
  })

  it.each(names)('%s has nothing in its configuration that the schema does not know', name => {
    const page = readFileSync(`docs/receivers/${name}.md`, 'utf8')
    const documents = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, text]) => JSON.parse(text!))
    for (const document of documents.filter(({ nodes }) => !nodes)) {
      const { success, data } = Config.safeParse(document)
      expect(success).toBe(true)
      expect(data).toEqual(document)
    }
  })
})
