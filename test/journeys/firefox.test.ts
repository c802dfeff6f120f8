import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { anyFirefox } from './firefox.mjs'
import { expect, test as galleryTest, kinds, misfitsIn, type Wish } from './gallery'
import { type Site, tagged } from './site'

/** An installed Firefox of any age, by the protocol that all browsers share: Playwright drives only newer ones. */
const test = galleryTest.extend<{ tab: Page; errors: string[] }, { firefox: Browser }>({
  firefox: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => {
      const firefox = await puppeteer.launch({
        browser: 'firefox',
        executablePath: anyFirefox!,
        defaultViewport: { width: 1280, height: 800 },
        extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
      })
      await use(firefox)
      await firefox.close()
    },
    { scope: 'worker' },
  ],
  /** What a host would notice going wrong. */
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  errors: async ({}, use) => {
    const errors: string[] = []
    await use(errors)
    expect(errors, 'the host page saw an error').toEqual([])
  },
  tab: async ({ firefox, errors }, use) => {
    const context = await firefox.createBrowserContext()
    const tab = await context.newPage()
    tab.on('pageerror', error => errors.push(String(error)))
    await use(tab)
    await context.close()
  },
})

/** Inside the shadow root of what stands on the page. */
const ours = (selector: string) => `[data-pulso] >>> ${selector}`
/** What is in a shadow root comes without a sign that the driver would wait for. */
async function find(tab: Page, selector: string) {
  await expect.poll(() => tab.$(ours(selector)), selector).toBeTruthy()
  return (await tab.$(ours(selector)))!
}
const press = async (tab: Page, selector: string) => (await find(tab, selector)).click()
const read = (tab: Page, selector: string) =>
  tab.$eval(ours(selector), element => (element as HTMLInputElement).value || element.textContent).catch(() => '')
const title = (tab: Page) => read(tab, 'h2')

const questions = [
  { id: 'nps', kind: 'nps' },
  { id: 'why', kind: 'text', optional: true },
  { id: 'stars', kind: 'stars' },
  { id: 'rank', kind: 'ranking', title: 'Which first?', choices: ['a', 'b', 'c'] },
]
const shop = (site: Site, change = {}, rest = '') =>
  site.page(
    '/',
    tagged(
      '',
      `${rest}<script type="application/json" data-pulso>${JSON.stringify({
        endpoint: site.endpoint,
        touchpoints: [{ id: 'bought', on: 'order.completed', survey: { questions }, ...change }],
      })}</script>`,
    ),
  )
const purchase = (tab: Page) =>
  tab.evaluate(() => void window.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'T-1' } }))

test('a survey is answered and delivered, with the keyboard and the mouse', async ({ tab, site }) => {
  await tab.goto(shop(site))
  await purchase(tab)
  const first = await find(tab, 'input[value="0"]')
  await first.focus()
  await tab.keyboard.press('End')
  await tab.keyboard.press('Enter')
  await find(tab, 'textarea:focus')
  await tab.keyboard.type('From a fox')
  await press(tab, '.go')
  await expect.poll(() => title(tab)).toContain('rate')
  await press(tab, 'label:nth-child(4)')
  await expect.poll(() => title(tab)).toBe('Which first?')
  await press(tab, '.ranking li:first-child button:last-child')
  await press(tab, '.go')
  await expect.poll(() => title(tab)).toContain('Thank you')
  await expect
    .poll(() => site.counted())
    .toMatchObject([
      {
        status: 'complete',
        answers: [{ value: 10 }, { value: 'From a fox' }, { value: 4 }, { value: ['b', 'a', 'c'] }],
      },
    ])
})

test('an answer waits on the disk while the endpoint is down, and the survey goes on after a reload', async ({
  tab,
  site,
}) => {
  site.reply = () => ({ status: 503, lose: true })
  await tab.goto(shop(site))
  await purchase(tab)
  await press(tab, 'label:nth-child(4)')
  await find(tab, 'textarea')
  await tab.type(ours('textarea'), 'It came la')
  site.reply = () => ({})
  await tab.reload()
  await find(tab, 'textarea')
  expect(await read(tab, 'textarea')).toBe('It came la')
  await press(tab, '.close')
  await expect.poll(() => site.counted()).toMatchObject([{ status: 'partial', answers: [{ value: 3 }] }])
})

test('two tabs send what was answered once', async ({ tab, site }) => {
  site.reply = () => ({ status: 503, lose: true })
  await tab.goto(shop(site, { survey: { questions: [questions[0]] } }))
  const other = await tab.browserContext().newPage()
  await other.goto(`${site.url}/`)
  await tab.bringToFront()
  await purchase(tab)
  await press(tab, 'label:nth-child(10)')
  await expect.poll(() => site.requests.length).toBeGreaterThan(0)
  site.reply = () => ({})
  await Promise.all([tab.reload(), other.reload()])
  await expect.poll(() => site.counted()).toMatchObject([{ status: 'complete', answers: [{ value: 9 }] }])
  for (const one of [tab, other]) await expect.poll(() => one.evaluate(() => window.pulso.pending())).toBe(0)
  expect(site.committed.filter(({ revision }) => revision === site.counted()[0]!.revision)).toHaveLength(1)
})

test('the page keeps its focus and its keys, and lies below whatever its styles say', async ({ tab, site }) => {
  const hostile = `<style>* { all: unset !important } div { display: none !important; transform: scale(2) !important }
    html { font-size: 40px; zoom: 2 } header { position: fixed; inset: 0; z-index: 2147483647 }</style>
    <header></header><input id="theirs">`
  await tab.goto(shop(site, { delay: '1s' }, hostile))
  await tab.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    document.addEventListener('keydown', ({ key }) => heard.push(key))
  })
  await purchase(tab)
  await tab.focus('#theirs')
  await find(tab, 'label')
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('theirs')
  await tab.keyboard.press('a')
  const box = await tab.$eval(ours('.card'), card => {
    const { x, y, width } = card.getBoundingClientRect()
    return [Math.round(x + width), Math.round(width), document.elementFromPoint(x + 40, y + 40)?.localName]
  })
  expect(box).toEqual([1280 - 24, 392, 'div'])
  await press(tab, 'label:nth-child(10)')
  await find(tab, 'textarea')
  await tab.type(ours('textarea'), 'bc')
  expect(await tab.evaluate(() => (window as never as { heard: string[] }).heard)).toEqual(['a'])
})

test('what stands in any place fits on any screen', async ({ tab, gallery, errors: _ }) => {
  for (const placement of ['popover', 'sheet', 'modal', 'bar', 'inline', 'page', 'kiosk'] as const)
    for (const width of [1280, 320])
      await test.step(`${placement} ${width}`, async () => {
        await tab.setViewport({ width, height: 700 })
        await open(tab, gallery.address({ kind: 'nps', placement }))
        expect(await tab.evaluate(misfitsIn, '')).toEqual([])
      })
})

test('axe finds nothing, and everything is in reach, in any kind', async ({ tab, gallery, errors: _ }) => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await tab.setViewport({ width: 390, height: 700 })
  const wishes: Wish[] = [
    ...kinds.map(kind => ({ kind })),
    { kind: 'nps', locale: 'ar' },
    { kind: 'choice', scheme: 'dark' },
    { kind: 'contact', state: 'wrong' },
  ]
  for (const wish of wishes)
    await test.step(JSON.stringify(wish), async () => {
      await open(tab, gallery.address({ state: 'step', ...wish }))
      expect(await tab.evaluate(misfitsIn, '')).toEqual([])
      await tab.evaluate(axe)
      const { found, seen } = await tab.evaluate(async () => {
        const { violations, passes } = await window.axe.run({ rules: { 'target-size': { enabled: true } } })
        return {
          found: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
          seen: passes.flatMap(({ nodes }) => nodes).filter(({ target }) => Array.isArray(target[0])).length,
        }
      })
      expect(found).toEqual([])
      expect(seen, 'what axe has looked at').toBeGreaterThan(10)
    })
})

async function open(tab: Page, address: string) {
  await tab.goto(address)
  await tab.waitForSelector('html[data-ready]')
  await find(tab, '.card:not([inert]) h2')
}
