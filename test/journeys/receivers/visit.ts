import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, type Site, survey, tagged } from '../site'
import { type Recipe, replaceAll } from './recipe'

/** Where a page that uses no bundler finds the npm package and what it brings. */
const modules: Record<string, string> = {
  pulso: 'dist/index.js',
  nanoid: 'node_modules/nanoid/index.browser.js',
  preact: 'node_modules/preact/dist/preact.module.js',
}

function servePackage(site: Site) {
  const built = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  const files = [
    ...built.filter(file => file.endsWith('.js') && !file.startsWith('cdn')).map(file => `dist/${file}`),
    'node_modules/nanoid/index.browser.js',
    'node_modules/nanoid/url-alphabet/index.js',
    'node_modules/preact/dist/preact.module.js',
  ]
  for (const file of files) site.page(`/${file}`, readFileSync(file, 'utf8'), { 'content-type': 'text/javascript' })
}

/** The page of somebody who has copied the recipe, and put in an address and a key of their own. */
function toHtml({ page: { language, code } }: Recipe, replacements: Record<string, string>): string {
  const own = replaceAll(code, replacements)
  if (language === 'json') return tagged('', `<script type="application/json" data-pulso>${own}</script>`)
  const imports = Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, `/${file}`]))
  return `<!doctype html><html lang="en"><head><title>Host</title>
    <script type="importmap">${JSON.stringify({ imports })}</script>
    <script type="module">${own}\nwindow.pulso = pulso</script></head>
    <body><main><h1>Host page</h1></main></body></html>`
}

/** Opens the page. What goes wrong on the way to the receiver is noted for `failures`. */
export async function visit(page: Page, site: Site, recipe: Recipe, replacements: Record<string, string>) {
  if (recipe.page.language === 'js') servePackage(site)
  await page.goto(site.page('/', toHtml(recipe, replacements)))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => {
    const noted: string[] = []
    Object.assign(window, { noted })
    window.pulso.on('error', ({ code, message }) => noted.push(`${code}: ${message}`))
  })
}

/** What the page was told of transmissions that came to nothing. */
export const failures = (page: Page) => page.evaluate(() => (window as unknown as { noted: string[] }).noted)

export const pending = (page: Page) => page.evaluate(() => window.pulso.pending())

export const comment = '=1+1, “très bien”'

/** Answers the built-in NPS survey: a nine, and why. */
export async function answerNps(page: Page) {
  await page.evaluate(() => window.pulso.show('nps', { force: true }))
  const { pick, comment: field, submit, region } = survey(page)
  await pick(9)
  await field.fill(comment)
  await submit.click()
  await expect(region.getByRole('heading', { name: /thank you/i })).toBeVisible()
}

/** From now on the page's clock is two hours ahead: what waits for a mended endpoint is due. */
export const twoHoursLater = (page: Page) =>
  page.addInitScript(() => {
    const Clock = Date
    window.Date = class extends Clock {
      static override now = () => Clock.now() + 7_200_000
      constructor(...given: [number]) {
        super(...(given.length ? given : ([window.Date.now()] as [number])))
      }
    } as typeof Date
  })
