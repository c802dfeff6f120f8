/**
 * Measures what a customer downloads, in brotli 11, against the limits in package.json, and prints the table of the
 * README, with `--write` into the README. It fails when something is too large, or the README says otherwise.
 * @module
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import resolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'
import { rollup } from 'rollup'

const { size: rows } = JSON.parse(readFileSync('package.json', 'utf8'))

const brotli = code => brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

const bytesOf = row => (row.import ? importBytes(row.import) : row.adds ? addedBytes(row) : fileBytes(row))

/** The files of a row together, and with them the largest file of its folder, of those whose names match. */
function fileBytes({ files = [], largest, matching = '' }) {
  const bytes = file => brotli(readFileSync(file))
  const others = largest ? readdirSync(largest).filter(file => new RegExp(matching).test(file)) : []
  return files.map(bytes).reduce((a, b) => a + b, 0) + Math.max(0, ...others.map(file => bytes(`${largest}/${file}`)))
}

/** What an import adds to a host's bundle at the start: lazy chunks are not in it. */
const importBytes = names => bundleBytes(`import ${names} from '${process.cwd()}/dist/index.js'\nconsole.log(${names})`)

/** What modules add to a bundle that another is in already. */
async function addedBytes({ adds, to }) {
  const all = adds.map(
    (path, index) => `import * as part${index} from '${process.cwd()}/${path}'\nconsole.log(part${index})`,
  )
  const base = `import '${process.cwd()}/${to}'`
  return (await bundleBytes([base, ...all].join('\n'))) - (await bundleBytes(base))
}

async function bundleBytes(code) {
  const entry = '\0entry.ts'
  const bundle = await rollup({
    input: entry,
    onwarn() {}, // of what zod says in comments
    plugins: [
      { name: 'entry', resolveId: id => (id === entry ? id : null), load: id => (id === entry ? code : null) },
      typescript({ include: ['src/**/*'], compilerOptions: { noEmit: false, noCheck: true } }),
      resolve({ browser: true }),
      terser({ ecma: 2020, module: true }),
    ],
  })
  const { output } = await bundle.generate({ format: 'es', dir: 'unused' })
  return brotli(output.find(chunk => chunk.isEntry).code)
}

const measured = await Promise.all(rows.map(async row => ({ ...row, bytes: await bytesOf(row) })))
const table = [
  '| what | bytes | limit |',
  '| --- | ---: | ---: |',
  ...measured.map(({ name, bytes, limit }) => `| ${name} | ${bytes} | ${limit} |`),
].join('\n')
const readme = readFileSync('README.md', 'utf8')
const problems = measured
  .filter(({ bytes, limit }) => bytes > limit)
  .map(({ name, bytes, limit }) => `Too large: ${name} has ${bytes} bytes, ${bytes - limit} over its limit.`)

console.log(table)
if (process.argv[2] === '--write')
  writeFileSync('README.md', readme.replace(/\| what \| bytes \| limit \|\n(\|.*\n)+/, `${table}\n`))
else if (!readme.includes(`${table}\n`)) problems.push('The README says otherwise: `npm run size -- --write`.')
for (const problem of problems) console.error(problem)
process.exitCode = problems.length ? 1 : 0
