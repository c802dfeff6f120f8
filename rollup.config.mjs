import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import resolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'
import { minify as swc } from '@swc/core'
import dts from 'rollup-plugin-dts'
import ts from 'typescript'

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
/** What listens to the page: adapters and sources of consent. */
const sources = Object.fromEntries(
  ['adapters', 'consent'].flatMap(folder =>
    readdirSync(`src/${folder}`)
      .filter(file => file.endsWith('.ts'))
      .map(file => [`${folder}/${file.replace('.ts', '')}`, `src/${folder}/${file}`]),
  ),
)
/** A half of every language, to be fetched as a file of its own. */
const locales = (half, ending) =>
  Object.fromEntries(
    readdirSync('widgets/locales').map(file => [`locales/${file.replace('.ts', ending)}`, `${half} of ${file}`]),
  )
/** What the widgets fetch when a survey needs it. */
const parts = {
  more: 'widgets/more/index.ts',
  kinds: 'widgets/kinds/index.ts',
  places: 'widgets/places/index.ts',
  redact: 'widgets/redact.ts',
  words: 'widgets/words.ts',
  review: 'widgets/review.ts',
}

/** What boot fetches besides, each when it is needed. */
const halves = {
  carry: 'src/carry.ts',
  delivery: 'src/delivery.ts',
  formats: 'src/destinations/index.ts',
  modal: 'src/modal.ts',
  journey: 'src/journey.ts',
  watch: 'src/watch.ts',
  explain: 'src/explain.ts',
  inspector: 'src/inspector.ts',
}

/** The list of everything that is built. */
export default [
  // npm: the host's own bundler minifies it, and splits widgets and locales off where they are imported.
  modules('dist', { index: 'src/index.ts', schema: 'src/schema/index.ts', metrics: 'src/metrics/index.ts' }, [
    writeJsonSchema(),
  ]),
  types('dist', { index: 'src/index.ts', schema: 'src/schema/index.ts', metrics: 'src/metrics/index.ts' }),

  // The script tag: one classic script, and what it fetches when somebody is asked.
  {
    input: 'src/browser.ts',
    output: { file: 'dist/cdn/pulso.js', format: 'iife', plugins: [minify()] },
    plugins: compile('src', 'widgets'),
  },
  {
    input: {
      widgets: 'widgets/index.tsx',
      ...locales('first', ''),
    },
    output: { dir: 'dist/cdn', format: 'es', plugins: [minify()] },
    plugins: [wordHalves(), ...compile('src', 'widgets')],
  },
  {
    input: locales('rest', '.more'),
    output: { dir: 'dist/cdn', format: 'es', plugins: [minify()] },
    plugins: [wordHalves(), ...compile('widgets')],
  },
  // Each part stands for itself, so that none can meet another copy of what it needs.
  ...Object.entries({ ...parts, ...halves }).map(([part, input]) => ({
    input,
    output: { file: `dist/cdn/${part}.js`, format: 'es', plugins: [minify()] },
    plugins: compile('src', 'widgets'),
  })),

  // Sources, each of which stands for itself, for the script tag to fetch by name; and with their types, for npm.
  ...Object.entries(sources).map(([name, input]) => ({
    input,
    output: [
      { file: `dist/${name}.js`, format: 'es' },
      { file: `dist/cdn/${name}.js`, format: 'es', plugins: [minify({ isSmall: true })] },
    ],
    plugins: [strip()],
  })),
  types('dist', sources),

  // The collector: its own package, with schema and metrics built in.
  modules('collector/dist', { index: 'collector/src/index.ts', main: 'collector/src/main.ts' }),
]

function modules(dir, input, extra = []) {
  return {
    input,
    output: { dir, format: 'es', chunkFileNames: '[name].js', manualChunks: name },
    external: id => !/^[./#]/.test(id),
    plugins: [...compile('src', 'widgets', 'collector/src'), ...extra],
  }
}

/** Names the lazy chunks after what they hold; a part has what the widgets lack. */
function name(id, { getModuleInfo }) {
  if (id.includes('/widgets/locales/')) return `locales/${id.match(/locales\/([\w-]+)/)[1]}`
  if (/\/src\/(stringify|duration)\.ts$/.test(id)) return 'shared'
  if (/\/src\/destinations\/(?!json)/.test(id)) return 'formats'
  const leadsTo = entry => one => one.endsWith(entry) || getModuleInfo(one).importers.some(leadsTo(entry))
  const entries = { widgets: 'widgets/index.tsx', ...parts }
  if (id.includes('/widgets/')) return Object.keys(entries).find(entry => leadsTo(`/${entries[entry]}`)(id))
}

function types(dir, input) {
  return { input, output: { dir, format: 'es' }, external: id => !/^[./]/.test(id), plugins: [dts()] }
}

/** Types are checked by `npm run types`; here they are only taken off. */
function compile(...folders) {
  return [
    typescript({ include: folders.map(folder => `${folder}/**/*`), compilerOptions: { noEmit: false, noCheck: true } }),
    { name: 'version', transform: code => code.replaceAll('__VERSION__', JSON.stringify(version)) },
    { name: 'css', transform: (code, id) => (/\/(css|tokens)\.ts$/.test(id) ? oneLine(code) : null) },
    resolve({ browser: true }),
  ]
}

/** Styles without the line ends that they are written with. */
const oneLine = code => code.replace(/`[^`]*`/g, css => css.replaceAll('\n', ''))

/** Takes types off file by file, which is enough for what imports little, and quick where many bundles are made. */
function strip() {
  return {
    name: 'strip',
    resolveId: (id, importer) =>
      id.startsWith('.') && importer ? `${path.resolve(path.dirname(importer), id)}.ts` : null,
    transform: code => ts.transpileModule(code, { compilerOptions: { target: 'ES2021', module: 'ESNext' } }).outputText,
  }
}

/** `first of en.ts` is what that file exports as `first`, and nothing else of it. */
function wordHalves() {
  return {
    name: 'word-halves',
    resolveId: id => (/^\w+ of /.test(id) ? `\0${id}` : null),
    load(id) {
      const [, half, file] = id.match(/^\0(\w+) of (.+)/) ?? []
      return half && `export { ${half} as default } from '${process.cwd()}/widgets/locales/${file}'`
    },
    // What is exported needs no name; the minifiers give it one.
    generateBundle(_, bundle) {
      for (const [file, chunk] of Object.entries(bundle))
        if (/^locales/.test(file))
          chunk.code = chunk.code.replace(/^let (\w)=(.*);export{\1 as default};/s, 'export default$2;')
    },
  }
}

/**
 * Two minifiers, one after the other: the second finds what the first has left. Only the second gives names, except
 * where there is little to name.
 */
function minify({ isSmall = false } = {}) {
  return [
    terser({
      ecma: 2020,
      module: true,
      compress: { passes: 3, pure_getters: true, unsafe_arrows: true, sequences: false },
      mangle: isSmall,
      format: { comments: false },
    }),
    {
      name: 'swc',
      renderChunk: code => swc(code, { module: true, ecma: 2020, compress: { passes: 2, ecma: 2020 }, mangle: true }),
    },
  ]
}

function writeJsonSchema() {
  return {
    name: 'json-schema',
    async writeBundle() {
      const { Config } = await import(new URL('dist/schema.js', import.meta.url))
      const { toJSONSchema } = await import('zod/mini')
      const schema = { title: 'Pulso configuration', ...toJSONSchema(Config, { io: 'input' }) }
      writeFileSync('dist/pulso.schema.json', `${JSON.stringify(schema, null, 2)}\n`)
    },
  }
}
