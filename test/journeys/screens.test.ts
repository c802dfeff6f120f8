import type { Page } from '@playwright/test'
import { expect, type Site, survey, tagged, test } from './site'

/** What needs a browser of Chromium's making: notches, and clocks that jump. */
const asked = (site: Site, placement: object, questions: object[] = [{ id: 'nps', kind: 'nps' }], config = {}) =>
  site.page(
    '/',
    tagged(
      '',
      `<p style="height:3000px">Long</p><script type="application/json" data-pulso>${JSON.stringify({
        endpoint: site.endpoint,
        touchpoints: [{ id: 'here', placement, survey: { questions } }],
        ...config,
      })}</script>`,
    ),
  )
const show = async (page: Page) => {
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => void window.pulso.show('here', { force: true }))
  await page.locator('.card').waitFor()
}
const box = async (page: Page, selector = '.card') => (await page.locator(selector).boundingBox())!

test('what stands at an edge keeps clear of notches and of the home bar', async ({ page, site, hostErrors: _ }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setSafeAreaInsetsOverride' as never, { insets: { top: 47, bottom: 34 } } as never)
  const gaps: Record<string, number> = {}
  for (const placement of [{ kind: 'popover' }, { kind: 'sheet' }, { kind: 'bar' }, { kind: 'bar', edge: 'top' }]) {
    await page.goto(asked(site, placement))
    await show(page)
    await page.locator('.card').evaluate(card => new Promise(done => card.ownerDocument.fonts.ready.then(done)))
    const { edge = 'bottom', kind } = placement as { kind: string; edge?: string }
    await expect.poll(async () => (await box(page, '.step')).height).toBeGreaterThan(0)
    const [outer, step] = [await box(page), await box(page, '.step')]
    gaps[`${kind} ${edge}`] =
      edge === 'top' ? step.y : Math.round(800 - (kind === 'popover' ? outer.y + outer.height : step.y + step.height))
  }
  expect(gaps).toEqual({ 'popover bottom': 34, 'sheet bottom': 34, 'bar bottom': 34, 'bar top': 47 })
})

test('on a narrow screen every corner is a sheet at the bottom, with its grip', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.setViewportSize({ width: 390, height: 800 })
  for (const corner of ['top-start', 'top', 'top-end', 'bottom-start', 'bottom', 'bottom-end']) {
    await page.goto(asked(site, { kind: 'popover', corner }))
    await show(page)
    await expect
      .poll(() => page.locator('.card').evaluate(card => getComputedStyle(card, '::before').height))
      .toBe('4px')
    const { x, y, width, height } = await box(page)
    expect([corner, x, width, Math.round(800 - y - height)]).toEqual([corner, 8, 374, 8])
  }
})

test('what leaves the page usable is in the top layer, takes no focus and lets the page scroll', async ({
  page,
  site,
  hostErrors: _,
}) => {
  for (const kind of ['popover', 'sheet', 'bar']) {
    await page.goto(asked(site, { kind }))
    await show(page)
    expect(await page.locator('div[data-pulso]').evaluate(host => host.matches(':popover-open'))).toBe(true)
    expect(await page.evaluate(() => document.activeElement!.localName)).toBe('body')
    await page.mouse.move(300, 200)
    await page.mouse.wheel(0, 500)
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0)
    expect(await page.evaluate(() => [document.documentElement, document.body].map(one => one.style.cssText))).toEqual([
      '',
      '',
    ])
  }
})

test.describe('a kiosk', () => {
  const kiosk = (site: Site) => asked(site, { kind: 'kiosk', idle: '30s' }, [{ id: 'csat', kind: 'csat' }])
  const open = (page: Page) => page.locator('.card:not([inert])')

  test('takes a burst of touches for none, and begins when they stop', async ({ page, site, hostErrors: _ }) => {
    await page.clock.install()
    await page.goto(kiosk(site))
    await page.locator('.card').waitFor()
    await page.clock.pauseAt(Date.now() + 60_000)
    await page.evaluate(() => window.pulso.dismiss())
    await page.evaluate(() => void window.pulso.show('here', { force: true }))
    await expect(async () => {
      await page.clock.runFor(10) // a survey is drawn in a task of its own, and appears in another
      expect(await page.locator('.card[inert]').count()).toBe(1)
    }).toPass()
    const { x, y, width, height } = await box(page, '.scale')
    for (let touch = 0; touch < 8; touch++) {
      await page.clock.runFor(600)
      await page.mouse.click(x + width / 2, y + height / 2)
    }
    await expect(open(page)).toHaveCount(0)
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
    await page.clock.runFor(1100)
    await expect(open(page)).toBeVisible()
    await page.mouse.click(x + width / 2, y + height / 2)
    await expect(page.locator('.scale :checked')).toHaveValue('3')
    await page.clock.resume()
    await expect.poll(() => site.counted()).toMatchObject([{ channel: 'kiosk', answers: [{ value: 3 }] }])
  })

  test('that was offline for days delivers what was answered, and takes the next visitor', async ({
    page,
    context,
    site,
    hostErrors: _,
  }) => {
    await page.clock.install()
    await page.goto(kiosk(site))
    await open(page).waitFor()
    await page.waitForLoadState('networkidle')
    const answer = async (nth: number) => {
      await open(page)
        .locator('.scale label')
        .nth(nth - 1)
        .click()
      await page.locator('.thanks').waitFor()
    }
    await answer(4)
    await expect.poll(() => site.counted().length).toBe(1)
    await context.setOffline(true)
    for (let day = 0; day < 3; day++) {
      await open(page).locator('.scale').waitFor()
      await answer(day + 1)
      await page.clock.fastForward('24:00:00')
    }
    expect(site.counted()).toHaveLength(1)
    await context.setOffline(false)
    await open(page).locator('.scale').waitFor()
    await answer(5)
    await expect.poll(() => site.counted().map(({ answers }) => answers[0]!.value)).toHaveLength(5)
    expect(
      site
        .counted()
        .map(({ answers }) => answers[0]!.value)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5])
  })
})

test.describe('words that are not as one would like them', () => {
  const long = 'x'.repeat(10_000)
  for (const [what, title] of [
    ['ten thousand letters without a blank', long],
    ['ten thousand words', 'word '.repeat(10_000)],
    ['half of a character', `\ud800 ${'y'.repeat(80)} \udc00`],
    ['markup', '<img src=x onerror="document.title=1"><style>*{display:none}</style>'],
  ] as const)
    for (const width of [1280, 390])
      test(`${what}, ${width} px wide: all is in reach, and the answer arrives`, async ({
        page,
        site,
        hostErrors: _,
      }) => {
        await page.setViewportSize({ width, height: 700 })
        await page.goto(
          asked(site, { kind: 'popover' }, [
            { id: 'nps', kind: 'nps', title, low: title.slice(0, 200), description: title.slice(0, 300) },
          ]),
        )
        await show(page)
        const { x, y, width: wide, height } = await box(page)
        expect(x).toBeGreaterThanOrEqual(0)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(x + wide).toBeLessThanOrEqual(width)
        expect(y + height).toBeLessThanOrEqual(700)
        const step = page.locator('.step')
        expect(await step.evaluate(step => step.scrollWidth - step.clientWidth)).toBe(0)
        expect(await step.locator('h2').evaluate(h2 => h2.textContent!.length)).toBe(title.length)
        await survey(page).pick(6)
        await expect(page.locator('.thanks')).toBeVisible()
        await expect.poll(() => site.counted()).toMatchObject([{ status: 'complete', answers: [{ value: 6 }] }])
        expect(await page.title()).toBe('Host')
      })

  test('in another language than the survey’s: each reads in its own direction', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await page.goto(
      asked(
        site,
        { kind: 'popover' },
        [{ id: 'go', kind: 'choice', title: 'Really good?', choices: ['Yes, please!'] }],
        { locale: 'ar' },
      ),
    )
    await show(page)
    await page.locator('.choice').waitFor()
    const ends = await page.locator('.card').evaluate(card =>
      [card.querySelector('h2')!, card.querySelector('.choice span')!].map(element => {
        const text = element.firstChild as Text
        const at = (index: number) => {
          const range = document.createRange()
          range.setStart(text, index)
          range.setEnd(text, index + 1)
          return range.getBoundingClientRect()
        }
        const last = at(text.length - 1)
        return { follows: last.left > at(0).left, gap: Math.round(element.getBoundingClientRect().right - last.right) }
      }),
    )
    // The mark comes after the last word, and the line stands where lines of the language do.
    expect(ends).toEqual([
      { follows: true, gap: 0 },
      { follows: true, gap: 0 },
    ])
  })

  test('a language that is not there: English is spoken, and one warning names it', async ({ page, site }) => {
    const lines: string[] = []
    page.on('console', message => message.type() === 'warning' && lines.push(message.text()))
    await page.goto(asked(site, { kind: 'popover' }, undefined, { locale: 'tlh' }))
    await show(page)
    await expect(page.locator('.card')).toHaveAttribute('lang', 'en')
    await expect.poll(() => lines).toEqual(['[pulso] bad-survey: here: the language "tlh" is not there'])
  })
})
