import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from '@playwright/test'
import { type Lab, ready } from './lab'

declare global {
  interface Window {
    copies: Window['pulso'][]
  }
}

/** Serves the npm build as often as somebody asks for a version of it: `/0.0.9/index.js` says that it is 0.0.9. */
export const serveVersions = (context: BrowserContext) =>
  context.route(/\/\d+\.\d+\.\d+\//, async route => {
    const [, version, ...path] = new URL(route.request().url()).pathname.split('/')
    const file = path[0] === 'nanoid' ? `node_modules/${path.join('/')}` : `dist/${path.join('/')}`
    const text = await readFile(file, 'utf8')
    await route.fulfill({ contentType: 'text/javascript', body: text.replaceAll('0.1.0', version!) })
  })

/** A page that brings copies of the product along as `window.copies`, each of a version and with its endpoints. */
export function pageOfCopies(lab: Lab, path: string, copies: { version: string; endpoints?: string[] }[]) {
  const imports = copies.map(
    ({ version }, index) => `import { createPulso as create${index} } from '/${version}/index.js'`,
  )
  const created = copies.map(({ endpoints = [lab.endpoint] }, index) => {
    const options = {
      destination: endpoints.map(url => ({ url })),
      surveys: { quick: { questions: [{ id: 'nps', kind: 'nps' }] } },
    }
    return `create${index}(${JSON.stringify(options)})`
  })
  const versions = copies.map(({ version }) => [`/${version}/`, { nanoid: `/${version}/nanoid/index.browser.js` }])
  return lab.page(
    path,
    `<!doctype html><html lang="en"><title>Host</title><h1>Host page</h1>
    <script type="importmap">${JSON.stringify({ scopes: Object.fromEntries(versions) })}</script>
    <script type="module">${imports.join('\n')}
    window.copies = [${created}]
    window.pulso = window.copies[0]</script></html>`,
  )
}

/** From now on the page's answers go to that copy. */
export async function take(page: Page, index: number) {
  await ready(page)
  await page.evaluate(at => {
    window.pulso = window.copies[at]!
  }, index)
}
