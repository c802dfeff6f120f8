import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page, Request } from '@playwright/test'
import { rolldown } from 'rolldown'
import { expect, test } from '../site'

type Told = [name: string, properties: Record<string, unknown>]

declare global {
  interface Window {
    told: Told[]
  }
}

/** A library as it is published, and the servers that it talks to, played by the test. */
export interface Library {
  /** The adapter's file. */
  adapter: string
  /** The library's script: a file of `node_modules`, or a module that imports the package. */
  script: { file: string } | { module: string }
  /** What stands on the page before the script comes; the library's own snippet where it has one. */
  snippet?: string
  /** What its servers answer. Everything that is not of the page's own origin comes here. */
  answer?(request: Request): { status?: number; body?: string; contentType?: string }
  /** The page says that an order is placed; returns something of what the library's call has returned. */
  order(page: Page): Promise<unknown>
  /** What that is, with or without us. */
  returned: unknown
  /** The page does the same while only the snippet is there, where it has one. */
  early?(page: Page): Promise<unknown>
  /** What is told of an order. */
  told: Told
  /** Whether a request is the order, reaching its server. */
  isOrder?(request: Request): boolean
}

/** A module of the page's own with what it imports, as one classic script. */
export async function bundle(code: string): Promise<string> {
  const made = await rolldown({
    input: 'page',
    platform: 'browser',
    logLevel: 'silent',
    plugins: [
      {
        name: 'page',
        resolveId: id => (id === 'page' ? join(process.cwd(), 'page.js') : null),
        load: id => (id.endsWith('/page.js') && !id.includes('node_modules') ? code : null),
      },
    ],
  })
  const { output } = await made.generate({ format: 'iife' })
  await made.close()
  return output[0].code
}

/** Drives a real library with our built adapter before it, after it, and without us. */
export function listensTo(name: string, library: Library) {
  const start = `import('/adapters/${library.adapter}.js').then(module => {
    window.told = []
    Object.values(module)[0]({ track: (...event) => window.told.push(event) })
  })`

  test.describe(name, () => {
    const open = test.extend<{ visit(body: string): Promise<Request[]> }>({
      visit: async ({ page, site }, use) => {
        const script = library.script
        const code =
          'file' in script ? await readFile(`node_modules/${script.file}`, 'utf8') : await bundle(script.module)
        site.page('/library.js', code, { 'content-type': 'text/javascript' })
        const requests: Request[] = []
        await page.route(
          url => url.origin !== site.url,
          route => {
            requests.push(route.request())
            const answer = library.answer?.(route.request()) ?? {}
            return route.fulfill({
              contentType: 'application/json',
              body: '{}',
              ...answer,
              headers: { 'access-control-allow-origin': '*' },
            })
          },
        )
        await use(async body => {
          const head = `<script>${library.snippet ?? ''}</script>`
          await page.goto(site.page('/', `<!doctype html><title>Host</title>${head}<body>${body}</body>`))
          return requests
        })
      },
    })
    const tag = '<script src="/library.js"></script>'
    const told = (page: Page) => page.evaluate(() => window.told.filter(([name]) => name === 'order.completed'))
    const expectOrder = async (page: Page, requests: Request[], times = 1) => {
      await expect.poll(() => told(page)).toEqual(Array(times).fill(library.told))
      if (library.isOrder) await expect.poll(() => requests.filter(library.isOrder!).length).toBeGreaterThan(0)
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)))
      expect(await told(page)).toHaveLength(times)
    }
    const load = (page: Page) => page.addScriptTag({ url: '/library.js' })

    open('returns to the page what it returns without us', async ({ page, visit, hostErrors: _ }) => {
      await visit(tag)
      expect(await library.order(page)).toEqual(library.returned)
    })

    open('is heard by an adapter that comes after it', async ({ page, visit, hostErrors: _ }) => {
      const requests = await visit(tag)
      await page.evaluate(start)
      expect(await library.order(page)).toEqual(library.returned)
      await expectOrder(page, requests)
    })

    open('is heard by an adapter that was there before it', async ({ page, visit, hostErrors: _ }) => {
      const requests = await visit('')
      await page.evaluate(start)
      await load(page)
      expect(await library.order(page)).toEqual(library.returned)
      await expectOrder(page, requests)
    })

    if (library.early)
      open('tells once of what its snippet has kept for it', async ({ page, visit, hostErrors: _ }) => {
        const requests = await visit('')
        await page.evaluate(start)
        await library.early!(page)
        await load(page)
        await expectOrder(page, requests)
      })
  })
}
