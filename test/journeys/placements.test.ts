import type { Page } from '@playwright/test'
import { expect, type Site, survey, tagged, test } from './site'

const page_ = (site: Site, placement: object, change: object = {}, rest = '') =>
  site.page(
    '/',
    tagged(
      '',
      `<p style="height:3000px">Long</p>${rest}<script type="application/json" data-pulso>${JSON.stringify({
        endpoint: site.endpoint,
        touchpoints: [{ id: 'here', placement, survey: { questions: [{ id: 'nps', kind: 'nps' }] } }],
        ...change,
      })}</script>`,
    ),
  )
const show = async (page: Page, id = 'here') => {
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  return page.evaluate(id => window.pulso.show(id, { force: true }), id)
}
const box = async (page: Page) => (await page.locator('.card').boundingBox())!

for (const corner of ['top-start', 'top', 'top-end', 'bottom-start', 'bottom', 'bottom-end']) {
  test(`a popover stands in the ${corner}, mirrored where the language is`, async ({ page, site, hostErrors: _ }) => {
    for (const locale of ['en', 'ar']) {
      await page.goto(page_(site, { kind: 'popover', corner }, { locale }))
      await show(page)
      const { x, y, width, height } = await box(page)
      const [left, right, top, bottom] = [x, 1280 - x - width, y, 800 - y - height].map(gap => gap < 40)
      const starts = corner.endsWith('start') ? locale === 'en' : corner.endsWith('end') && locale === 'ar'
      const middle = !/start|end/.test(corner)
      expect({ left, right, top, bottom }).toEqual({
        left: !middle && starts,
        right: !middle && !starts,
        top: corner.startsWith('top'),
        bottom: corner.startsWith('bottom'),
      })
    }
  })
}

test('on a narrow screen a popover is a sheet, which a drag closes', async ({ page, site, hostErrors: _ }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(page_(site, { kind: 'popover' }))
  await show(page)
  const { x, y, width, height } = await box(page)
  expect([x, width]).toEqual([8, (await page.evaluate(() => document.documentElement.clientWidth)) - 16])
  expect(Math.round(800 - y - height)).toBe(8)
  await expect.poll(() => page.locator('.card').evaluate(card => getComputedStyle(card, '::before').height)).toBe('4px')
  const drag = async (far: number) => {
    const { x, y, width } = await box(page)
    await page.mouse.move(x + width / 2, y + 8)
    await page.mouse.down()
    await page.mouse.move(x + width / 2, y + 8 + far, { steps: 4 })
    await page.mouse.up()
  }
  await drag(30)
  await expect.poll(async () => (await box(page)).y).toBe(y)
  await drag(120)
  await expect(survey(page).region).toHaveCount(0)
})

test('a popover that becomes a sheet keeps its size as the handle comes', async ({ page, site, hostErrors: _ }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/places.js*', route => held.then(() => route.continue()))
  await page.goto(page_(site, { kind: 'popover' }))
  await show(page)
  const before = await box(page)
  release()
  await expect.poll(() => page.locator('.card').evaluate(card => getComputedStyle(card, '::before').height)).toBe('4px')
  expect(await box(page)).toEqual(before)
})

test('a sheet stays above the soft keyboard', async ({ page, site, hostErrors: _ }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(page_(site, { kind: 'sheet' }))
  await show(page)
  const before = await box(page)
  expect(before.x).toBe(0)
  expect(Math.round(before.y + before.height)).toBe(800)
  // No keyboard comes up in a test, so the viewport says what it would say.
  await page.evaluate(() => {
    const viewport = window.visualViewport!
    Object.defineProperty(viewport, 'height', { value: 500, configurable: true })
    viewport.dispatchEvent(new Event('resize'))
  })
  const after = await box(page)
  expect(Math.round(after.y + after.height)).toBe(500)
})

test('a modal is a dialog over the page, and hands the focus back', async ({ page, site, hostErrors: _ }) => {
  await page.goto(page_(site, { kind: 'modal' }))
  await page.getByRole('button', { name: 'Theirs' }).focus()
  await show(page)
  const dialog = page.getByRole('dialog', { name: 'Feedback survey' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('heading')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Theirs' })).toBeFocused()
})

for (const edge of ['top', 'bottom']) {
  test(`a bar spans the ${edge} edge and moves nothing of the page`, async ({ page, site, hostErrors: _ }) => {
    await page.goto(page_(site, { kind: 'bar', edge }))
    const where = () => page.getByRole('button', { name: 'Theirs' }).boundingBox()
    const before = await where()
    await show(page)
    const { x, y, width, height } = await box(page)
    expect([x, width]).toEqual([0, await page.evaluate(() => document.documentElement.clientWidth)])
    expect(Math.round(edge === 'top' ? y : 800 - y - height)).toBe(0)
    expect(await where()).toEqual(before)
    await survey(page).close.click()
    await expect(survey(page).region).toHaveCount(0)
  })
}

test('a tab waits at the side, and opens the survey as often as it is pressed', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(page_(site, { kind: 'tab', label: { en: 'Ideas?' } }))
  const tab = page.getByRole('button', { name: 'Ideas?' })
  await expect(tab).toBeVisible()
  const edges = await tab.evaluate(tab => getComputedStyle(tab).borderWidth)
  expect(edges).toBe('1px') // all around: in forced colours nothing else shows where it ends
  expect(site.requests).toHaveLength(0)
  for (const score of [3, 8]) {
    await tab.click()
    await survey(page).pick(score)
    await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
    await survey(page).close.click()
    await expect(survey(page).region).toHaveCount(0)
  }
  await expect.poll(() => site.counted().map(({ answers }) => answers[0]!.value)).toEqual([3, 8])
})

test('a tab speaks as a survey does, of the brand and of the visitor, and stands where its language has it', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const label = [{ if: { nps: 9 }, text: 'Never' }, { text: 'Rate {brand}, {{user.name|friend}}!' }]
  await page.goto(page_(site, { kind: 'tab', label }, {}, '<style>* { direction: rtl }</style>'))
  const tab = page.getByRole('button', { name: 'Rate 127.0.0.1, friend!' })
  await expect(tab).toBeVisible()
  const { x, width } = (await tab.boundingBox())!
  expect(x + width).toBeGreaterThan(1200)
})

test('whoever insists on what stands behind a tab has its survey, and no second tab', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(page_(site, { kind: 'tab', label: 'Ideas?' }))
  const tab = page.getByRole('button', { name: 'Ideas?' })
  await expect(tab).toBeVisible()
  expect(await show(page)).toBe(true)
  await survey(page).pick(7)
  await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
  await expect(tab).toHaveCount(1)
  await page.goto(`${page.url()}?pulso=here&nps=9&order_id=A7`)
  await expect(survey(page).region.getByRole('radio', { name: '9' })).toBeChecked()
})

test('a page that replaces its body keeps its tab, and a survey with what was typed in it', async ({
  page,
  site,
  hostErrors,
}) => {
  const touchpoints = [
    { id: 'ideas', survey: 'feedback', placement: { kind: 'tab' } },
    { id: 'here', on: 'done', survey: 'feedback' },
  ]
  await page.goto(page_(site, {}, { touchpoints }))
  await page.getByRole('button', { name: 'Feedback' }).waitFor()
  await show(page)
  await survey(page).comment.fill('Halfway thr')
  const swap = (how: string) =>
    page.evaluate(how => {
      const next = document.createElement('body')
      next.innerHTML = '<main><h1>Next page</h1></main>'
      if (how === 'inside') document.body.innerHTML = next.innerHTML
      else document.body.replaceWith(next)
      history.pushState({}, '', `/${how}`)
    }, how)
  for (const how of ['inside', 'whole']) {
    await swap(how)
    await expect(page.getByRole('heading', { name: 'Next page' })).toBeVisible()
    await expect(survey(page).comment).toHaveValue('Halfway thr')
    await expect(survey(page).comment).toBeFocused()
    await expect(page.getByRole('button', { name: 'Feedback' })).toBeVisible()
  }
  await page.keyboard.type('ough')
  await survey(page).region.getByRole('button', { name: 'Submit' }).click()
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ status: 'complete', answers: [{ value: 'Halfway through' }] }])
  expect(hostErrors).toEqual([])
})

test('whoever presses again has one survey, and a new one once it was answered', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(page_(site, { kind: 'tab', label: 'Ideas?' }))
  const tab = page.getByRole('button', { name: 'Ideas?' })
  await tab.dblclick()
  await expect(survey(page).region).toHaveCount(1)
  await survey(page).pick(3)
  await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
  await tab.click()
  await survey(page).pick(8)
  await expect(survey(page).region).toHaveCount(1)
  await expect.poll(() => site.counted().map(({ answers }) => answers[0]!.value)).toEqual([3, 8])
})

test('what was typed behind a tab is there when the tab is pressed on the next page', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(page_(site, {}, { touchpoints: [{ id: 'ideas', survey: 'feedback', placement: { kind: 'tab' } }] }))
  const tab = page.getByRole('button', { name: 'Feedback' })
  await tab.click()
  await survey(page).comment.fill('A map of the sho')
  await page.reload()
  await expect(tab).toBeVisible()
  await expect(survey(page).region).toHaveCount(0)
  await tab.click()
  await expect(survey(page).comment).toHaveValue('A map of the sho')
  await survey(page).comment.fill('A map of the shop')
  await survey(page).region.getByRole('button', { name: 'Submit' }).click()
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ status: 'complete', revision: 2, answers: [{ value: 'A map of the shop' }] }])
})

test('a page of its own covers the page until it is closed', async ({ page, site, hostErrors: _ }) => {
  await page.goto(page_(site, { kind: 'page' }))
  const dialog = page.getByRole('dialog', { name: 'Feedback survey' })
  await expect(dialog).toBeVisible()
  expect(await box(page)).toEqual({ x: 0, y: 0, width: 1280, height: 800 })
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
})

test('a page of its own is asked for again once its thanks are off the page', async ({ page, site, hostErrors: _ }) => {
  const survey = { questions: [{ id: 'nps', kind: 'nps' }] }
  const touchpoint = { id: 'here', on: 'done', placement: { kind: 'page' }, survey }
  await page.goto(page_(site, {}, { touchpoints: [touchpoint] }))
  await page.waitForFunction(() => 'track' in (window.pulso ?? {}))
  const done = () => page.evaluate(() => window.pulso.track('done'))
  const dialog = page.getByRole('dialog', { name: 'Feedback survey' })
  const busy = () =>
    page.evaluate(async () => (await window.pulso.explain('here')).find(({ gate }) => gate === 'busy')?.pass)
  await done()
  await dialog.locator('label', { hasText: /^9$/ }).click()
  await expect(dialog).toContainText('Thank you')
  expect(await busy()).toBe(false)
  await done()
  await page.waitForTimeout(500)
  await expect(dialog).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
  await done()
  await expect(dialog.locator('label', { hasText: /^9$/ })).toBeVisible()
  await expect(dialog).toHaveCount(1)
})

test('a page of its own makes room for the survey that somebody insists on', async ({ page, site, hostErrors: _ }) => {
  const touchpoints = [
    { id: 'first', survey: 'nps', placement: { kind: 'page' } },
    { id: 'second', on: 'done', survey: 'csat' },
  ]
  await page.goto(page_(site, {}, { touchpoints }))
  await expect(page.getByRole('dialog', { name: 'Feedback survey' })).toBeVisible()
  expect(
    await page.evaluate(() => window.pulso.explain('second').then(gates => gates.filter(({ pass }) => !pass))),
  ).toMatchObject([{ gate: 'busy' }])
  expect(await show(page, 'second')).toBe(true)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(survey(page).region).toBeVisible()
})

test.describe('a kiosk', () => {
  const kiosk = (site: Site, change = {}) =>
    page_(
      site,
      { kind: 'kiosk', idle: '2s', device: 'entrance', ...change },
      {
        touchpoints: [
          { id: 'here', placement: { kind: 'kiosk', idle: '2s', device: 'entrance', ...change }, survey: 'csat' },
        ],
      },
    )
  const face = (page: Page, number: number) => page.locator('.scale label').nth(number - 1)
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Feedback survey' })
  const start = async (page: Page) => {
    await expect(dialog(page).getByRole('radio').first()).toBeVisible()
    await expect(page.locator('.card:not([inert])')).toBeVisible()
  }

  test('leads nowhere, and shows nobody what another has left undone', async ({ page, site, hostErrors: _ }) => {
    const placement = { kind: 'kiosk', idle: '2s' }
    const questions = [
      { id: 'why', kind: 'text' },
      { id: 'more', kind: 'link', href: 'https://example.com/', text: 'Read on' },
    ]
    await page.goto(page_(site, placement, { touchpoints: [{ id: 'here', placement, survey: { questions } }] }))
    const card = page.locator('.card:not([inert])')
    await card.getByRole('button', { name: 'Next' }).click()
    await card.locator('.error').waitFor()
    await expect(card.locator('.error')).toHaveCount(0, { timeout: 10_000 })
    await card.getByRole('textbox').fill('Fine')
    await card.getByRole('button', { name: 'Next' }).click()
    await expect(card.getByRole('button', { name: 'Submit' })).toBeVisible()
    await expect(card.getByRole('link')).toHaveCount(0)
  })

  test('takes one visitor after the other, offline too, and delivers when the line is back', async ({
    page,
    context,
    site,
    hostErrors: _,
  }) => {
    await page.goto(kiosk(site))
    await start(page)
    // What is fetched later is fetched before the line goes.
    await page.waitForLoadState('networkidle')
    await face(page, 5).click()
    await expect(dialog(page)).toContainText('why')
    await context.setOffline(true)
    // Somebody walks away in the middle: back to the start, and the score stays.
    await start(page)
    await face(page, 2).click()
    await dialog(page).getByRole('button', { name: 'Skip' }).click()
    await expect(dialog(page)).toContainText('Thank you')
    await start(page)
    expect(await page.evaluate(() => window.pulso.pending())).toBeGreaterThan(0)
    await context.setOffline(false)
    await expect
      .poll(() =>
        site
          .counted()
          .map(({ answers, status }) => `${answers[0]?.value} ${status}`)
          .sort(),
      )
      .toEqual(['2 complete', '5 partial'])
    for (const response of site.counted())
      expect(response).toMatchObject({ channel: 'kiosk', device: { id: 'entrance' }, respondent: {} })
  })

  test('has no way out, and is deaf for a moment after it has begun anew', async ({ page, site, hostErrors: _ }) => {
    await page.goto(kiosk(site))
    await expect(dialog(page)).toBeVisible()
    await face(page, 1).click({ force: true, noWaitAfter: true })
    await expect(page.locator('.card[inert]')).toHaveCount(0)
    await expect(dialog(page).getByRole('radio', { checked: true })).toHaveCount(0)
    for (const _ of [1, 2, 3]) await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeVisible()
    await expect(dialog(page).getByRole('button', { name: 'Close' })).toHaveCount(0)
  })
})

test('any number stand in a page as elements, each with its own answer', async ({ page, site, hostErrors: _ }) => {
  const two = '<pulso-survey survey="nps"></pulso-survey><pulso-survey survey="csat"></pulso-survey>'
  await page.goto(page_(site, { kind: 'popover' }, {}, two))
  await expect(survey(page).region).toHaveCount(2)
  await page.locator('pulso-survey').first().locator('label').filter({ hasText: /^9$/ }).click()
  await page.locator('pulso-survey').last().locator('label').nth(3).click()
  await page.reload()
  await expect(survey(page).region).toHaveCount(2)
  await expect(page.locator('pulso-survey textarea')).toHaveCount(2)
  await expect
    .poll(() =>
      site
        .counted()
        .map(({ answers }) => answers[0]!.value)
        .sort(),
    )
    .toEqual([4, 9])
})

test('an element is told its survey as it is put in, or right after, and moved it keeps that', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(page_(site, { kind: 'popover' }, {}, '<main></main><footer></footer>'))
  await page.evaluate(() => {
    const element = document.createElement('pulso-survey')
    document.querySelector('main')!.append(element)
    element.setAttribute('survey', 'nps')
  })
  await survey(page).pick(7)
  await survey(page).comment.fill('Half a sen')
  await page.evaluate(() => document.querySelector('footer')!.append(document.querySelector('pulso-survey')!))
  await expect(survey(page).region).toHaveCount(1)
  await expect(page.locator('footer').getByRole('textbox')).toHaveValue('Half a sen')
})

test('of two elements for one survey, one goes on with what was begun, and a page that has none keeps it', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const two = '<pulso-survey survey="nps"></pulso-survey><pulso-survey survey="nps"></pulso-survey>'
  const url = page_(site, { kind: 'popover' }, {}, two)
  const without = site.page('/without', tagged(`data-endpoint="${site.endpoint}"`)) // what waits is sent from here, too
  await page.goto(url)
  await expect(survey(page).region).toHaveCount(2)
  await page.locator('pulso-survey').first().locator('label').filter({ hasText: /^9$/ }).click()
  await page.locator('pulso-survey').first().getByRole('textbox').fill('Half a sen')
  await page.goto(without)
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.waitForLoadState('networkidle')
  await page.goto(url)
  await expect(survey(page).region).toHaveCount(2)
  await expect(page.locator('pulso-survey').getByRole('textbox')).toHaveCount(1)
  await expect(page.locator('pulso-survey').getByRole('textbox')).toHaveValue('Half a sen')
  await expect(page.locator('pulso-survey').getByRole('radio')).toHaveCount(11)
  await page.locator('pulso-survey').getByRole('button', { name: 'Submit' }).click()
  await page.locator('pulso-survey').locator('label').filter({ hasText: /^2$/ }).click()
  await expect(page.locator('pulso-survey').getByRole('textbox')).toBeVisible()
  await page.goto(without)
  await expect
    .poll(
      () =>
        site
          .counted()
          .map(({ status, answers }) => `${status} ${answers.map(({ value }) => value).join()}`)
          .sort(),
      { timeout: 45_000 },
    )
    .toEqual(['complete 9,Half a sen', 'partial 2'])
})

test('of several in a page, each has a name of its own', async ({ page, site, hostErrors: _ }) => {
  const two = '<pulso-survey survey="nps"></pulso-survey><pulso-survey survey="csat"></pulso-survey>'
  await page.goto(page_(site, { kind: 'popover' }, {}, two))
  await expect(page.getByRole('region', { name: 'Feedback survey How likely' })).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Feedback survey How satisfied' })).toHaveCount(1)
})

test('a popover on a window that becomes narrow is a sheet above the soft keyboard', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(page_(site, { kind: 'popover' }))
  await show(page)
  await page.waitForLoadState('networkidle')
  await page.setViewportSize({ width: 390, height: 800 })
  await expect.poll(() => page.locator('.card').evaluate(card => getComputedStyle(card, '::before').height)).toBe('4px')
  await expect
    .poll(() => page.locator('div[data-pulso]').evaluate((host: HTMLElement) => host.style.getPropertyValue('--_room')))
    .toBe('800px')
  const { x, y, width } = await box(page)
  await page.mouse.move(x + width / 2, y + 8)
  await page.mouse.down()
  await page.mouse.move(x + width / 2, y + 150, { steps: 4 })
  await page.mouse.up()
  await expect(survey(page).region).toHaveCount(0)
})

test.describe('the focus goes back to where it came from', () => {
  const press = async (page: Page) => {
    await page.waitForLoadState('networkidle')
    await survey(page).close.focus()
    await page.keyboard.press('Enter')
    await expect(survey(page).region).toHaveCount(0)
  }

  test('when that was the tab', async ({ page, site, hostErrors: _ }) => {
    await page.goto(page_(site, { kind: 'tab' }))
    const tab = page.getByRole('button', { name: 'Feedback' })
    await tab.focus()
    await page.keyboard.press('Enter')
    await expect(survey(page).region).toBeVisible()
    await press(page)
    await expect(tab).toBeFocused()
  })

  test('when that was a control in somebody’s own component', async ({ page, site, hostErrors: _ }) => {
    const theirs =
      '<their-part><template shadowrootmode="open"><button>First</button><button>Second</button></template></their-part>'
    await page.goto(page_(site, { kind: 'popover' }, {}, theirs))
    await show(page)
    await page.waitForLoadState('networkidle')
    const second = page.getByRole('button', { name: 'Second' })
    await second.focus()
    await press(page)
    await expect(second).toBeFocused()
  })
})

test('a scale in a column of any width has one row of targets or two even ones', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const scale = (id: string, points: number) => ({ id, kind: 'rating', from: 0, points })
  const touchpoints = [8, 11].map(points => ({
    id: `of${points}`,
    placement: { kind: 'inline', selector: `#of${points}` },
    survey: { questions: [scale('rating', points)] },
  }))
  touchpoints.push({
    id: 'stars',
    placement: { kind: 'inline', selector: '#stars' },
    survey: { questions: [{ id: 'stars', kind: 'stars', points: 10 } as never] },
  })
  const columns = '<div id="column"><div id="of8"></div><div id="of11"></div><div id="stars"></div></div>'
  await page.goto(page_(site, { kind: 'inline' }, { touchpoints }, columns))
  await expect(page.locator('label')).toHaveCount(29)
  const rows = (id: string) =>
    page.locator(`#${id} label`).evaluateAll(labels => {
      const boxes = labels.map(label => label.getBoundingClientRect())
      if (boxes.some(({ width, height }) => width < 24 || height < 24)) return 'too small'
      const tops = boxes.map(({ top }) => Math.round(top))
      return [...new Set(tops)].map(top => tops.filter(one => one === top).length)
    })
  for (const [width, eight, eleven, stars] of [
    [220, [6, 2], [6, 5], [6, 4]],
    [240, [6, 2], [6, 5], [6, 4]],
    [300, [6, 2], [6, 5], [6, 4]],
    [309, [6, 2], [6, 5], [10]],
    [310, [8], [11], [10]],
    [560, [8], [11], [10]],
  ] as const) {
    await page.locator('#column').evaluate((column, width) => {
      column.style.width = `${width}px`
    }, width)
    expect([width, await rows('of8'), await rows('of11'), await rows('stars')]).toEqual([width, eight, eleven, stars])
  }
  // A column that is as wide as what is in it.
  await page.locator('#column').evaluate(column => {
    column.style.cssText = 'width:fit-content;max-width:900px'
  })
  expect([await rows('of8'), await rows('of11')]).toEqual([[8], [11]])
})

test('a theme whose colours cannot be read is corrected, and named once', async ({ page, site, hostErrors: _ }) => {
  const lines: string[] = []
  page.on('console', message => message.type() === 'warning' && lines.push(message.text()))
  await page.goto(
    page_(site, { kind: 'popover' }, { theme: { accent: '#fef9c3', ink: '#bbb', paper: '#fff', scheme: 'light' } }),
  )
  await show(page)
  await expect(survey(page).region).toBeVisible()
  await expect.poll(() => lines).toHaveLength(1)
  expect(lines[0]).toMatch(
    /^\[pulso\] bad-theme: here: "ink" on "paper" is 1\.8 to 1 where a button shades it, less than 4\.5; "accent"/,
  )
  expect(await page.locator('.card').evaluate(card => getComputedStyle(card).color)).toBe('rgb(0, 0, 0)')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.emulateMedia({ colorScheme: 'light' })
  expect(lines).toHaveLength(1)
})
