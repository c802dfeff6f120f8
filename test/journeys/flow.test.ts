import type { Page } from '@playwright/test'
import { expect, purchase, type Site, survey, tagged, test } from './site'

const questions = [
  { id: 'nps', kind: 'nps' },
  { id: 'why', kind: 'text', title: 'You gave {{answers.nps}}, {{user.name|friend}}. Why?' },
  { id: 'sorry', kind: 'text', input: 'short', title: 'How can we mend it?', if: { nps: { $lte: 6 } } },
  { id: 'thumbs', kind: 'thumbs' },
]
const endings = [
  { if: { nps: { $gte: 9 } }, title: 'Wonderful', link: { text: 'Review us', href: 'https://example.com/review' } },
  { title: 'Thank you', link: { text: 'Review us, too', href: 'javascript:alert(1)' } },
]
const shop = (site: Site, path = '/', change = {}) =>
  site.page(
    path,
    tagged(
      '',
      `<a href="/next">Next page</a><script type="application/json" data-pulso>${JSON.stringify({
        endpoint: site.endpoint,
        touchpoints: [{ id: 'bought', on: 'order.completed', survey: { questions, endings }, ...change }],
      })}</script>`,
    ),
  )
const heading = (page: Page) => survey(page).region.getByRole('heading')
const back = (page: Page) => survey(page).region.getByRole('button', { name: 'Back' })
const next = (page: Page) => survey(page).region.getByRole('button', { name: 'Next' })

test('an interrupted survey goes on after a reload and on the next page, with what was typed, as one response', async ({
  page,
  site,
  hostErrors: _,
}) => {
  shop(site, '/next')
  await page.goto(shop(site))
  await purchase(page)
  await survey(page).pick(4)
  await survey(page).comment.fill('It came la')
  await page.reload()
  await expect(survey(page).comment).toHaveValue('It came la')
  await expect(heading(page)).toHaveText('You gave 4, friend. Why?')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(survey(page).comment).toHaveValue('It came la')
  await survey(page).comment.fill('It came late.')
  await next(page).click()
  await expect(heading(page)).toHaveText('How can we mend it?')
  await survey(page).comment.fill('Be quick')
  await next(page).click()
  await survey(page).region.locator('label').filter({ hasText: 'Yes' }).click()
  await expect(heading(page)).toHaveText('Thank you')
  await expect
    .poll(() => site.counted())
    .toMatchObject([
      {
        status: 'complete',
        answers: [
          { question: 'nps', value: 4 },
          { question: 'why', value: 'It came late.' },
          { question: 'sorry', value: 'Be quick' },
          { question: 'thumbs', value: 1, scale: [0, 1] },
        ],
      },
    ])
  // What is finished does not come back, and no body was ever sent twice under one key with other bytes.
  await page.reload()
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.waitForTimeout(800)
  await expect(survey(page).region).toHaveCount(0)
  const bodies = new Map<string, string>()
  for (const { body } of site.requests) {
    const { id, revision } = JSON.parse(body)
    expect(bodies.get(`${id}.${revision}`) ?? body).toBe(body)
    bodies.set(`${id}.${revision}`, body)
  }
})

test('what was typed before anything was answered is there on the next page, too', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const change = { survey: 'feedback' }
  await page.goto(shop(site, '/', change))
  await purchase(page)
  await survey(page).comment.fill('It came la')
  shop(site, '/next', change)
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(survey(page).comment).toHaveValue('It came la')
  await survey(page).comment.fill('It came late.')
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ status: 'complete', revision: 2, answers: [{ value: 'It came late.' }] }])
})

test('a survey of which only an introduction was passed goes on over any number of pages', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const change = { survey: { questions: [{ id: 'hello', kind: 'message', title: 'Hello' }, ...questions] } }
  for (const path of ['/next', '/third']) shop(site, path, change)
  await page.goto(shop(site, '/', change))
  await purchase(page)
  await expect(heading(page)).toHaveText('Hello')
  await next(page).click()
  await expect(survey(page).region.getByRole('radio')).toHaveCount(11)
  for (const path of ['/next', '/third', '/next']) {
    await page.goto(new URL(path, site.url).href)
    await expect(survey(page).region.getByRole('radio')).toHaveCount(11)
  }
})

test('a survey that was only shown does not follow the visitor about', async ({ page, site, hostErrors: _ }) => {
  await page.goto(shop(site))
  await purchase(page)
  await expect(survey(page).region).toBeVisible()
  await page.reload()
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.waitForTimeout(800)
  await expect(survey(page).region).toHaveCount(0)
})

test('the way back keeps the answers, and a branch that was left is not sent', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(shop(site))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => window.pulso.identify('u-1', { name: 'Ada <b>' }))
  await purchase(page)
  await survey(page).pick(3)
  await expect(heading(page)).toHaveText('You gave 3, Ada <b>. Why?')
  await survey(page).comment.fill('Broken')
  await next(page).click()
  await expect(heading(page)).toHaveText('How can we mend it?')
  await survey(page).comment.fill('Send another')
  await next(page).click()
  await expect(heading(page)).toHaveText('Was this helpful?')
  for (const text of ['How can we mend it?', 'You gave 3, Ada <b>. Why?']) {
    await back(page).click()
    await expect(heading(page)).toHaveText(text)
  }
  await expect(survey(page).comment).toHaveValue('Broken')
  await back(page).click()
  await expect(survey(page).score(3)).toBeChecked()
  await expect(back(page)).toHaveCount(0)
  await survey(page).pick(9)
  await expect(heading(page)).toHaveText('You gave 9, Ada <b>. Why?')
  await next(page).click()
  await survey(page)
    .region.locator('label')
    .filter({ hasText: /^ ?No$/ })
    .click()
  await expect(heading(page)).toHaveText('Wonderful')
  const link = survey(page).region.getByRole('link', { name: 'Review us' })
  await expect(link).toHaveAttribute('href', 'https://example.com/review')
  await expect
    .poll(() => site.counted()[0])
    .toMatchObject({
      status: 'complete',
      respondent: { userId: 'u-1', traits: { name: 'Ada <b>' } },
      answers: [
        { question: 'nps', value: 9 },
        { question: 'why', value: 'Broken' },
        { question: 'thumbs', value: 0 },
      ],
    })
  expect(site.counted()[0]!.answers).toHaveLength(3)
  // One tap can be taken back from the thank-you, and the newest word counts.
  await back(page).click()
  await survey(page).region.locator('label').filter({ hasText: 'Yes' }).click()
  await expect(heading(page)).toHaveText('Wonderful')
  await expect.poll(() => site.counted()[0]?.answers[2]?.value).toBe(1)
  expect(site.counted()).toHaveLength(1)
})

test('a link that is no link is left out, with one warning that names it; the rest of the survey works', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const lines: string[] = []
  page.on('console', message => message.type() === 'warning' && lines.push(message.text()))
  const broken = {
    questions: [
      { id: 'nps', kind: 'nps', title: '<img src=x onerror=alert(1)>' },
      { id: 'nps', kind: 'nps' },
      { id: 'x', kind: 'hologram' },
      { id: 'empty', kind: 'choice', choices: [] },
      { id: 'lost', kind: 'text', if: { nqs: { $gte: 0 } } },
    ],
    endings,
  }
  await page.goto(shop(site, '/', { survey: broken }))
  await purchase(page)
  await expect(heading(page)).toHaveText('<img src=x onerror=alert(1)>')
  await survey(page).pick(7)
  await expect(heading(page)).toHaveText('Thank you')
  await expect(survey(page).region.getByRole('link')).toHaveCount(0)
  await expect.poll(() => site.counted()).toMatchObject([{ status: 'complete', answers: [{ value: 7 }] }])
  expect(lines).toEqual([
    '[pulso] bad-survey: bought: ' +
      [
        'question "nps" has the id of another',
        'question "x" is of the unknown kind "hologram"',
        'question "empty" is not complete, asks for more than it allows, or has a link that is not http, https, mailto or tel',
        'question "lost" has a condition on "nqs", which is no question before it',
        'ending 2 has a link that is not http, https, mailto or tel',
      ].join('; '),
  ])
})

test('a double click answers once', async ({ page, site, hostErrors: _ }) => {
  await page.goto(shop(site))
  await purchase(page)
  await survey(page).region.locator('label').filter({ hasText: /^8$/ }).dblclick()
  await expect(heading(page)).toContainText('You gave 8')
  await survey(page).comment.fill('Fine')
  await next(page).dblclick()
  await expect(heading(page)).toHaveText('Was this helpful?')
  await survey(page).close.click()
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ status: 'partial', answers: [{ value: 8 }, { value: 'Fine' }] }])
})

/** A survey whose steps have their answers in the same place, from the second on. */
const alike = {
  survey: { questions: ['a', 'b', 'c', 'd'].map(id => ({ id, kind: 'nps', title: `Question ${id}` })), endings: [] },
}
const middle = async (page: Page) => {
  const label = survey(page).region.locator('label').filter({ hasText: /^6$/ })
  const { x, y, width, height } = (await label.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}

/** So much later the clock stands still, however slow the machine is. */
const later = (page: Page, ms: number) =>
  page.evaluate(ms => {
    const at = performance.now() + ms
    performance.now = () => at
  }, ms)

test('a double click that is slower than the next step answers one question', async ({ page, site, hostErrors: _ }) => {
  await page.goto(shop(site, '/', alike))
  await purchase(page)
  await survey(page).pick(6)
  await expect(heading(page)).toHaveText('Question b')
  const { x, y } = await middle(page)
  await later(page, 0)
  await page.mouse.click(x, y)
  await expect(heading(page)).toHaveText('Question c')
  for (const clickCount of [2, 3]) {
    await page.mouse.down({ clickCount })
    await page.mouse.up({ clickCount })
  }
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 400)))
  await expect(heading(page)).toHaveText('Question c')
  await page.mouse.click(x, y) // one of its own counts at once
  await expect(heading(page)).toHaveText('Question d')
  await survey(page).close.click()
  await expect.poll(() => site.counted()).toMatchObject([{ answers: [{}, {}, { question: 'c' }] }])
})

test.describe('on a screen that is touched', () => {
  test.use({ hasTouch: true })

  test('taps that follow each other answer one question, until there is a pause', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await page.goto(shop(site, '/', alike))
    await purchase(page)
    await survey(page).pick(6)
    await expect(heading(page)).toHaveText('Question b')
    const { x, y } = await middle(page)
    await later(page, 700)
    await page.touchscreen.tap(x, y)
    await expect(heading(page)).toHaveText('Question c')
    for (let tap = 0; tap < 12; tap++) {
      await page.touchscreen.tap(x, y)
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 80)))
    }
    await expect(heading(page)).toHaveText('Question c')
    await later(page, 700)
    await page.touchscreen.tap(x, y)
    await expect(heading(page)).toHaveText('Question d')
  })
})

test('a key that is held down answers one question, and writes where one writes', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const texts = ['a', 'b'].map(id => ({ id, kind: 'text', input: 'short', optional: true, title: `Question ${id}` }))
  const questions = [...alike.survey.questions.slice(0, 2), ...texts, { id: 'long', kind: 'text' }].map((one, at) => ({
    ...one,
    id: `q${at}`,
    title: `Question ${at}`,
  }))
  await page.goto(shop(site, '/', { survey: { questions } }))
  await purchase(page)
  await survey(page).score(0).focus()
  const hold = async (key: string) => {
    for (let press = 0; press < 8; press++) {
      await page.keyboard.down(key) // without a release between them, all but the first are repeats
      await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 80)))
    }
    await page.keyboard.up(key)
  }
  for (const at of [1, 2]) {
    await hold('8')
    await hold('Enter')
    await expect(heading(page)).toContainText(`Question ${at}`)
  }
  await hold('8')
  await expect(survey(page).comment).toHaveValue('88888888')
  await hold('Enter')
  await expect(heading(page)).toContainText('Question 3')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Question 4')
  await hold('Enter')
  await expect(survey(page).comment).toHaveValue('\n'.repeat(8))
})

test('what is typed in a step is there when the visitor comes back to it', async ({ page, site, hostErrors: _ }) => {
  await page.goto(shop(site))
  await purchase(page)
  await survey(page).pick(9)
  await survey(page).comment.fill('Half a sen')
  await back(page).click()
  await expect(heading(page)).toContainText('How likely')
  await next(page).click()
  await expect(survey(page).comment).toHaveValue('Half a sen')
  await survey(page).comment.fill('A sentence')
  await next(page).click()
  await expect(heading(page)).toHaveText('Was this helpful?')
  await back(page).click()
  await expect(survey(page).comment).toHaveValue('A sentence')
})

test('endings that are no list are read as the one that they are, and named', async ({ page, site, hostErrors: _ }) => {
  const lines: string[] = []
  page.on('console', message => message.type() === 'warning' && lines.push(message.text()))
  for (const endings of [{ title: 'Wonderful' }, 'Wonderful', 7]) {
    lines.length = 0
    const path = `/${typeof endings}`
    await page.goto(shop(site, path, { id: path, survey: { questions: [{ id: 'nps', kind: 'nps' }], endings } }))
    const rest = typeof endings === 'object' ? '' : '; ending 1 is no object, so nothing of it is shown'
    await purchase(page, path)
    await survey(page).pick(9)
    await expect(heading(page)).toHaveText(typeof endings === 'object' ? 'Wonderful' : /Thank you/)
    await expect.poll(() => lines).toEqual([`[pulso] bad-survey: ${path}: the endings are no list${rest}`])
    await page.evaluate(() => window.pulso.reset())
  }
})

test('the first question is answered while the next steps are still on their way', async ({
  page,
  site,
  hostErrors: _,
}) => {
  let arrive = () => {}
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  await page.route('**/more.js*', async route => {
    await arrived
    await route.continue()
  })
  await page.goto(shop(site))
  await purchase(page)
  await survey(page).pick(10)
  await expect.poll(() => page.evaluate(() => window.pulso.pending())).toBe(1)
  await expect(heading(page)).toContainText('How likely')
  arrive()
  await expect(heading(page)).toContainText('You gave 10')
  await survey(page).close.click()
  await expect.poll(() => site.counted()).toMatchObject([{ status: 'partial', answers: [{ value: 10 }] }])
})

test('nothing but the widgets and the first words of the language is fetched until the first nps is visible', async ({
  page,
  site,
}) => {
  const paths: string[] = []
  await page.route(/more\.js|places\.js|carry\.js|delivery\.js/, async route => {
    await expect(heading(page)).toContainText('How likely')
    await route.continue()
  })
  page.on('request', request => paths.push(new URL(request.url()).pathname))
  await page.goto(shop(site))
  paths.length = 0
  await purchase(page)
  await expect(heading(page)).toContainText('How likely')
  await expect.poll(() => paths).toContain('/locales/en.more.js')
  expect(paths.slice(0, 2).sort()).toEqual(['/locales/en.js', '/widgets.js'])
  await survey(page).pick(10)
  await expect(heading(page)).toContainText('You gave 10')
  await expect(next(page)).toBeVisible()
})

for (const missing of ['more.js', 'en.more.js'])
  test(`when ${missing} cannot be had, the answer is kept and the visitor thanked`, async ({ page, site }) => {
    await page.route(`**/${missing}*`, route => route.abort())
    await page.goto(shop(site))
    await purchase(page)
    await survey(page).pick(2)
    await expect(heading(page)).toContainText('Thank you')
    await expect.poll(() => site.counted()).toMatchObject([{ answers: [{ value: 2 }] }])
  })
