import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ratio } from '../../widgets/places/contrast'
import { expect, quickPage, type Site, survey, tagged, test } from './site'

/** A page in its own colours, and a survey that has every part. */
const shop = (site: Site, css = '', config: object = {}) =>
  site.page(
    '/',
    tagged(
      '',
      `<style>${css}</style><script type="application/json" data-pulso>${JSON.stringify({
        endpoint: site.endpoint,
        optOut: true,
        touchpoints: [
          { id: 'here', survey: 'all' },
          { id: 'side', survey: 'all', placement: { kind: 'tab' } },
        ],
        surveys: {
          all: {
            questions: [
              { id: 'nps', kind: 'nps' },
              { id: 'why', kind: 'text' },
            ],
            review: { text: 'Review us', href: 'https://example.com/review' },
          },
        },
        ...config,
      })}</script>`,
    ),
  )
const show = async (page: Page, id = 'here') => {
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(id => window.pulso.show(id, { force: true }), id)
}
const seen = (page: Page, selector: string, name: string) =>
  page
    .locator(`[data-pulso]:not([data-pulso^=tab]) ${selector}`)
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name)
    .then(plain)
/** Black and white are the same in either notation. */
const plain = (colour: string) =>
  colour.replace('oklch(1 0 0)', 'rgb(255, 255, 255)').replace('oklch(0 0 0)', 'rgb(0, 0, 0)')

test('follows the colour scheme of the system while it is open', async ({ page, site, hostErrors: _ }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(quickPage(site))
  await show(page, 'quick')
  const paper = () => page.locator('.card').evaluate(card => getComputedStyle(card).backgroundColor)
  expect(await paper()).toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(paper).toBe('rgb(29, 31, 37)')
})

test('keeps to the scheme that it is told, whatever the system has', async ({ page, site, hostErrors: _ }) => {
  for (const [scheme, colorScheme, paper] of [
    ['dark', 'light', 'rgb(29, 31, 37)'],
    ['light', 'dark', 'rgb(255, 255, 255)'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto(shop(site, '', { theme: { scheme } }))
    await show(page)
    expect(await seen(page, '.card', 'background-color')).toBe(paper)
    await page.goto(shop(site, `:root { --pulso-scheme: ${scheme} }`))
    await show(page)
    expect(await seen(page, '.card', 'background-color')).toBe(paper)
  }
})

const values = {
  accent: '#0a5c36',
  paper: '#fff8ec',
  ink: '#3d2a1c',
  radius: '4px',
  font: 'Georgia, serif',
}
for (const [how, css, theme] of [
  [
    'the page’s custom properties',
    `main { ${Object.entries(values)
      .map(([name, value]) => `--pulso-${name}: ${value}`)
      .join(';')} }`,
    undefined,
  ],
  ['the configuration', '', values],
] as const)
  test(`takes its looks from ${how}, and one accent is enough for the rest`, async ({ page, site, hostErrors: _ }) => {
    const warnings: string[] = []
    page.on('console', message => message.type() === 'warning' && warnings.push(message.text()))
    await page.goto(shop(site, css, theme && { theme }))
    await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
    await page.evaluate(() => window.pulso.show('here', { into: document.querySelector('main')! }))
    await survey(page).region.waitFor()
    expect(await seen(page, '.card', 'background-color')).toBe('rgb(255, 248, 236)')
    expect(await seen(page, '.card', 'color')).toBe('rgb(61, 42, 28)')
    expect(await seen(page, '.card', 'border-top-left-radius')).toBe('4px')
    expect(await seen(page, 'h2', 'font-family')).toBe('Georgia, serif')
    await survey(page).pick(7)
    await survey(page).comment.waitFor()
    expect(await seen(page, '.go', 'background-color')).toBe('rgb(10, 92, 54)')
    await expect.poll(() => seen(page, '.go', 'color')).toBe('rgb(255, 255, 255)')
    expect(warnings).toEqual([])
  })

test('follows a page that changes its theme while a survey and a tab stand', async ({ page, site, hostErrors: _ }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(
    shop(site, ':root { --pulso-accent: #0a5c36 } :root.dark { --pulso-accent: #9be7c4; --pulso-scheme: dark }'),
  )
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => window.pulso.show('here', { into: document.querySelector('main')! }))
  await survey(page).pick(7)
  await survey(page).comment.waitFor()
  await page.waitForLoadState('networkidle')
  const tab = page.getByRole('button', { name: 'Feedback' })
  const looks = async () => [
    await seen(page, '.card', 'background-color'),
    await seen(page, '.go', 'background-color'),
    await seen(page, '.go', 'color'),
    ...(await tab.evaluate(tab => [getComputedStyle(tab).backgroundColor, getComputedStyle(tab).color])).map(plain),
  ]
  const [white, black] = ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']
  const light = [white, 'rgb(10, 92, 54)', white, 'rgb(10, 92, 54)', white]
  const dark = ['rgb(29, 31, 37)', 'rgb(155, 231, 196)', black, 'rgb(155, 231, 196)', black]
  await expect.poll(looks).toEqual(light)
  await page.evaluate(() => document.documentElement.classList.add('dark'))
  await expect.poll(looks).toEqual(dark)
  await page.evaluate(() => document.documentElement.classList.remove('dark'))
  await expect.poll(looks).toEqual(light)
})

for (const [accent, scheme, text] of [
  ['#0a5c36', 'light', 'rgb(255, 255, 255)'],
  ['#f5a3c7', 'dark', 'rgb(0, 0, 0)'],
] as const)
  test(`has the text on an accent of ${accent} in what stands out more`, async ({ page, site, hostErrors: _ }) => {
    await page.goto(shop(site, '', { theme: { accent, scheme } }))
    await show(page)
    await survey(page).pick(3)
    await survey(page).comment.waitFor()
    await expect.poll(() => seen(page, '.go', 'color')).toBe(text)
  })

test('an ink that is faint on what a button shades is corrected, and so is our red on a paper between light and dark', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const colour = async (selector: string, name = 'color') =>
    (await seen(page, selector, name))
      .match(/[\d.]+/g)!
      .slice(0, 3)
      .map(Number) as [number, number, number]
  await page.goto(shop(site, '', { theme: { scheme: 'light', paper: '#fff', ink: '#767676' } }))
  await show(page)
  await expect.poll(() => seen(page, '.card', 'color')).toBe('rgb(0, 0, 0)')
  await page.goto(shop(site, '', { theme: { paper: '#9a9a9a' } }))
  await show(page)
  await survey(page).pick(3)
  await survey(page).comment.waitFor()
  for (const name of ['error', 'star'])
    expect(
      await page.locator('.card').evaluate((card, name) => getComputedStyle(card).getPropertyValue(`--_${name}`), name),
    ).toBe('rgb(22 24 29)') // the ink
  expect(ratio(await colour('.card'), await colour('.card', 'background-color'))).toBeGreaterThanOrEqual(4.5)
})

test('the edge of a field stands out from the paper, whatever the ink and the scheme', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const colour = async (selector: string, name: string) => {
    const found = await seen(page, selector, name)
    const most = found.startsWith('color') ? 255 : 1
    return found
      .match(/[\d.]+/g)!
      .slice(0, 3)
      .map(part => Number(part) * most) as [number, number, number]
  }
  for (const [ink, scheme] of [
    ['#333', 'light'],
    ['#444', 'light'],
    ['#555', 'light'],
    ['#bbb', 'dark'],
    [undefined, 'light'],
    [undefined, 'dark'],
  ] as const) {
    await page.goto(shop(site, '', { theme: { scheme, ...(ink && { ink }) } }))
    await show(page)
    await survey(page).pick(3)
    await survey(page).comment.waitFor()
    const edge = await colour('.field', 'border-top-color')
    expect(ratio(edge, await colour('.card', 'background-color')), `${ink} ${scheme}`).toBeGreaterThanOrEqual(3)
    await survey(page).close.click()
  }
})

test('colours that let others through are measured as they come out, a tab’s too', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const lines: string[] = []
  page.on('console', message => message.type() === 'warning' && lines.push(message.text()))
  const theme = { scheme: 'light', accent: '#0000ff20', paper: '#ffffff80', ink: '#00000030' } as const
  await page.goto(shop(site, 'body { background: #000 }', { theme }))
  await page.getByRole('button', { name: 'Feedback' }).waitFor()
  const tab = await page
    .getByRole('button', { name: 'Feedback' })
    .evaluate(tab => [getComputedStyle(tab).backgroundColor, getComputedStyle(tab).color])
  await show(page)
  await expect.poll(() => seen(page, '.card', 'color')).toBe('rgb(0, 0, 0)')
  expect(await seen(page, '.card', 'background-color')).toBe('rgb(255, 255, 255)')
  expect(plain(tab[1]!)).toBe('rgb(0, 0, 0)')
  const [red, green, blue] = tab[0]!.match(/\d+/g)!.map(Number)
  expect(ratio([red!, green!, blue!], [255, 255, 255])).toBeGreaterThanOrEqual(3)
  expect(tab[0]).toMatch(/^rgb\(/)
  expect(lines).toEqual([
    expect.stringMatching(
      /^\[pulso\] bad-theme: .*"paper" lets the page through; "ink" on "paper" is 1\.\d to 1 where.*"accent" on "paper" is 1\.\d to 1/,
    ),
  ]) // one line for both
})

test('a button under the mouse can be read in any accent, as can the number of a row', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const survey_ = {
    questions: [
      { id: 'why', kind: 'text' },
      { id: 'rank', kind: 'ranking', choices: ['One', 'Two'] },
    ],
  }
  const touchpoints = [{ id: 'here', survey: survey_ }]
  const measure = async (selector: string, under = selector) => {
    await page.locator(`.card ${selector}`).first().hover()
    const colour = async (of: string, name: string) => {
      const found = await seen(page, `${of} >> nth=0`, name)
      const most = found.startsWith('color') ? 255 : 1
      return found.match(/[\d.]+/g)!.map(part => Number(part) * most) as [number, number, number]
    }
    return ratio(await colour(selector, 'color'), await colour(under, 'background-color'))
  }
  for (const [scheme, accent] of [
    ['light', '#0078d4'],
    ['light', '#e53935'],
    ['light', '#8b5cf6'],
    ['dark', '#737373'],
    ['dark', '#db2777'],
  ]) {
    await page.goto(shop(site, '', { theme: { scheme, accent }, touchpoints }))
    await show(page)
    expect(await measure('.go'), `${accent} in the ${scheme}`).toBeGreaterThanOrEqual(4.5)
    await page.locator('.card textarea').fill('So')
    await page.locator('.card .go').click()
    expect(await measure('li b', 'li'), `a row in the ${scheme}`).toBeGreaterThanOrEqual(4.5)
    await survey(page).close.click()
  }
})

test('what has colours of its own can be read on a paper of either kind', async ({ page, site, hostErrors: _ }) => {
  for (const [paper, ink] of [
    ['#1b1d22', '#ffffff'],
    ['#fdfaf3', '#2b2118'],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(shop(site, '', { theme: { paper, ink, accent: '#8ab4ff' } }))
      await show(page)
      await survey(page).pick(3)
      await survey(page).submit.click()
      const numbers = async (what: 'color' | 'background-color', of: string) =>
        (await seen(page, of, what)).match(/\d+/g)!.map(Number) as [number, number, number]
      await expect
        .poll(async () => ratio(await numbers('color', '.error'), await numbers('background-color', '.card')))
        .toBeGreaterThanOrEqual(4.5)
      await survey(page).close.click()
    }
})

test('has every part that the docs name, and they can be styled', async ({ page, site, hostErrors: _ }) => {
  const [, listed] = readFileSync('docs/surveys.md', 'utf8').match(/For the rest there are parts: (.*)/)!
  const names = [...listed!.matchAll(/::part\((\w+)\)|`([\w-]+)`/g)].map(([, first, name]) => first ?? name!).sort()
  const styled = new Set<string>()
  const look = async () => {
    const found = await page.evaluate(() =>
      [...document.querySelectorAll('div[data-pulso]')].flatMap(host =>
        [...host.shadowRoot!.querySelectorAll('[part]')]
          .filter(part => getComputedStyle(part).outlineColor === 'rgb(1, 2, 3)')
          .map(part => part.getAttribute('part')!),
      ),
    )
    for (const name of found) styled.add(name)
  }
  const css = names.map(name => `[data-pulso]::part(${name}) { outline-color: rgb(1, 2, 3) }`).join(' ')
  await page.goto(shop(site, css))
  await page.getByRole('button', { name: 'Feedback' }).waitFor()
  await show(page)
  await look()
  await survey(page).pick(7)
  await survey(page).comment.fill('Fine')
  await look()
  await survey(page).region.getByRole('button', { name: 'Submit' }).click()
  await survey(page).region.getByRole('link', { name: 'Review us' }).waitFor()
  await look()
  expect([...styled].sort()).toEqual(names)
})

test('moves a little, and not at all for those who ask for less', async ({ page, site, hostErrors: _ }) => {
  const durations = async () => {
    await page.goto(quickPage(site))
    await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
    return page.evaluate(async () => {
      await window.pulso.show('quick', { force: true })
      const { shadowRoot } = document.querySelector('div[data-pulso]')!
      return shadowRoot!.getAnimations().map(({ effect }) => Number(effect!.getComputedTiming().duration))
    })
  }
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  const moves = await durations()
  expect(moves.length).toBeGreaterThan(0)
  for (const duration of moves) expect(duration).toBeLessThan(200)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await durations()).toEqual([])
})
