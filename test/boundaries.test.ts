import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import values from whom. Types travel freely within what `design` says about words; values stay at home. */
const rules: { from: RegExp; mayImport: RegExp[] }[] = [
  { from: /^src\/schema\//, mayImport: [/^src\/schema\//, /^zod\/mini$/] },
  { from: /^src\/metrics\//, mayImport: [/^src\/metrics\//] },
  { from: /^src\/contracts\.ts$/, mayImport: [] },
  { from: /^src\/queue\//, mayImport: [/^src\/queue\//, /^src\/stringify$/] },
  { from: /^src\/transport\//, mayImport: [/^src\/transport\//, /^src\/queue\/backoff$/] },
  { from: /^src\/destinations\//, mayImport: [/^src\/destinations\//, /^src\/stringify$/] },
  { from: /^src\/adapters\//, mayImport: [/^src\/adapters\/parts\//] },
  { from: /^src\/consent\//, mayImport: [/^src\/adapters\/parts\//] },
  { from: /^src\/triggers\//, mayImport: [/^src\/(triggers\/|conditions$|duration$)/] },
  { from: /^src\/eligibility\//, mayImport: [/^src\/(eligibility\/|stringify$|duration$|survey-id$)/, /^nanoid$/] },
  { from: /^src\/delivery\.ts$/, mayImport: [/^src\/(queue|transport|destinations)\//] },
  // It looks at everything, and it alone of what a browser fetches knows the schema.
  {
    from: /^src\/inspector(\.ts$|\/)/,
    mayImport: [/^src\/(inspector|schema)\//, /^preact/],
  },
  // The richer half of deciding: boot hands it what it shares with it.
  {
    from: /^src\/journey(\.ts$|\/)/,
    mayImport: [/^src\/(journey|eligibility|triggers)(\/|$)/, /^src\/(language|conditions|duration|stringify|plain)$/],
  },
  // It reads the page's data layer as boot does.
  { from: /^src\/heard\.ts$/, mayImport: [/^src\/(adapters\/parts\/ga4|stringify)$/] },
  // The triggers that watch, as a part of their own.
  { from: /^src\/watch\.ts$/, mayImport: [/^src\/triggers\//] },
  // What boot hears of the page's own data layer by is the adapter's, too.
  { from: /^src\/data-layer\.ts$/, mayImport: [/^src\/adapters\/parts\/ga4$/] },
  // The parts meet in client.ts alone; the lazy halves are reached by import() alone.
  {
    from: /^src\/client\.ts$/,
    mayImport: [/^src\/(?!queue|transport|destinations|schema|metrics|delivery|journey|load$|index$)/, /^nanoid$/],
  },
  {
    from: /^src\/[\w-]+\.ts$/,
    mayImport: [/^src\/(?!queue|transport|schema|metrics|destinations|triggers|adapters|delivery|journey)/, /^nanoid$/],
  },
  { from: /^widgets\//, mayImport: [/^widgets\//, /^preact/, /^src\/(dialog|duration|survey-id|plain)$/] },
  {
    from: /^collector\/src\//,
    mayImport: [/^collector\/src\//, /^src\/(schema|metrics)/, /^(hono|@hono\/|kysely|libsql|zod\/mini|node:)/],
  },
]

const files = ['src', 'widgets', 'collector/src'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => join(folder, file)),
)

function importsOf(file: string) {
  const source = readFileSync(file, 'utf8')
  const found = [...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?\bfrom\s+)?['"]([^'"]+)['"]/gm)]
  return found
    .filter(([statement]) => !/^(?:import|export)\s*\{\s*(?:type [\w ]+,?\s*)+\}/.test(statement!))
    .map(([, name]) => (name!.startsWith('.') ? normalize(join(dirname(file), name!)) : name!))
}

describe('boundaries', () => {
  it('finds the files it guards', () => {
    expect(files.length).toBeGreaterThan(30)
  })

  it.each(files)('%s imports values only from where it may', file => {
    const rule = rules.find(({ from }) => from.test(file))
    expect(rule, `no rule for ${file}`).toBeTruthy()
    expect(importsOf(file).filter(name => !rule!.mayImport.some(allowed => allowed.test(name)))).toEqual([])
  })

  it('keeps zod and the schema out of every browser file but the inspector', () => {
    const browser = files.filter(file => /^(src\/(?!schema|metrics|inspector)|widgets\/)/.test(file))
    expect(browser.filter(file => importsOf(file).some(name => /zod|schema/.test(name)))).toEqual([])
  })

  it('reads no browser global in the parts that are handed their world', () => {
    const pure = files.filter(file =>
      /^src\/(queue|transport|eligibility|triggers|adapters|consent|data-layer|destinations|conditions|config|presenter|keeper|carry|journey)/.test(
        file,
      ),
    )
    expect(pure.length).toBeGreaterThan(12)
    const touching = pure.filter(file => {
      const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      // What is taken from the window that a part was handed is its own.
      const taken = /\{([^{}]*)\}(?: = (?:env\.)?window\b|: Window\b)/g
      const own = [...source.matchAll(taken)].flatMap(([, names]) => names!.match(/\w+/g) ?? [])
      const used = source
        .replace(taken, '')
        .match(
          /(?<![.\w'`])(?:document|localStorage|sessionStorage|navigator|setTimeout|Date\.now|Math\.random)\b(?!')/g,
        )
      return used?.some(name => !own.includes(name))
    })
    expect(touching).toEqual([])
  })
})
