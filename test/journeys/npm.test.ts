import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import resolve from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import { expect, survey, test } from './site'

test('an application that imports createPulso gets its chunks from its own bundle', async ({
  page,
  site,
  hostErrors: _,
}, info) => {
  const folder = info.outputPath('bundle')
  const bundle = await rollup({
    input: 'app',
    plugins: [
      {
        name: 'app',
        resolveId: id => (id === 'app' ? id : null),
        load: id =>
          id === 'app'
            ? `import { createPulso } from '${process.cwd()}/dist/index.js'
               window.pulso = createPulso({
                 endpoint: '${site.endpoint}',
                 locale: 'es',
                 touchpoints: [{ id: 'trial', on: 'trial.ended', survey: 'nps', delay: '1s' }],
               })
               window.pulso.track('trial.ended', { plan: 'pro' })`
            : null,
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

  const requests: string[] = []
  page.on('request', request => requests.push(new URL(request.url()).pathname))
  await page.goto(site.page('/', '<!doctype html><title>App</title><script type="module" src="/app.js"></script>'))
  await page.waitForFunction(() => window.pulso)
  expect(requests).toEqual(['/', '/app.js'])
  await survey(page).pick(9)
  await survey(page).close.click()
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ locale: 'es', status: 'partial', trigger: { name: 'trial.ended', properties: { plan: 'pro' } } }])
})
