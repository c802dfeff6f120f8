import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestInfo } from '@playwright/test'
import resolve from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import type { Site } from './site'

/** Serves an application that imports Pulso from npm, as its own bundler splits it: `/app.js` and the chunks beside it. */
export async function install(site: Site, info: TestInfo, code: string) {
  const folder = info.outputPath('bundle')
  const bundle = await rollup({
    input: 'app',
    onwarn() {}, // of what zod says in comments
    plugins: [
      {
        name: 'app',
        resolveId: id => (id === 'app' ? id : null),
        load: id => (id === 'app' ? `import { createPulso } from '${process.cwd()}/dist/index.js'\n${code}` : null),
      },
      resolve({ browser: true }),
    ],
  })
  await bundle.write({ dir: folder, format: 'es', chunkFileNames: '[name].js' })
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    site.page(path.slice(folder.length), await readFile(path, 'utf8'), { 'content-type': 'text/javascript' })
  }
  await rm(folder, { recursive: true })
}
