import type { Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import { expect, test } from './site'

declare global {
  interface Window {
    fired: { name: string; kind?: string }[]
    run(options: object, kind?: string): void
  }
}

/** The triggers' own source, as a script that runs one and notes what it fires. */
let script = ''
test.beforeAll(async () => {
  const bundle = await rolldown({
    input: 'app',
    plugins: [
      {
        name: 'app',
        resolveId: id => (id === 'app' ? id : null),
        load: id =>
          id === 'app'
            ? `import { createEnv } from '${process.cwd()}/src/env.ts'
               import { watches, watched } from '${process.cwd()}/src/watch.ts'
               window.fired = []
               window.run = options => {
                 const kind = Object.keys(watches).find(kind => kind in options)
                 const env = createEnv(window, cause => { throw cause })
                 watched(watches[kind], options, event => fired.push(event), { env, key: 'a0', onEvent: () => () => {} })
               }`
            : null,
      },
    ],
  })
  script = (await bundle.generate({ format: 'iife' })).output[0].code
})

/** Opens a page on which a trigger runs. */
async function open(page: Page, site: { page(path: string, html: string): string }, options: object, html = '') {
  const body = `<!doctype html><html><head><title>Host</title></head><body>${html}<script>${script}</script></body></html>`
  await page.goto(site.page('/', body))
  await page.evaluate(options => window.run(options), options)
}

const fired = (page: Page) => page.evaluate(() => window.fired.map(({ name }) => name))
const tall = '<main style="height:4000px"></main>'

test('a pointer that goes out at the top is about to leave, one that moves on the page is not', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await open(page, site, { exit: true }, '<p>Text</p>')
  await page.mouse.move(400, 300)
  await page.mouse.move(20, 30)
  expect(await fired(page)).toEqual([])
  await page.mouse.move(400, -5)
  await expect.poll(() => fired(page)).toEqual(['pointer'])
})

test('a wheel that turns the page through half of it is a scroll of 50 %', async ({ page, site, hostErrors: _ }) => {
  await open(page, site, { scroll: 50 }, tall)
  await page.mouse.move(400, 300)
  await page.mouse.wheel(0, 800)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(800)
  expect(await fired(page)).toEqual([])
  await page.mouse.wheel(0, 900)
  await expect.poll(() => fired(page)).toEqual(['50%'])
})

test('a page that needs no scrolling is at its end', async ({ page, site, hostErrors: _ }) => {
  await open(page, site, { scroll: 100 }, '<p>Short</p>')
  await expect.poll(() => fired(page)).toEqual(['100%'])
})

test('a page is not at its end while its content is to come, nor where an element scrolls in its place', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await open(page, site, { scroll: 80 })
  await page.waitForTimeout(2500)
  await page.evaluate(html => document.body.insertAdjacentHTML('beforeend', html), tall)
  await page.waitForTimeout(4000)
  expect(await fired(page)).toEqual([])
  const main = '<main style="position:fixed;inset:0 0 0 200px;overflow:auto"><p style="height:4000px">Text</p></main>'
  await open(page, site, { scroll: 80 }, main)
  await page.waitForTimeout(6500)
  expect(await fired(page)).toEqual([])
})

test('a wheel over a list that appeared later scrolls the list, not the page', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await open(page, site, { scroll: 50, in: '#list' })
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'afterbegin',
      '<div id="list" style="height:300px;overflow:auto"><p style="height:2000px">',
    )
  })
  await page.mouse.move(100, 100)
  await page.mouse.wheel(0, 1200)
  await expect.poll(() => fired(page)).toEqual(['50%'])
})

test('a click in a shadow root is found by what is in it', async ({ page, site, hostErrors: _ }) => {
  await open(page, site, { click: '.cancel' }, '<div id="host"></div>')
  await page.evaluate(() => {
    document.querySelector('#host')!.attachShadow({ mode: 'open' }).innerHTML =
      '<button>Keep</button><button class="cancel"><b>Cancel</b></button>'
  })
  await page.getByText('Keep').click()
  expect(await fired(page)).toEqual([])
  await page.getByText('Cancel').click()
  await expect.poll(() => fired(page)).toEqual(['.cancel'])
})

test('an element that is added later, and replaced, fires when it is scrolled into view', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await open(page, site, { visible: '#reviews' }, tall)
  for (const text of ['Old', 'New']) {
    await page.evaluate(text => {
      document.querySelector('main')!.innerHTML =
        `<section id="reviews" style="position:absolute;top:3000px;height:2500px">${text}</section>`
    }, text)
  }
  await page.mouse.move(400, 300)
  await page.mouse.wheel(0, 2300)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(2300)
  expect(await fired(page)).toEqual([])
  await page.mouse.wheel(0, 700)
  await expect.poll(() => fired(page)).toEqual(['#reviews'])
})

test('keys keep a visitor from being idle', async ({ page, site, hostErrors: _ }) => {
  await page.clock.install()
  await open(page, site, { idle: '30s' }, '<input>')
  await page.clock.runFor(29_000)
  await page.keyboard.press('a')
  await page.clock.runFor(29_000)
  expect(await fired(page)).toEqual([])
  await page.clock.runFor(2_000)
  expect(await fired(page)).toEqual(['30s'])
})

test('a form that is typed in and sent is not abandoned, one that is left is', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.clock.install()
  await open(page, site, { form: '#join' }, '<form id="join" onsubmit="return false"><input></form>')
  await page.getByRole('textbox').fill('me')
  await page.keyboard.press('Enter')
  await page.clock.runFor(40_000)
  expect(await fired(page)).toEqual([])
  await page.keyboard.type('more')
  await page.clock.runFor(31_000)
  expect(await fired(page)).toEqual(['#join'])
})

test('a script of the page that fails is noticed', async ({ page, site }) => {
  await open(page, site, { error: true })
  await page.evaluate(() => void setTimeout(() => (undefined as never as () => void)()))
  await expect.poll(() => fired(page)).toEqual(['error'])
})

test('three quick clicks on what does nothing are rage, on a number field they are not', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await open(page, site, { rage: true }, '<div><input type="number"></div><div><button>Pay</button></div>')
  await page.getByRole('spinbutton').click({ clickCount: 3 })
  await page.getByRole('spinbutton').click({ clickCount: 3 })
  expect(await fired(page)).toEqual([])
  await page.getByRole('button').click({ clickCount: 3 })
  await expect.poll(() => fired(page)).toEqual(['rage'])
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true })
  test('a step back within the page is about to leave, a link to an anchor and a step forward are not', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await open(page, site, { exit: true, scope: 'session' }, '<a href="#there">There</a>')
    await page.getByText('There').tap()
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#there')
    expect(await fired(page)).toEqual([])
    await page.evaluate(() => history.back())
    await expect.poll(() => fired(page)).toEqual(['back'])
    await page.evaluate(() => history.forward())
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#there')
    expect(await fired(page)).toEqual(['back'])
  })

  test('a fast scroll up after one down is about to leave, a slow one is not', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await open(page, site, { exit: true }, `<meta name="viewport" content="width=device-width">${tall}`)
    const cdp = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 200, y }] })
    /** Draws a finger from one height to another, so many pixels a step. */
    const swipe = async (from: number, to: number, step: number) => {
      await touch('touchStart', from)
      for (let y = from; Math.abs(to - y) >= step; y += Math.sign(to - from) * step) await touch('touchMove', y)
      await touch('touchEnd')
    }
    for (let times = 0; times < 3; times++) await swipe(750, 50, 50)
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1200)
    await swipe(300, 340, 1)
    expect(await fired(page)).toEqual([])
    await swipe(50, 750, 100)
    await expect.poll(() => fired(page).then(([first]) => first)).toBe('scroll')
  })
})

for (const api of ['the Navigation API', 'history, which another script has wrapped since'] as const) {
  test(`a trigger keeps to its pages: told by ${api}`, async ({ page, site, hostErrors: _ }) => {
    if (api !== 'the Navigation API') {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'navigation', { value: undefined })
      })
    }
    await open(page, site, { click: 'button', page: '/cart*' }, '<button>Go</button>')
    await page.evaluate(() => {
      const own = history.pushState
      history.pushState = function (...args) {
        return own.apply(this, args)
      }
    })
    const click = () => page.getByRole('button').click()
    const to = (path: string) => page.evaluate(path => history.pushState(null, '', path), path)
    await click()
    await to('/cart/1')
    await click()
    await expect.poll(() => fired(page)).toEqual(['button'])
    await to('/help')
    await click()
    await page.evaluate(() => history.back())
    await expect.poll(() => page.evaluate(() => location.pathname)).toBe('/cart/1')
    await click()
    await expect.poll(() => fired(page)).toEqual(['button', 'button'])
  })
}

test('the time of a session goes on over loads, and the hidden tab keeps it', async ({ page, site, hostErrors: _ }) => {
  await page.clock.install()
  const options = { delay: '1m', scope: 'session' }
  await open(page, site, options)
  await page.clock.runFor(45_000)
  await open(page, site, options)
  const kept = await page.evaluate(() => Number(sessionStorage.getItem('pulso:time:a0')))
  expect(kept).toBeGreaterThanOrEqual(45_000)
  await page.clock.runFor(10_000)
  expect(await fired(page)).toEqual([])
  await page.clock.runFor(6_000)
  expect(await fired(page)).toEqual(['1m'])
})
