import type { Page } from '@playwright/test'
import { expect, type Site, survey, test } from './site'

interface Host {
  /** Before our script. */
  head?: string
  body?: string
  html?: string
}

/** A host's page with a survey of its configuration, and whatever else the host is up to. */
const hosted = (site: Site, { head = '', body = '', html = 'lang="en"' }: Host = {}, path = '/', change: object = {}) =>
  site.page(
    path,
    `<!doctype html><html ${html}><head><title>Host</title>${head}
    <script async src="${site.url}/pulso.js"></script></head>
    <body><main><h1>Host page</h1><button>Theirs</button>${body}</main>
    <script type="application/json" data-pulso>${JSON.stringify({
      endpoint: site.endpoint,
      surveys: { quick: { questions: [{ id: 'nps', kind: 'nps' }] } },
      ...change,
    })}</script></body></html>`,
  )
const style = (css: string): Host => ({ head: `<style>${css}</style>` })

const ready = (page: Page) => page.waitForFunction(() => 'show' in (window.pulso ?? {}))
async function show(page: Page) {
  await ready(page)
  expect(await page.evaluate(() => window.pulso.show('quick', { force: true }))).toBe(true)
}
/** An answer that a pointer gives reaches the endpoint, as it was given. */
async function answers(page: Page, site: Site, number: number) {
  const before = site.counted().length
  await survey(page).pick(number)
  await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
  await expect.poll(() => site.counted().length).toBe(before + 1)
  expect(site.counted().at(-1)).toMatchObject({
    status: 'complete',
    answers: [{ question: 'nps', kind: 'nps', value: number, scale: [0, 10] }],
  })
}

/** How the survey looks: where it stands, how large it is, and whatever a page's styles could have changed. */
const looks = (page: Page, stands = false) =>
  page.evaluate(stands => {
    const { shadowRoot } = document.querySelector('div[data-pulso]')!
    const wanted =
      'display visibility opacity color background-color font-family font-size font-weight font-style line-height letter-spacing word-spacing text-transform text-align text-indent text-shadow white-space direction cursor pointer-events user-select border-top-width border-top-color border-top-left-radius padding-top padding-left margin-top margin-left box-sizing box-shadow transform filter clip-path animation-name'
    const shown = [...shadowRoot!.querySelectorAll('.tab, .card, .card *')]
    // From the corner that it stands in: a scrollbar of the page may move that. In a page, from where that put it.
    const { x: clientWidth, y: clientHeight } = stands
      ? shown[0]!.getBoundingClientRect()
      : { x: document.documentElement.clientWidth, y: document.documentElement.clientHeight }
    const seen = shown.map(element => {
      const style = getComputedStyle(element)
      const { x, y, width, height } = element.getBoundingClientRect()
      return {
        name: `${element.localName} ${element.getAttribute('class')}`,
        box: [clientWidth - x, clientHeight - y, width, height].map(Math.round),
        style: Object.fromEntries(wanted.split(' ').map(name => [name, style.getPropertyValue(name)])),
      }
    })
    const covered = [...shadowRoot!.querySelectorAll('.scale label')].filter(label => {
      const { x, y, width, height } = label.getBoundingClientRect()
      const [left, top] = [x + width / 2, y + height / 2]
      const outer = document.elementFromPoint(left, top)
      return outer?.shadowRoot !== shadowRoot || !label.contains(shadowRoot!.elementFromPoint(left, top))
    })
    return { seen, covered: covered.length }
  }, stands)

test.describe('a survey looks the same and is answered', () => {
  const overlay =
    '<div style="position:fixed;inset:0;z-index:2147483647;background:#fff">A host that likes to be on top</div>'
  const hostile: Record<string, Host> = {
    'where every element is unset and written in 99 px': style(
      '* { all: unset !important; font-size: 99px !important; color: red !important; opacity: .1 !important }',
    ),
    'where everything in the body is hidden': style(
      'body * { all: unset !important; display: none !important; visibility: hidden !important; font-size: 99px !important }',
    ),
    'where no div is shown': style('div { display: none !important } div:empty { display: none !important }'),
    'where a reset reaches everything': style(
      '*, *::before, *::after { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: content-box !important; font: inherit !important; position: static !important; float: left !important; width: 1px !important; max-height: 1px !important; transition: all 9s !important; animation: none !important }',
    ),
    'where a letter of the page is 40 px high, and spaced, and capital': style(
      'html { font-size: 40px } body { font: italic 900 30px/3 fantasy; letter-spacing: 9px; word-spacing: 20px; text-transform: uppercase; text-align: right; text-indent: 4em; text-shadow: 0 0 4px red; white-space: pre; cursor: none; color: #eee; user-select: none; pointer-events: none; visibility: hidden }',
    ),
    'where buttons, inputs, labels and headings have styles of their own': style(
      'button, input, label, h2, p, span, svg, path, small { all: initial !important; background: lime !important; display: block !important; width: 300px !important; position: absolute !important } [role], [data-pulso], [popover] { display: none !important; transform: scale(3) !important; inset: 0 !important; width: 9px !important }',
    ),
    'where the body is turned, filtered, clipped and contained': style(
      'body { transform: rotate(5deg) scale(.5); filter: blur(4px); overflow: hidden; opacity: .2; perspective: 10px; clip-path: circle(10px); contain: strict; height: 40px; will-change: transform; mix-blend-mode: multiply }',
    ),
    'under an overlay as high as an index goes': { body: overlay.repeat(2) },
    'where the page is written from right to left': { html: 'lang="en" dir="rtl"' },
    'where links lead to other windows and other places': {
      head: '<base href="https://example.com/a/" target="_blank">',
    },
    'where custom properties have our names': style(
      ':root, * { --paper: red; --ink: lime; --radius: 99px; --font: fantasy; --accent: red; --cell: blue; --muted: pink; --edge: red; --room: 90px; --covered: 50px; --hover: red }',
    ),
    'where custom properties with our names have a type and are not handed down': style(
      ['accent', 'paper', 'ink', 'cell', 'muted', 'edge', 'hover', 'ring', 'on-accent']
        .map(name => `@property --${name} { syntax: '<color>'; inherits: false; initial-value: red }`)
        .concat("@property --radius { syntax: '<length>'; inherits: false; initial-value: 1px }")
        .join(' '),
    ),
    'where animations and layers have our names': style(
      '@layer a; @keyframes arrive { to { transform: scale(9) } } @keyframes step { to { opacity: 0 } }',
    ),
    'in a page of quirks': { html: 'lang="en" style="height: 100%"', body: '<table><tr><td>Old</table>' },
  }
  for (const [where, host] of Object.entries(hostile)) {
    test(where, async ({ page, site, hostErrors: _ }) => {
      await page.goto(hosted(site, {}, '/clean'))
      await show(page)
      await page.waitForLoadState('networkidle') // the styles that come after the first question
      const clean = await looks(page)
      expect(clean.seen.length).toBeGreaterThan(30)
      expect(clean.covered).toBe(0)
      await page.evaluate(() => window.pulso.dismiss())
      await page.goto(hosted(site, host))
      await show(page)
      await page.waitForLoadState('networkidle')
      expect(await looks(page)).toEqual(clean)
      await answers(page, site, 7)
    })
  }

  const places: Record<string, { kind: string; edge?: string; width?: number }> = {
    'in a box of the page': { kind: 'inline' },
    'as a bar': { kind: 'bar' },
    'as a bar at the top': { kind: 'bar', edge: 'top' },
    'as a modal': { kind: 'modal' },
    'as a tab': { kind: 'tab' },
    'as a page of its own': { kind: 'page' },
    'at a kiosk': { kind: 'kiosk' },
    'as a sheet': { kind: 'sheet', width: 390 },
    'as a popover on a narrow screen': { kind: 'popover', width: 390 },
  }
  for (const [place, { width = 1280, ...placement }] of Object.entries(places)) {
    test(`in every one of these pages ${place}`, async ({ page, site, hostErrors: _ }) => {
      const survey = { questions: [{ id: 'nps', kind: 'nps' }] }
      const isInline = placement.kind === 'inline'
      const open = async (host: Host) => {
        await page.goto(hosted(site, host, '/', { touchpoints: [{ id: 'here', placement, survey }] }))
        await ready(page)
        if (!/tab|page|kiosk/.test(placement.kind))
          await page.evaluate(isInline => {
            // What an inline survey is put into is the page's own, so this one is a box that no style reaches.
            const into = document.createElement('section')
            into.style.cssText = 'all: initial !important; display: block !important; width: 600px !important'
            document.documentElement.append(into)
            return window.pulso.show('here', { force: true, ...(isInline && { into }) })
          }, isInline)
        await page.locator('[data-pulso] :is(.card:not([inert]), .tab)').waitFor()
        await page.waitForLoadState('networkidle') // the styles that come after the first question
        await page.locator('.card, .tab').scrollIntoViewIfNeeded()
      }
      await page.setViewportSize({ width, height: 800 })
      await open({})
      const clean = await looks(page, isInline)
      for (const [where, host] of Object.entries(hostile)) {
        if (isInline && host.body?.includes('fixed')) continue // what lies over the page lies over what is in it
        await open(host)
        await expect.poll(() => looks(page, isInline), where).toEqual(clean)
      }
    })
  }

  test('where the page is zoomed, it is zoomed with it', async ({ page, site, hostErrors: _ }) => {
    await page.goto(hosted(site, style('html { zoom: 1.5; font-size: 40px }')))
    await show(page)
    const { width } = (await page.locator('.card').boundingBox())!
    expect(Math.round(width)).toBe(392 * 1.5)
    expect((await looks(page)).covered).toBe(0)
    await answers(page, site, 7)
  })
})

test.describe('an answer is delivered as it was given', () => {
  const patched: Record<string, () => void> = {
    'where libraries have added to every prototype': () => {
      const extras = ['each', 'inject', 'pluck', 'invoke', 'extend', 'clone', 'type', 'name', 'value', 'kind', 'at']
      for (const { prototype } of [Object, Array, String, Number, Function, Element, Event, Promise] as {
        prototype: object
      }[])
        for (const name of extras)
          if (!(name in prototype))
            Object.defineProperty(prototype, name, { value() {}, enumerable: true, writable: true, configurable: true })
    },
    'where arrays work in their own way': () => {
      const { prototype } = Array
      const { map, filter } = prototype
      prototype.map = function (this: unknown[], callback: never) {
        return map.call(this, callback ?? ((one: unknown) => one))
      } as never
      prototype.filter = function (this: unknown[], callback: never) {
        return filter.call(this, callback)
      } as never
      prototype.flat = function (this: unknown[]) {
        return prototype.concat.apply([], this as never[])
      } as never
      Array.from = ((iterable: ArrayLike<unknown> | undefined) => {
        if (!iterable) return []
        const results = new Array(iterable.length || 0)
        for (let index = 0; index < results.length; index++) results[index] = iterable[index]
        return results
      }) as never
    },
    'where everything knows how to turn itself into JSON': () => {
      // As Prototype 1.6 does: a text in quotes, in place of what JSON would have made.
      const toJSON = {
        value(this: unknown) {
          return Array.isArray(this) ? `[${this}]` : `"${this}"`
        },
        enumerable: true,
        configurable: true,
        writable: true,
      }
      for (const { prototype } of [Array, String, Date]) Object.defineProperty(prototype, 'toJSON', toJSON)
    },
    'where elements have methods of a library': () => {
      for (const name of ['show', 'hide', 'remove', 'replace', 'update', 'select', 'empty', 'toggle', 'on', 'observe'])
        if (!(name in HTMLElement.prototype))
          Object.assign(HTMLElement.prototype, {
            [name]() {
              throw new Error('theirs')
            },
          })
      Object.assign(window, {
        $: () => null,
        $$: () => [],
        Class: {},
        Element: Object.assign(window.Element, { Methods: {} }),
      })
      Object.assign(window, { Hash: class {}, Prototype: { Version: '1.7' }, MooTools: { version: '1.6' } })
    },
    'where promises and dates are those of a library': () => {
      // As a tracker of asynchronous work, or a library of fake time, leaves them.
      const [NativePromise, NativeDate] = [Promise, Date]
      class ZonePromise<T> extends NativePromise<T> {
        // biome-ignore lint/suspicious/noThenProperty: this is what such a tracker does
        override then<A = T, B = never>(...given: Parameters<Promise<T>['then']>) {
          return super.then(...given) as Promise<A | B>
        }
      }
      class FixedDate extends NativeDate {
        constructor(...given: [number]) {
          super(...(given.length ? given : ([1.7e12] as [number])))
        }
        static override now = () => 1.7e12
      }
      Object.assign(window, { Promise: ZonePromise, Date: FixedDate })
    },
    'where Date.now gives no number': () => {
      Date.now = () => Number.NaN
    },
    'where Date.now throws': () => {
      Date.now = () => {
        throw new Error('theirs')
      }
    },
    'where the clock, JSON and crypto are wrapped by a monitor': () => {
      const { stringify, parse } = JSON
      JSON.stringify = ((...given: [unknown]) => stringify(...given)) as never
      JSON.parse = ((...given: [string]) => parse(...given)) as never
      const { setTimeout, fetch, addEventListener } = window
      Object.assign(window, {
        setTimeout: (...given: [TimerHandler]) => setTimeout(...given),
        fetch: (...given: [string]) => fetch(...given),
      })
      EventTarget.prototype.addEventListener = function (this: EventTarget, ...given: unknown[]) {
        return addEventListener.apply(this, given as never)
      } as never
    },
  }
  for (const [where, patch] of Object.entries(patched)) {
    test(where, async ({ page, site, hostErrors: _ }) => {
      await page.goto(hosted(site, { head: `<script>(${patch})()</script>` }))
      await show(page)
      await answers(page, site, 8)
      await page.evaluate(() => window.pulso.dismiss())
      await expect(survey(page).region).toHaveCount(0)
    })
  }
})

test.describe('keys', () => {
  const listen = (page: Page) =>
    page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      for (const [name, target] of Object.entries({ document, window, body: document.body }))
        for (const type of ['keydown', 'keypress', 'keyup'])
          target.addEventListener(type, event => {
            const { key, defaultPrevented } = event as KeyboardEvent
            heard.push(`${name} ${type} ${key}${defaultPrevented ? ' prevented' : ''}`)
          })
    })
  const heard = (page: Page) => page.evaluate(() => (window as never as { heard: string[] }).heard.splice(0))

  test('that are typed in a survey are heard by no shortcut of the page', async ({ page, site, hostErrors: _ }) => {
    await page.goto(hosted(site))
    await listen(page)
    await show(page)
    await survey(page).score(0).focus()
    await heard(page)
    for (const key of ['j', 'g', '5', 'ArrowRight', 'End', 'Home', '?', 'Enter']) await page.keyboard.press(key)
    await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeFocused()
    await page.keyboard.press('k')
    expect(await heard(page)).toEqual([])
  })

  test('whose end comes after the survey has gone are still the survey’s, and the next is the page’s', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await page.goto(hosted(site))
    await listen(page)
    const theirs = page.getByRole('button', { name: 'Theirs' })
    await page.evaluate(() => {
      Object.assign(window, { clicks: 0 })
      document
        .querySelector('button')!
        .addEventListener('click', () => (window as never as { clicks: number }).clicks++)
    })
    await theirs.focus()
    const arrived = page.waitForResponse(/\/more\.js/)
    await show(page)
    await arrived
    await page.locator('.card .scale').evaluate(() => new Promise(done => setTimeout(done, 100))) // it is run, too
    await survey(page).score(0).focus()
    await heard(page)
    await page.keyboard.press('Escape')
    await expect(survey(page).region).toHaveCount(0)
    expect(await heard(page)).toEqual([])
    await page.keyboard.press('k')
    expect(await heard(page)).toContain('document keyup k')

    // What goes down in the page comes up in it.
    await show(page)
    await survey(page).score(0).focus()
    await theirs.focus()
    await page.keyboard.down('w')
    await survey(page).close.click()
    await page.keyboard.up('w')
    expect(await heard(page)).toEqual(expect.arrayContaining(['document keydown w', 'document keyup w']))

    await theirs.focus()
    await show(page)
    await survey(page).close.focus()
    await heard(page)
    for (let times = 0; times < 4; times++) await page.keyboard.down('Enter') // held down, it repeats
    await page.keyboard.up('Enter')
    await expect(survey(page).region).toHaveCount(0)
    await expect(theirs).toBeFocused()
    expect(await page.evaluate(() => (window as never as { clicks: number }).clicks)).toBe(0)
    expect(await heard(page)).toEqual([])
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => (window as never as { clicks: number }).clicks)).toBe(1)
  })

  test('that are the page’s are heard by the page, untouched', async ({ page, site, hostErrors: _ }) => {
    await page.goto(hosted(site, { body: '<form><input aria-label="Search"></form>' }))
    await listen(page)
    await show(page)
    await page.evaluate(() => {
      const sent: string[] = []
      Object.assign(window, { sent })
      document.forms[0]!.addEventListener('submit', event => {
        event.preventDefault()
        sent.push('submit')
      })
      document.querySelector('button')!.addEventListener('click', () => sent.push('click'))
    })
    const pressed = ['5', 'Escape', 'Enter']
    await page.getByRole('textbox', { name: 'Search' }).focus()
    for (const key of pressed) await page.keyboard.press(key)
    await expect(page.getByRole('textbox', { name: 'Search' })).toHaveValue('5')
    await page.getByRole('button', { name: 'Theirs' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => (window as never as { sent: string[] }).sent)).toEqual(['submit', 'click'])
    const lines = await heard(page)
    for (const key of pressed)
      for (const target of ['body', 'document', 'window']) expect(lines).toContain(`${target} keydown ${key}`)
    expect(lines.filter(line => line.includes('prevented'))).toEqual([])
    await expect(survey(page).region).toBeVisible()
  })
})

test('a page is printed without its survey', async ({ page, site, hostErrors: _ }) => {
  await page.goto(hosted(site))
  const arrived = page.waitForResponse(/\/more\.js/)
  await show(page)
  await arrived
  await expect(survey(page).region).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(survey(page).region).toBeHidden()
  await page.emulateMedia({ media: null })
  await expect(survey(page).region).toBeVisible()
})

test('nothing of ours is left lying about in the page', async ({ page, site, hostErrors: _ }) => {
  const look = () => {
    const names = (of: object) =>
      Object.keys(of)
        .filter(name => !name.startsWith('__pw')) // the test runner's own
        .sort()
    return {
      globals: names(window),
      prototypes: [Array, Object, String, Element, HTMLElement, Event].map(
        ({ prototype }) => Object.getOwnPropertyNames(prototype).length,
      ),
      adopted: document.adoptedStyleSheets.length,
      sheets: document.styleSheets.length,
      head: [...document.head.children].map(({ localName }) => localName),
      attributes: [document.documentElement, document.body].map(element => element.getAttributeNames()),
      children: [document.documentElement, document.body].map(({ children }) =>
        [...children].map(({ localName }) => localName),
      ),
    }
  }
  await page.goto(hosted(site))
  await ready(page)
  const before = await page.evaluate(look)
  await show(page)
  const during = await page.evaluate(look)
  const [root, body] = before.children as [string[], string[]]
  expect(during).toEqual({ ...before, children: [[...root, 'div'], body] })
  await answers(page, site, 4)
  await page.evaluate(() => window.pulso.dismiss())
  await expect(survey(page).region).toHaveCount(0)
  expect(await page.evaluate(look)).toEqual(before)
})

test.describe('a survey stands', () => {
  test('in the shadow root of somebody’s own component', async ({ page, site, hostErrors: _ }) => {
    await page.goto(hosted(site, { body: '<their-card></their-card>' }))
    await ready(page)
    const shown = await page.evaluate(() => {
      const root = document.querySelector('their-card')!.attachShadow({ mode: 'open' })
      root.innerHTML = '<style>* { color: red; font-size: 40px } div { display: none }</style><section></section>'
      return window.pulso.show('quick', { into: root.querySelector('section')! })
    })
    expect(shown).toBe(true)
    await expect(survey(page).region).toBeVisible()
    expect(await page.locator('.card').evaluate(card => getComputedStyle(card).fontSize)).toBe('14px')
    await answers(page, site, 6)
  })

  test('in a closed shadow root, too', async ({ page, site, hostErrors: _ }) => {
    await page.goto(hosted(site, { body: '<their-card></their-card>' }))
    await ready(page)
    await page.evaluate(async () => {
      const root = document.querySelector('their-card')!.attachShadow({ mode: 'closed' })
      root.innerHTML = '<section></section>'
      await window.pulso.show('quick', { into: root.querySelector('section')! })
      const { shadowRoot } = root.querySelector('[data-pulso]')!
      shadowRoot!.querySelector<HTMLElement>('[type=radio][value="3"]')!.click()
    })
    await expect.poll(() => site.counted()).toMatchObject([{ status: 'complete', answers: [{ value: 3 }] }])
  })

  test('twice on one page as an element, each for itself', async ({ page, site, hostErrors: _ }) => {
    const element = '<pulso-survey survey="nps"></pulso-survey>'
    await page.goto(hosted(site, { body: element + element }))
    const [first, second] = [0, 1].map(nth => page.locator('pulso-survey').nth(nth))
    await expect(survey(page).region).toHaveCount(2)
    await first!.locator('label').filter({ hasText: /^9$/ }).click()
    await expect(first!.getByRole('textbox')).toBeVisible()
    await expect(second!.getByRole('radio', { checked: true })).toHaveCount(0)
    await second!.locator('label').filter({ hasText: /^2$/ }).click()
    await expect(second!.getByRole('textbox')).toBeVisible()
    await page.reload() // what is begun is sent when the page goes
    const values = () => site.counted().map(({ answers }) => answers[0]!.value)
    await expect.poll(() => values().sort()).toEqual([2, 9])
    expect(new Set(site.counted().map(({ id }) => id)).size).toBe(2)
  })
})

test.describe('a survey waits until the page’s own dialog is closed', () => {
  const dialogs: Record<string, string> = {
    'the browser’s': '<dialog id="theirs"><p>Their dialog</p><button>OK</button></dialog>',
    'one of their making': '<div id="theirs" role="dialog" aria-modal="true" hidden><p>Their dialog</p></div>',
    'one that says what it has hidden, and not that it is modal':
      '<div aria-hidden="true" data-aria-hidden="true">Behind</div><div id="theirs" role="alertdialog" hidden>Their dialog</div>',
    'in an element’s shadow root':
      '<their-part><template shadowrootmode="open"><dialog id="theirs"><p>Their dialog</p></dialog></template></their-part>',
    'of their making, two shadow roots down':
      '<their-app><template shadowrootmode="open"><their-part><template shadowrootmode="open"><div id="theirs" role="dialog" aria-modal="true" hidden>Their dialog</div></template></their-part></template></their-app>',
  }
  for (const [whose, body] of Object.entries(dialogs)) {
    test(whose, async ({ page, site, hostErrors: _ }) => {
      await page.goto(hosted(site, { body }))
      await ready(page)
      const theirs = page.locator('#theirs')
      await theirs.evaluate((theirs: HTMLDialogElement) => {
        if (theirs.showModal) theirs.showModal()
        else theirs.hidden = false
        Object.assign(window, { asked: window.pulso.show('quick') })
      })
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 700)))
      // Other changes in the page are no reason to begin.
      await page.evaluate(() => document.querySelector('h1')!.append('!'))
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)))
      await expect(survey(page).region).toHaveCount(0)
      expect(site.requests).toHaveLength(0)
      await theirs.evaluate((theirs: HTMLDialogElement) => {
        if (theirs.close) theirs.close()
        else theirs.hidden = true
      })
      await expect(survey(page).region).toBeVisible()
      expect(await page.evaluate(() => (window as never as { asked: Promise<boolean> }).asked)).toBe(true)
      await answers(page, site, 10)
    })
  }
})

test.describe('a survey does not wait for a dialog that is closed and only hidden', () => {
  const modal = (style: string, more = '') =>
    `<div id="theirs" role="dialog" aria-modal="true" style="position:fixed;inset:0 0 0 auto;width:300px;${style}" ${more}>Cart</div>`
  for (const [how, body] of Object.entries({
    'made invisible': modal('visibility:hidden'),
    'made transparent': modal('opacity:0;pointer-events:none'),
    'moved out of the window': modal('transform:translateX(100%)'),
    'in closed details': `<details><summary>More</summary>${modal('position:static')}</details>`,
    'made inert': modal('', 'inert'),
    'hidden from who reads by ear': `<div aria-hidden="true">${modal('z-index:-1')}</div>`,
  }))
    test(how, async ({ page, site, hostErrors: _ }) => {
      await page.goto(hosted(site, { body }))
      await show(page)
      await expect(survey(page).region).toBeVisible()
    })

  test('and waits for one that has nothing but fixed parts, until it has faded', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    const css = `#theirs { transition: opacity 300ms, visibility 300ms }
      #theirs.closed { opacity: 0; visibility: hidden }
      #theirs > div { position: fixed; inset: 0 }`
    const body = '<div id="theirs" role="dialog" aria-modal="true"><div>Cart</div></div>'
    await page.goto(hosted(site, { ...style(css), body }))
    await ready(page)
    await page.evaluate(() => {
      Object.assign(window, { asked: window.pulso.show('quick', { force: true }) })
    })
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 700)))
    await expect(survey(page).region).toHaveCount(0)
    await page.evaluate(() => document.querySelector('#theirs')!.classList.add('closed'))
    await expect(survey(page).region).toBeVisible()
    await answers(page, site, 10)
  })
})

test('a rule for every element does not turn the survey round', async ({ page, site, hostErrors: _ }) => {
  for (const [locale, direction] of [
    ['en', 'rtl'],
    ['ar', 'ltr'],
  ] as const) {
    const css = style(`* { direction: ${direction} !important }`)
    await page.goto(hosted(site, css, `/${locale}`, { locale }))
    await show(page)
    const { left, right } = await page.locator('.card').evaluate(card => {
      const { left, right } = card.getBoundingClientRect()
      return { left, right: document.documentElement.clientWidth - right }
    })
    expect(left > right ? 'ltr' : 'rtl').toBe(locale === 'en' ? 'ltr' : 'rtl')
  }
})

test('nothing of the page moves when a survey comes, goes on and goes', async ({ page, site, hostErrors: _ }) => {
  await page.goto(hosted(site, { body: '<p>Words</p>'.repeat(60) }))
  await ready(page)
  await page.evaluate(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    // Chromium counts them.
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) shifts.push((entry as never as { value: number }).value)
      }).observe({ type: 'layout-shift', buffered: true })
  })
  const where = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('main, main *')].map(element => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return [x, y, width, height]
      }),
    )
  const before = await where()
  await show(page)
  await page.waitForLoadState('networkidle') // the parts that come after the first question
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 200)))
  expect(await page.evaluate(() => (window as never as { shifts: number[] }).shifts)).toEqual([])
  expect(await where()).toEqual(before)
  await answers(page, site, 9)
  expect(await where()).toEqual(before)
  await page.evaluate(() => window.pulso.dismiss())
  await expect(survey(page).region).toHaveCount(0)
  expect(await where()).toEqual(before)
})
