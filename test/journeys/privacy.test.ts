import type { Page } from '@playwright/test'
import type { Options } from '../../src'
import { expect, inDatabases, type Site, survey, tagged, test } from './site'

const options = (site: Site, change: Partial<Options>): Partial<Options> => ({
  endpoint: site.endpoint,
  surveys: {
    quick: { questions: [{ id: 'stars', kind: 'stars' }] },
    words: {
      questions: [
        { id: 'nps', kind: 'nps' },
        { id: 'why', kind: 'text' },
        { id: 'more', kind: 'text' },
      ],
    },
  },
  ...change,
})
async function open(page: Page, site: Site, change: Partial<Options>, path = '/') {
  const json = JSON.stringify(options(site, change))
  const address = site.page('/', tagged('', `<script type="application/json" data-pulso>${json}</script>`))
  await page.goto(address + path.slice(1))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
}
const show = (page: Page, id = 'words') => page.evaluate(id => window.pulso.show(id, { force: true }), id)

/** Everything that a script could find of ours on the device, as one text. */
async function onDevice(page: Page) {
  const [local, session, cookie] = await page.evaluate(() => [
    { ...localStorage },
    { ...sessionStorage },
    document.cookie,
  ])
  return JSON.stringify([local, session, ...(await inDatabases(page)).flat(), cookie])
}

test('what identifies a person is taken out of free text before anything is written or sent', async ({
  page,
  site,
  hostErrors: _,
}) => {
  site.reply = () => ({ status: 503, lose: true })
  await open(page, site, { privacy: { redact: true } })
  await show(page)
  await survey(page).pick(2)
  await survey(page).comment.fill('Call me: +34 600 123 456, or jo@example.com')
  await survey(page).region.getByRole('button', { name: 'Next' }).click()
  await expect(survey(page).comment).toHaveValue('')
  await survey(page).comment.fill('My card is 4111 1111 1111 1111')
  expect(await onDevice(page)).toContain('Call me: [phone], or [email]')
  await page.reload() // what was begun comes along
  await expect(survey(page).comment).toHaveValue('My card is [card]')
  const found = await onDevice(page)
  expect(found).toContain('[email]')
  expect(found + site.requests.map(({ body }) => body)).not.toMatch(/600 ?123|123 ?456|example\.com|1111 ?1111/)
  site.reply = () => ({})
  await survey(page).submit.click()
  await page.evaluate(() => window.pulso.flush())
  await expect
    .poll(() => site.counted()[0]?.answers.map(({ value }) => value), { timeout: 40_000 })
    .toEqual([2, 'Call me: [phone], or [email]', 'My card is [card]'])
})

test('an address keeps no parameter but those that the site asks for', async ({ page, site, hostErrors: _ }) => {
  await open(page, site, { privacy: { query: ['utm_source'] } }, '/?token=s3cret&utm_source=mail#s3cret')
  await show(page, 'quick')
  await survey(page).region.getByRole('radio').first().press('Space')
  await expect.poll(() => site.committed[0]?.page?.url).toBe(`${site.url}/?utm_source=mail`)
  expect(JSON.stringify(site.committed)).not.toContain('s3cret')
})

test('with no storage, nothing is ever on the device, and answers arrive', async ({ page, site, hostErrors: _ }) => {
  const nothing = '[{},{},""]'
  site.reply = () => ({ status: 503, lose: true })
  await open(page, site, { privacy: { storage: false } })
  await show(page)
  await survey(page).pick(9)
  await survey(page).comment.fill('Kept nowhere')
  expect(await onDevice(page)).toBe(nothing)
  await survey(page).region.getByRole('button', { name: 'Next' }).click()
  await expect(survey(page).comment).toHaveValue('')
  await survey(page).comment.fill('Nor this')
  await survey(page).submit.click()
  // The endpoint is down, so the page is all there is: the visitor is told, until it is sent.
  const stay = survey(page).region.getByText('Please keep this page open until your answer has been sent.').first()
  await expect(stay).toBeVisible()
  expect(await onDevice(page)).toBe(nothing)
  site.reply = () => ({})
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect.poll(() => site.counted(), { timeout: 40_000 }).toMatchObject([{ answers: [{}, {}, {}] }])
  await expect(stay).toBeHidden()
  await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
  expect(await page.evaluate(() => window.pulso.pending())).toBe(0)
  await page.reload()
  expect(await onDevice(page)).toBe(nothing)
})

test('nothing goes to third parties from a visitor with Global Privacy Control', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const third: string[] = []
  await page.route('https://cdp.example/**', route => {
    third.push(route.request().url())
    return route.fulfill({ status: 200, headers: { 'access-control-allow-origin': '*' } })
  })
  const destination = [{ url: site.endpoint }, { url: 'https://cdp.example/track', format: 'text' as const }]
  for (const control of [true, false]) {
    await page.addInitScript(control => {
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: control, configurable: true })
    }, control)
    await open(page, site, { destination })
    await show(page, 'quick')
    await survey(page).region.getByRole('radio').first().press('Space')
    await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
    await expect.poll(() => site.committed.length).toBe(control ? 1 : 2)
    await expect.poll(() => page.evaluate(() => window.pulso.pending())).toBe(0)
    expect(third).toHaveLength(control ? 0 : 1)
  }
})

test('somebody else’s endpoint that is the only one gets nothing from such a visitor, who is thanked all the same', async ({
  page,
  site,
  hostErrors: _,
}) => {
  for (const control of [true, false]) {
    await page.addInitScript(control => {
      Object.defineProperty(navigator, 'globalPrivacyControl', { value: control, configurable: true })
    }, control)
    await open(page, site, { endpoint: undefined, destination: { url: site.endpoint, thirdParty: true } })
    await show(page, 'quick')
    await survey(page).region.getByRole('radio').first().press('Space')
    await expect(survey(page).region.getByRole('heading', { name: /thank you/i })).toBeVisible()
    if (control) expect(await onDevice(page)).not.toContain('"answers\\":[{')
    await expect.poll(() => page.evaluate(() => window.pulso.pending())).toBe(0)
    await expect.poll(() => site.requests.length).toBe(control ? 0 : 1)
  }
})

test('what an earlier page has stored stays as it is while storage is off, and is sent once it is allowed again', async ({
  page,
  site,
  hostErrors: _,
}) => {
  site.reply = () => ({ status: 503, lose: true })
  await open(page, site, {})
  await show(page, 'quick')
  await survey(page).region.getByRole('radio').first().press('Space')
  await expect.poll(() => onDevice(page)).toContain('"failures":')
  const pending = () => page.evaluate(() => window.pulso.pending())
  expect(await pending()).toBe(1)
  await page.goto(site.page('/elsewhere', '<!doctype html><title>Elsewhere</title>'))
  const before = await onDevice(page)
  site.reply = () => ({})
  await open(page, site, { privacy: { storage: false } })
  await page.evaluate(() => window.pulso.flush())
  expect(await pending()).toBe(0)
  expect(await onDevice(page)).toBe(before)
  expect(site.committed).toEqual([])
  await open(page, site, {})
  await page.evaluate(() => window.pulso.flush())
  await expect.poll(() => site.committed.length, { timeout: 40_000 }).toBe(1)
})

test('a refusal leaves nothing on the device but itself', async ({ page, site, hostErrors: _ }) => {
  site.reply = () => ({ status: 503, lose: true })
  await open(page, site, {})
  await show(page)
  await survey(page).pick(4)
  await expect(survey(page).comment).toBeVisible()
  expect(await onDevice(page)).toContain('"value\\":4')
  await page.evaluate(() => window.pulso.setConsent('denied'))
  await expect(survey(page).region).toHaveCount(0)
  await expect.poll(() => onDevice(page)).toBe('[{"pulso:consent":"denied"},{},""]')
  await page.reload()
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  expect(await show(page)).toBe(false)
})

test('what was answered before a refusal stays forgotten, though it is on its way and consent comes later', async ({
  page,
  site,
  hostErrors: _,
}) => {
  let arrive = () => {}
  const late = new Promise<void>(resolve => (arrive = resolve))
  await page.route('**/more.js*', async route => {
    await late
    await route.continue()
  })
  await open(page, site, { surveys: { one: { questions: [{ id: 'nps', kind: 'nps' }] } } })
  await show(page, 'one')
  await survey(page).pick(9)
  await page.evaluate(() => window.pulso.setConsent('denied'))
  await expect(survey(page).region).toHaveCount(0)
  await page.evaluate(() => window.pulso.setConsent('granted'))
  arrive()
  expect(await show(page, 'one')).toBe(true)
  await survey(page).pick(3)
  await expect.poll(() => site.counted().map(({ answers }) => answers[0]?.value)).toContain(3)
  expect(site.counted().map(({ answers }) => answers[0]?.value)).toEqual([3])
})

test('a refusal in one tab takes the survey off another, and what was answered there is forgotten', async ({
  page,
  context,
  site,
  hostErrors: _,
}) => {
  await open(page, site, {})
  const other = await context.newPage()
  await open(other, site, {})
  await show(other)
  await survey(other).pick(9)
  await expect(survey(other).comment).toBeVisible()
  await page.evaluate(() => window.pulso.setConsent('denied'))
  await expect(survey(other).region).toHaveCount(0)
  await page.evaluate(() => window.pulso.setConsent('granted'))
  await other.reload()
  await other.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await show(other)
  await survey(other).pick(3)
  await expect(survey(other).comment).toBeVisible()
  await other.goto('about:blank')
  await expect.poll(() => site.counted().map(({ answers }) => answers[0]?.value)).toEqual([3])
})
