import type { Page, TestInfo } from '@playwright/test'
import { install } from '../installed'
import { expect, type Site, survey, tagged, test } from '../site'

/** Boot's own layer, and two more by an entry each; Google's tags name two of the three. */
const config = (site: Site) =>
  JSON.stringify({
    endpoint: site.endpoint,
    sources: ['dataLayer', { source: 'dataLayer', global: 'shopLayer' }, { source: 'dataLayer', global: 'newsLayer' }],
    touchpoints: [{ id: 'bought', on: { event: 'order.completed', every: 2 }, survey: 'nps' }],
  })
const host = `<script>
    dataLayer = [{ event: 'early' }]; shopLayer = [{ event: 'early' }]
    const told = []
    const hear = () => pulso.on('track', ({ name, properties }) => void told.push([name, properties.value]))
  </script>
  <script type="text/plain" src="https://www.googletagmanager.com/gtag/js?id=G-1&l=dataLayer&cx=c"></script>
  <script type="text/plain" src="https://www.googletagmanager.com/gtm.js?id=GTM-1&l=shopLayer"></script>`

const ways: Record<string, (site: Site, info: TestInfo) => Promise<string>> = {
  'the script tag': async site =>
    tagged('', `${host}<script type="application/json" data-pulso>${config(site)}</script>`),
  'a bundle from npm': async (site, info) => {
    await install(site, info, `window.pulso = createPulso(${config(site)})`)
    return `<!doctype html><html lang="en"><title>App</title>${host}<script type="module" src="/app.js"></script>`
  },
}

type Layers = Record<'dataLayer' | 'shopLayer' | 'newsLayer', unknown[]>
const layers = ['dataLayer', 'shopLayer', 'newsLayer'] as const
/** Pushes one entry to each; says what the pushes returned. */
const push = (page: Page, entry: object) =>
  page.evaluate(([layers, entry]) => layers.map(layer => (window as never as Layers)[layer].push(entry)), [
    layers,
    entry,
  ] as const)
/** The value of each event of a name that was told. */
const told = (page: Page, event: string): Promise<unknown[]> =>
  page.evaluate(`told.filter(([name]) => name === '${event}').map(([, value]) => value)`)

/** One more of the page's scripts loads: time to look whether there is another layer. */
const load = (page: Page) => page.addScriptTag({ url: '/theirs.js' })

for (const [way, serve] of Object.entries(ways))
  test(`several data layers are each heard once, and left as they are, by ${way}`, async ({
    page,
    site,
    hostErrors: _,
  }, info) => {
    site.page('/theirs.js', 'void 0', { 'content-type': 'text/javascript' })
    await page.goto(site.page('/', await serve(site, info)))
    await page.waitForFunction(() => 'on' in (window.pulso ?? {}))
    await page.evaluate('hear(); shopLayer.push({ event: "ready" })')
    await expect.poll(() => told(page, 'ready')).toHaveLength(1) // the source's file has come

    await page.evaluate('newsLayer = []')
    await load(page)
    expect(await push(page, { event: 'a', value: 1 })).toEqual([2, 3, 1])
    await expect.poll(() => told(page, 'a')).toEqual([1, 1, 1])

    // Others wrap, and push what nobody can read; then each layer gives way to another.
    const returned = await page.evaluate(layers => {
      const cycle: Record<string, unknown> = { event: 'b' }
      cycle.ecommerce = cycle
      const throwing = Object.defineProperty({ event: 'purchase' }, 'ecommerce', {
        enumerable: true,
        get() {
          throw new Error('theirs')
        },
      })
      const big = { event: 'b', note: 'x'.repeat(1_000_000) }
      return layers.map(name => {
        const layer = (window as never as Layers)[name]
        const inner = layer.push
        layer.push = (...entries) => inner.apply(layer, entries)
        const length = layer.length
        const lengths = [cycle, throwing, big, null, { event: 'b', value: '129,90 €' }].map(one => layer.push(one))
        return lengths.map(one => one - length)
      })
    }, layers)
    expect(returned).toEqual(Array(3).fill([1, 2, 3, 4, 5]))
    await expect.poll(async () => (await told(page, 'b')).filter(Boolean)).toEqual(Array(3).fill('129,90 €'))
    await page.evaluate('dataLayer = []; shopLayer = []; newsLayer = []')
    await load(page)
    expect(await push(page, { event: 'c', value: 3 })).toEqual([1, 1, 1])
    await expect.poll(() => told(page, 'c')).toEqual([3, 3, 3])

    // An order that all of them tell of is one, and the next is the second.
    await push(page, { event: 'purchase', ecommerce: { transaction_id: 'O-1', value: 50 } })
    await expect.poll(() => told(page, 'order.completed')).toEqual([50, 50, 50])
    await expect(survey(page).region).toHaveCount(0)
    await push(page, { event: 'purchase', ecommerce: { transaction_id: 'O-2', value: 50 } })
    await expect(survey(page).region).toBeVisible()
  })
