import type { Page } from '@playwright/test'
import { expect, quickPage, type Site, survey, tagged, test } from './site'

const config = (site: Site) =>
  `<script type="application/json" data-pulso>${JSON.stringify({
    endpoint: site.endpoint,
    surveys: {
      quick: {
        questions: [
          { id: 'nps', kind: 'nps' },
          { id: 'why', kind: 'text' },
        ],
      },
    },
  })}</script>`

/** What is drawn, as far as it matters: where, how large, in which colours and letters. */
const look = (page: Page) =>
  page.locator('.card').evaluate(card => {
    const wanted = [
      'color',
      'backgroundColor',
      'fontSize',
      'fontFamily',
      'fontWeight',
      'lineHeight',
      'textAlign',
      'opacity',
    ]
    return [card, ...card.querySelectorAll<HTMLElement>('h2,.scale,.scale span,.ends span,button,svg')].map(element => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const style = getComputedStyle(element) as unknown as Record<string, string>
      const box = [innerWidth - x, innerHeight - y, width, height].map(Math.round)
      return `${element.tagName} ${box} ${wanted.map(name => style[name])} ${style.display} ${style.visibility}`
    })
  })
const show = async (page: Page) => {
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => window.pulso.show('quick', { force: true }))
  await expect(survey(page).region).toBeVisible()
  await page.waitForLoadState('networkidle')
}
const finish = async (page: Page, site: Site) => {
  await survey(page).pick(9)
  await survey(page).comment.fill('Still here')
  await survey(page).submit.click()
  await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ status: 'complete', answers: [{ value: 9 }, { value: 'Still here' }] }])
}

const hostile: Record<string, string> = {
  'says !important to everything':
    '<style>* { all: unset !important; font: 99px fantasy !important; color: red !important; border: 9px dotted !important }</style>',
  'hides every element that it does not know':
    '<style>div, div *, [data-pulso] { display: none !important; opacity: 0 !important; visibility: hidden !important; transform: scale(0) !important }</style>',
  'has a huge root font, a transformed and filtered body, and hides what overflows it':
    '<style>html { font-size: 62px } body { transform: translateX(0); filter: grayscale(1); overflow: hidden; contain: paint; perspective: 9px; height: 100px }</style>',
  'stacks to the highest index':
    '<style>main::before { content: ""; position: fixed; inset: 0; z-index: 2147483647; background: #f0f8 }</style>',
  'styles buttons, inputs, headings, labels, svg and ::before':
    '<style>button,input,label,h2,svg,p { width: 500px !important; margin: 40px !important; float: left !important } *::before { content: "x" !important; display: block !important }</style>',
  'has animations of the same names and layers of its own':
    '<style>@layer a; @keyframes arrive { to { transform: scale(9) } } @keyframes step { to { opacity: 0 } } :root { --paper: red; --ink: red; --accent: red; --muted: red; --radius: 90px }</style>',
}

for (const [what, style] of Object.entries(hostile)) {
  test(`a page that ${what} changes nothing of a survey`, async ({ page, site, hostErrors: _ }) => {
    await page.goto(site.page('/clean', tagged('', config(site))))
    await show(page)
    const clean = await look(page)
    await page.goto(site.page('/', tagged('', config(site)).replace('</head>', `${style}</head>`)))
    await show(page)
    expect(await look(page)).toEqual(clean)
    await finish(page, site)
  })
}

test('a page that runs from right to left, is zoomed, and has another base, gets the same answer', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const html = tagged('', config(site))
    .replace('<html lang="en">', '<html lang="en" dir="rtl" style="zoom: 1.5">')
    .replace('<head>', '<head><base href="https://elsewhere.example/deep/" target="_top">')
    .replaceAll('src="/', `src="${site.url}/`)
  await page.goto(site.page('/', html))
  await show(page)
  expect(await page.locator('.card').evaluate(card => getComputedStyle(card).direction)).toBe('ltr')
  await finish(page, site)
})

test('built-ins that an old library has patched do a survey no harm', async ({ page, site, hostErrors: _ }) => {
  const patches = `<script>
    Object.prototype.each = function () {}
    Array.prototype.each = function () {}
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']' }
    Date.prototype.toJSON = function () { return '"' + this.getTime() + '"' }
    Array.from = function (list) { return Array.prototype.slice.call(list) }
    Array.prototype.flat = function () { return this.concat.apply([], this) }
    String.prototype.evalJSON = function () { return {} }
    Function.prototype.bind = function (context) { var method = this; return function () { return method.apply(context, arguments) } }
    Element.prototype.show = Element.prototype.hide = Element.prototype.update = function () { throw new Error('theirs') }
    Event.prototype.stop = function () {}
  </script>`
  await page.goto(site.page('/', tagged('', config(site)).replace('<head>', `<head>${patches}`)))
  await show(page)
  await finish(page, site)
})

test('a survey waits for a modal dialog of the page, the browser’s own or a drawn one', async ({
  page,
  site,
  hostErrors: _,
}) => {
  for (const modal of ['native', 'drawn']) {
    await page.goto(quickPage(site))
    await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
    await page.evaluate(modal => {
      const dialog = document.body.appendChild(document.createElement('dialog'))
      dialog.id = 'theirs'
      dialog.textContent = 'Theirs'
      if (modal === 'native') dialog.showModal()
      else {
        dialog.setAttribute('aria-modal', 'true')
        dialog.show()
      }
      window.pulso.show('quick', { force: true })
    }, modal)
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(500)
    await expect(survey(page).region).toHaveCount(0)
    await page.evaluate(() => (document.querySelector('#theirs') as HTMLDialogElement).close())
    await expect(survey(page).region).toBeVisible()
    await survey(page).score(3).click({ force: true })
    await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
  }
})

test('a survey stands in a shadow root of the page, and answers there', async ({ page, site, hostErrors: _ }) => {
  await page.goto(site.page('/', tagged('', config(site))))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => {
    const element = document.body.appendChild(document.createElement('section'))
    const into = element.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
    return window.pulso.show('quick', { into, force: true })
  })
  await finish(page, site)
})

test('nothing on the page moves when a survey comes, goes on and leaves', async ({ page, site, hostErrors: _ }) => {
  await page.goto(site.page('/', tagged('', config(site))))
  const where = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('main *')].map(element => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return [x, y, width, height]
      }),
    )
  const before = await where()
  await show(page)
  expect(await where()).toEqual(before)
  await survey(page).pick(2)
  await expect(survey(page).comment).toBeVisible()
  expect(await where()).toEqual(before)
  await survey(page).close.click()
  expect(await where()).toEqual(before)
})
