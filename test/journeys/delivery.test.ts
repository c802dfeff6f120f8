import { answerQuickly, expect, purchase, quickPage, survey, tagged, test } from './site'

const nps = (site: { endpoint: string }) =>
  tagged(`data-endpoint="${site.endpoint}" data-on="order.completed" data-survey="nps"`)

test('an answer and its comment arrive as one response, in one request', async ({ page, site, hostErrors }) => {
  await page.goto(site.page('/', nps(site)))
  await purchase(page)
  const { pick, comment, submit, region } = survey(page)
  await pick(9)
  await comment.fill('Quick and kind.')
  expect(site.requests).toEqual([])
  await submit.click()
  await expect(region).toContainText('Thank you for your feedback!')
  await expect.poll(() => site.committed.length).toBe(1)
  expect(site.requests).toHaveLength(1)
  expect(site.committed[0]).toMatchObject({
    revision: 3,
    status: 'complete',
    endedBy: 'submit',
    touchpoint: { id: 'order.completed' },
    survey: { id: 'nps' },
    channel: 'web',
    locale: 'en',
    answers: [
      { question: 'nps', kind: 'nps', value: 9, scale: [0, 10] },
      { question: 'why', kind: 'text', value: 'Quick and kind.' },
    ],
    trigger: { kind: 'event', name: 'order.completed', properties: { transaction_id: 'T-1', value: 50 } },
    page: { url: `${site.url}/`, title: 'Host' },
    sdk: { name: 'pulso' },
  })
  expect(site.committed[0]!.id).toMatch(/^[\w-]{21}$/)
  expect(hostErrors).toEqual([])
})

test('a score without a comment is sent when the visitor closes the survey', async ({ page, site, hostErrors: _ }) => {
  await page.goto(site.page('/', nps(site)))
  await purchase(page)
  await survey(page).pick(3)
  await expect(survey(page).comment).toBeVisible()
  await survey(page).close.click()
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ status: 'partial', endedBy: 'close', answers: [{ value: 3 }] }])
  expect(site.requests).toHaveLength(1)
})

test('the same order is asked about once, although its page is loaded again', async ({ page, site, hostErrors: _ }) => {
  const config = {
    endpoint: site.endpoint,
    governor: { perSession: 9, betweenSurveys: '0s' },
    touchpoints: [
      {
        id: 'a',
        on: 'order.completed',
        survey: 'nps',
        frequency: { max: 9, afterShown: '0s', afterDismissed: '0s', afterAnswered: '0s' },
      },
    ],
  }
  await page.goto(
    site.page('/', tagged('', `<script type="application/json" data-pulso>${JSON.stringify(config)}</script>`)),
  )
  await purchase(page, 'T-7')
  await survey(page).close.click()
  await page.reload()
  await purchase(page, 'T-7')
  const explained = () => page.evaluate(() => window.pulso.explain('a'))
  await page.waitForTimeout(500)
  await expect(survey(page).region).toHaveCount(0)
  expect((await explained()).every(gate => gate.pass)).toBe(true)
  await purchase(page, 'T-8')
  await expect(survey(page).region).toBeVisible()
})

test('an answer given offline is kept through a reload and arrives once when the network is back', async ({
  page,
  context,
  site,
  hostErrors: _,
}) => {
  await page.goto(quickPage(site))
  await answerQuickly(page, 5)
  await expect.poll(() => site.committed.length).toBe(1)
  await page.evaluate(() => window.pulso.show('quick', { force: true }))
  await context.setOffline(true)
  await survey(page).pick(9)
  await expect(survey(page).region).toContainText('Thank you')
  await context.setOffline(false)
  site.reply = () => ({ status: 503, lose: true })
  await page.reload()
  site.reply = () => ({})
  await expect.poll(() => site.counted().map(({ answers }) => answers[0]!.value), { timeout: 40_000 }).toEqual([5, 9])
  expect(new Set(site.requests.filter(({ body }) => body.includes('"value":9')).map(({ body }) => body)).size).toBe(1)
})

for (const { status, retryAfter } of [
  { status: 503, retryAfter: () => '3' },
  { status: 429, retryAfter: () => new Date(Date.now() + 4000).toUTCString() },
  { status: 500, retryAfter: () => '3' },
]) {
  test(
    `Retry-After is honoured: ${status}, ${retryAfter()}`.replace(/, \w{3},.*/, ', a date'),
    async ({ page, site, hostErrors: _ }) => {
      site.reply = (_, attempt) => (attempt === 1 ? { status, headers: { 'retry-after': retryAfter() } } : {})
      await page.goto(quickPage(site))
      await answerQuickly(page, 8)
      await expect.poll(() => site.committed.length).toBe(1)
      expect(site.requests).toHaveLength(2)
      const [first, second] = site.requests
      expect(second!.at - first!.at).toBeGreaterThanOrEqual(3000)
      expect(second!.body).toBe(first!.body)
    },
  )
}

test('an answer whose acknowledgement is lost is sent again, byte for byte, and counted once', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(quickPage(site))
  await answerQuickly(page, 7) // warms the connection that is reset next
  site.reply = (_, attempt) => (attempt <= 2 ? { reset: true } : {})
  await answerQuickly(page, 10)
  await expect.poll(() => page.evaluate(() => window.pulso.pending())).toBe(0)
  const bodies = site.requests.map(({ body }) => body).filter(body => body.includes('"value":10'))
  expect(bodies.length).toBeGreaterThan(1)
  expect(new Set(bodies).size).toBe(1)
  expect(site.counted().filter(({ answers }) => answers[0]!.value === 10)).toHaveLength(1)
})

test('a record that the endpoint refuses delays no other, and is reported', async ({ page, site, hostErrors: _ }) => {
  site.reply = ({ answers }) => (answers[0]?.value === 3 ? { status: 422, lose: true } : {})
  await page.goto(quickPage(site))
  await page.waitForFunction(() => 'on' in (window.pulso ?? {}))
  await page.evaluate(() => {
    const host = window as never as { pulso: typeof window.pulso; errors: string[] }
    host.errors = []
    host.pulso.on('error', ({ code, message }) => host.errors.push(`${code} ${message}`))
  })
  for (const number of [1, 3, 5, 7]) await answerQuickly(page, number)
  await expect.poll(() => site.counted().map(({ answers }) => answers[0]!.value)).toEqual([1, 5, 7])
  expect(site.requests.filter(({ body }) => body.includes('"value":3'))).toHaveLength(1)
  expect(await page.evaluate(() => (window as never as { errors: string[] }).errors)).toEqual([
    expect.stringMatching(/^not-delivered \S+ status 422$/),
  ])
  expect(await page.evaluate(() => window.pulso.pending())).toBe(1)
})

test('two tabs that were offline deliver each answer once', async ({ page, context, site, hostErrors: _ }) => {
  const url = quickPage(site)
  const other = await context.newPage()
  for (const tab of [page, other]) {
    await tab.goto(url)
    await answerQuickly(tab, 0) // the widgets are there before the network goes
  }
  await expect.poll(() => site.committed.length).toBe(2)
  await context.setOffline(true)
  for (const number of [1, 2, 3]) {
    await answerQuickly(page, number)
    await answerQuickly(other, number + 3)
  }
  await context.setOffline(false)
  await expect.poll(() => site.counted().length, { timeout: 30_000 }).toBe(8)
  await page.waitForTimeout(1000)
  expect(site.requests).toHaveLength(8)
  expect(
    site
      .counted()
      .map(({ answers }) => answers[0]!.value)
      .sort(),
  ).toEqual([0, 0, 1, 2, 3, 4, 5, 6])
})

test('a visitor who leaves the page right after a score takes nothing with them', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(site.page('/', nps(site)))
  const next = site.page('/next', '<!doctype html><title>Next</title>')
  await purchase(page)
  await survey(page).pick(6)
  await expect(survey(page).comment).toBeVisible()
  await page.goto(next)
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ status: 'partial', endedBy: 'leave', answers: [{ value: 6 }] }])
})

test('an answer given in the very moment of leaving still arrives', async ({ page, site, hostErrors: _ }) => {
  await page.goto(site.page('/', nps(site)))
  site.page('/next', '<!doctype html><title>Next</title>')
  await purchase(page)
  await expect(survey(page).region).toBeVisible()
  await page.waitForTimeout(300)
  await page.evaluate(() => {
    const radios = document.querySelector('[data-pulso]')!.shadowRoot!.querySelectorAll('input')
    radios[7]!.click()
    location.href = '/next'
  })
  await expect.poll(() => site.counted()).toMatchObject([{ status: 'partial', answers: [{ value: 7 }] }])
})

test('a visitor who leaves while the network is dead is heard on the next page', async ({
  page,
  context,
  site,
  hostErrors: _,
}) => {
  const url = site.page('/', nps(site))
  await page.goto(url)
  await purchase(page)
  await survey(page).pick(2)
  await expect(survey(page).comment).toBeVisible()
  await context.setOffline(true)
  await page.goto('about:blank')
  await context.setOffline(false)
  await page.goto(url)
  await expect.poll(() => site.counted(), { timeout: 40_000 }).toMatchObject([{ answers: [{ value: 2 }] }])
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('pulso:journal'))))
    .toEqual([])
})

test('a page in place of an answer acknowledges nothing', async ({ page, site, hostErrors: _ }) => {
  site.reply = () => ({ headers: { 'content-type': 'text/html' }, body: '<h1>Welcome to the hotel</h1>', lose: true })
  await page.goto(quickPage(site))
  await answerQuickly(page, 4)
  await expect.poll(() => site.requests.length).toBe(1)
  expect(await page.evaluate(() => window.pulso.pending())).toBe(1)
  await page.waitForTimeout(3000)
  expect(site.requests).toHaveLength(1)
})

test('a double click submits once', async ({ page, site, hostErrors: _ }) => {
  await page.goto(site.page('/', nps(site)))
  await purchase(page)
  await survey(page).pick(9)
  await survey(page).comment.fill('Twice')
  await survey(page).submit.dblclick()
  await expect(survey(page).region).toContainText('Thank you')
  await expect.poll(() => site.committed.length).toBe(1)
  await page.waitForTimeout(500)
  expect(site.requests).toHaveLength(1)
})
