import type { Page } from '@playwright/test'
import type { Config } from '../../src/schema'
import { expect, onDevice, purchase, type Site, survey, tagged, test } from './site'

/** Asks as often as it may, so that what holds a survey back is what a test is about. */
const often = { frequency: { max: 99, afterShown: '0s', afterDismissed: '0s', afterAnswered: '0s' } }
const eager = { perSession: 99, betweenSurveys: '0s' }

type Part = Partial<Omit<Config, 'touchpoints'>> & { touchpoints?: Record<string, unknown>[] }

/** A page with its configuration in the markup, and what else stands there. */
const html = (site: Site, config: Part, rest = '') =>
  tagged(
    '',
    `${rest}<script type="application/json" data-pulso>${JSON.stringify({ endpoint: site.endpoint, ...config })}</script>`,
  )
const isReady = (page: Page) => page.waitForFunction(() => 'show' in (window.pulso ?? {}))

async function open(page: Page, site: Site, config: Part, rest = '', search = '') {
  await page.goto(site.page('/', html(site, config, rest)) + search)
  await isReady(page)
}

/** What the page has asked the servers for, by path. */
function watchRequests(page: Page): string[] {
  const paths: string[] = []
  page.on('request', request => paths.push(new URL(request.url()).pathname))
  return paths
}

function watchWarnings(page: Page): string[] {
  const lines: string[] = []
  page.on('console', message => message.type() === 'warning' && lines.push(message.text()))
  return lines
}

const track = (page: Page, name: string, properties: Record<string, unknown> = {}) =>
  page.evaluate(([name, properties]) => window.pulso.track(name, properties), [name, properties] as const)

/** Waits until the page has judged what it was told, then looks. */
async function expectNone(page: Page) {
  await page.waitForTimeout(700)
  await expect(survey(page).region).toHaveCount(0)
}

async function closeIt(page: Page) {
  await survey(page).close.click()
  await expect(survey(page).region).toHaveCount(0)
}

/** A moment on the page that goes to another address without loading. */
const navigate = (page: Page, path: string) => page.evaluate(path => history.pushState(null, '', path), path)

/** The gates that hold a touchpoint back now, in their own sentences. */
const against = (page: Page, id: string) =>
  page.evaluate(
    async id => (await window.pulso.explain(id)).filter(({ pass }) => !pass).map(({ reason }) => reason),
    id,
  )

/** A library that calls who listens to it, and keeps what it was told, as Segment's does. */
const segmentLike = `<script>
  window.analytics = { heard: [], on(name, heard) { this.heard.push(heard) }, track(name, properties) { for (const heard of this.heard) heard(name, properties); return 'theirs' } }
</script>`
const isHeard = (page: Page) => page.waitForFunction(() => (window as never as Analytics).analytics.heard.length)
interface Analytics {
  analytics: { heard: unknown[]; track(name: string, properties: unknown): unknown }
}

test('a plain configuration fetches no other file and makes no node before a survey is due', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const requests = watchRequests(page)
  const config = {
    endpoint: site.endpoint,
    touchpoints: [
      { id: 'bought', on: { event: 'order.completed', where: { value: { $gte: 50 } } }, survey: 'nps', delay: '1s' },
      { id: 'help', on: [{ page: '/help*' }, { delay: '10m' }], survey: 'csat' },
    ],
  }
  site.page('/pulso.json', JSON.stringify(config), { 'content-type': 'application/json' })
  await page.goto(site.page('/', tagged('data-config="/pulso.json"')))
  await isReady(page)
  const count = () => page.evaluate(() => document.querySelectorAll('*').length)
  const before = await count()
  await page.evaluate(() => {
    window.dataLayer.push({ event: 'view_item' })
    window.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'T-0', value: 49 } })
  })
  await page.waitForTimeout(1500)
  expect(requests).toEqual(['/', '/pulso.js', '/pulso.json'])
  expect(await count()).toBe(before)
  await purchase(page)
  await expect(survey(page).region).toBeVisible()
  expect(requests.filter(path => path === '/journey.js')).toEqual([])
  expect(await count()).toBe(before + 1)
})

test('a source is fetched by its name, and an event of it shows the survey', async ({ page, site, hostErrors: _ }) => {
  const requests = watchRequests(page)
  const touchpoints = [
    { id: 'bought', on: { event: 'order.completed', where: { value: { $gte: 50 } } }, survey: 'nps' },
  ]
  await open(page, site, { sources: ['segment'], touchpoints }, segmentLike)
  await isHeard(page)
  expect(requests.filter(path => path.startsWith('/adapters/'))).toEqual(['/adapters/segment.js'])
  const returned = await page.evaluate(() =>
    (window as never as Analytics).analytics.track('Order Completed', { order_id: 'O-1', total: '129,90 €' }),
  )
  expect(returned).toBe('theirs')
  await survey(page).pick(9)
  await closeIt(page)
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ trigger: { name: 'order.completed', properties: { order_id: 'O-1', value: 129.9 } } }])
})

test('an order that two sources tell of is asked about once, and the next order is asked about', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await open(
    page,
    site,
    {
      sources: ['dataLayer', 'segment'],
      governor: eager,
      touchpoints: [{ id: 'bought', on: 'order.completed', survey: 'nps', ...often }],
    },
    segmentLike,
  )
  await isHeard(page)
  await page.evaluate(() => {
    const seen = { told: [] as unknown[], shown: 0 }
    window.pulso.on('track', ({ source, properties }) => seen.told.push([source, properties.order_id]))
    window.pulso.on('shown', () => seen.shown++)
    Object.assign(window, { seen })
  })
  const order = (id: string) =>
    page.evaluate(id => {
      window.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: id, value: 50 } })
      ;(window as never as Analytics).analytics.track('Order Completed', { order_id: id, total: 50 })
    }, id)
  const seen = () => page.evaluate(() => (window as never as { seen: { told: unknown[]; shown: number } }).seen)
  await order('O-1')
  await expect(survey(page).region).toBeVisible()
  await closeIt(page)
  await expectNone(page)
  expect((await seen()).told.sort()).toEqual([
    ['dataLayer', 'O-1'],
    ['segment', 'O-1'],
  ])
  await order('O-2')
  await expect(survey(page).region).toBeVisible()
  expect((await seen()).shown).toBe(2)
})

test('a source that there is not is one warning, and the others are listened to', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const warnings = watchWarnings(page)
  const touchpoints = [{ id: 'bought', on: 'order.completed', survey: 'nps' }]
  await open(page, site, { sources: ['sgment', 'dataLayer'] as never, touchpoints })
  await expect.poll(() => warnings).toEqual([expect.stringMatching(/^\[pulso\] bad-source: there is no "sgment"/)])
  await purchase(page)
  await expect(survey(page).region).toBeVisible()
  expect(warnings).toHaveLength(1)
})

test('a data layer of another name is listened to, and so are several', async ({ page, site, hostErrors: _ }) => {
  const config: Part = {
    sources: [{ source: 'dataLayer', global: ['one', 'two'] }],
    governor: eager,
    touchpoints: [{ id: 'bought', on: 'order.completed', survey: 'nps', ...often }],
  }
  await open(
    page,
    site,
    config,
    '<script>one = []; two = [{ event: "purchase", ecommerce: { transaction_id: "A" } }]</script>',
  )
  await expect(survey(page).region).toBeVisible()
  await closeIt(page)
  const length = await page.evaluate(() =>
    (window as never as { one: unknown[] }).one.push({ event: 'purchase', ecommerce: { transaction_id: 'B' } }),
  )
  expect(length).toBe(1)
  await expect(survey(page).region).toBeVisible()
  await closeIt(page)
  await purchase(page, 'C') // the layer by its usual name is not one of them
  await expectNone(page)
})

test('the audience is told by campaign, language and device', async ({ page, site, hostErrors: _ }) => {
  const of = (id: string, audience: unknown) => ({ id, on: id, audience, survey: 'nps', ...often })
  const config: Part = {
    governor: eager,
    touchpoints: [
      of('spring', { 'campaign.last.source': 'newsletter', 'campaign.first.campaign': 'spring' }),
      of('autumn', { 'campaign.last.campaign': 'autumn' }),
      of('english', { locale: 'en' }),
      of('spanish', { locale: 'es' }),
      of('desk', { device: 'desktop' }),
      of('hand', { device: { $in: ['mobile', 'tablet'] } }),
    ],
  }
  await open(page, site, config, '', '?utm_source=newsletter&utm_campaign=spring')
  for (const id of ['spring', 'english', 'desk']) {
    await track(page, id)
    await expect(survey(page).region).toBeVisible()
    await closeIt(page)
  }
  for (const id of ['autumn', 'spanish', 'hand']) {
    await track(page, id)
    await expectNone(page)
    expect(await against(page, id)).toEqual(['The visitor is not one of the audience.'])
  }
  // A campaign is remembered on the pages that come after.
  await page.goto(site.url)
  await isReady(page)
  await track(page, 'spring')
  await expect(survey(page).region).toBeVisible()
})

test('an event that calls off a survey does so while it waits, and not before it begins to', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const touchpoints = [{ id: 'left', on: 'cart.left', cancelOn: 'order.completed', delay: '1s', survey: 'nps' }]
  await open(page, site, { touchpoints })
  await track(page, 'cart.left')
  await purchase(page)
  await page.waitForTimeout(1500)
  await expect(survey(page).region).toHaveCount(0)
  await track(page, 'cart.left')
  await expect(survey(page).region).toBeVisible()
})

test.describe('two days after an event', () => {
  const start = Date.parse('2026-03-02T09:00:00Z')
  const day = 864e5
  const delayed = { id: 'delivered', on: 'order.completed', delay: '2d', survey: 'nps' }
  const at = async (page: Page, time: number, site: Site, config: Part) => {
    await page.clock.setFixedTime(time)
    await open(page, site, config)
  }

  test('a visitor who comes back is asked, about that event', async ({ page, site, hostErrors: _ }) => {
    await at(page, start, site, { touchpoints: [delayed] })
    await purchase(page, 'A7')
    await expectNone(page)
    await at(page, start + 1.9 * day, site, { touchpoints: [delayed] })
    await expectNone(page)
    await at(page, start + 2.1 * day, site, { touchpoints: [delayed] })
    await survey(page).pick(8)
    await closeIt(page)
    await expect.poll(() => site.counted()).toMatchObject([{ trigger: { properties: { order_id: 'A7' } } }])
    await at(page, start + 200 * day, site, { touchpoints: [delayed] })
    await expectNone(page)
  })

  test('the configuration of that day decides, not that of the event', async ({ page, site, hostErrors: _ }) => {
    await at(page, start, site, { touchpoints: [delayed] })
    await purchase(page)
    await expectNone(page)
    await at(page, start + 3 * day, site, { touchpoints: [{ ...delayed, survey: 'stars' }] })
    await expect(survey(page).region.getByRole('radio')).toHaveCount(5)
  })

  test('a touchpoint that was switched off meanwhile asks nothing', async ({ page, site, hostErrors: _ }) => {
    await at(page, start, site, { touchpoints: [delayed] })
    await purchase(page)
    await expectNone(page)
    await at(page, start + 3 * day, site, { touchpoints: [{ ...delayed, enabled: false }] })
    await expectNone(page)
    expect(await against(page, 'delivered')).toEqual(['It is switched off: "enabled" is false.'])
  })

  test('a clock that jumps years ahead and back breaks nothing, and the survey comes in its time', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await at(page, start, site, { journey: true, touchpoints: [delayed] })
    await purchase(page)
    await expectNone(page)
    await at(page, Date.parse('2001-01-01'), site, { journey: true, touchpoints: [delayed] })
    await page.evaluate(() => window.dataLayer.push({ event: 'view_item' }))
    await expectNone(page)
    await at(page, Date.parse('2040-01-01'), site, { journey: true, touchpoints: [delayed] })
    await expect(survey(page).region).toBeVisible()
    await closeIt(page)
    await at(page, start, site, { journey: true, touchpoints: [{ ...delayed, delay: '0s' }], governor: eager })
    await purchase(page, 'T-2') // a time ahead of the clock holds nobody off
    await expect(survey(page).region).toBeVisible()
  })
})

test('of two touchpoints on one event the more urgent asks, and the other does not follow', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const touchpoints = [
    { id: 'plain', on: 'order.completed', survey: 'stars' },
    { id: 'urgent', on: 'order.completed', survey: 'nps', priority: 5 },
  ]
  await open(page, site, { touchpoints, governor: { betweenSurveys: '7d', perSession: 1 } })
  await purchase(page)
  await survey(page).pick(7)
  await closeIt(page)
  await expectNone(page)
  await expect.poll(() => site.counted()).toMatchObject([{ touchpoint: { id: 'urgent' } }])
})

test('a page asks so often and no more, until it changes its address', async ({ page, site, hostErrors: _ }) => {
  const touchpoints = [
    { id: 'one', on: 'one', survey: 'nps' },
    { id: 'two', on: 'two', survey: 'csat' },
  ]
  await open(page, site, { governor: { ...eager, perPage: 1 }, touchpoints })
  await track(page, 'one')
  await expect(survey(page).region).toBeVisible()
  await closeIt(page)
  await track(page, 'two')
  await expectNone(page)
  expect(await against(page, 'two')).toEqual(['Surveys were shown on this page 1 of at most 1 times.'])
  await navigate(page, '/checkout')
  await track(page, 'two')
  await expect(survey(page).region).toBeVisible()
})

test('a rest by tag holds off surveys of that tag alone', async ({ page, site, hostErrors: _ }) => {
  const touchpoints = [
    { id: 'one', on: 'one', survey: 'nps' },
    { id: 'two', on: 'two', survey: 'nps' },
    { id: 'three', on: 'three', survey: 'csat' },
  ]
  await open(page, site, { governor: { ...eager, byTag: { nps: '90d' } }, touchpoints })
  await track(page, 'one')
  await expect(survey(page).region).toBeVisible()
  await closeIt(page)
  await track(page, 'two')
  await expectNone(page)
  expect(await against(page, 'two')).toEqual([
    expect.stringMatching(/^A survey with the tag nps was shown on .+; it rests until .+\.$/),
  ])
  await track(page, 'three')
  await expect(survey(page).region).toBeVisible()
})

test('of two tabs one asks at a time, and the other once that is closed', async ({
  page,
  context,
  site,
  hostErrors: _,
}) => {
  const config: Part = { governor: eager, touchpoints: [{ id: 'trial', on: 'trial.ended', survey: 'nps', ...often }] }
  const other = await context.newPage()
  await open(page, site, config)
  await open(other, site, config)
  await track(page, 'trial.ended')
  await expect(survey(page).region).toBeVisible()
  await track(other, 'trial.ended')
  await expectNone(other)
  expect(await against(other, 'trial')).toEqual(['Another tab shows a survey.'])
  await survey(page).pick(4)
  await expect(survey(page).comment).toBeVisible() // the answer is stored, and what carries it over is there
  await page.reload()
  await expect(survey(page).region).toBeVisible() // it was carried over
  await expect.poll(() => against(other, 'trial')).toContain('Another tab shows a survey.')
  await closeIt(page)
  await expect.poll(() => against(other, 'trial')).toEqual([]) // one tab hears of the other in its own time
  await track(other, 'trial.ended')
  await expect(survey(other).region).toBeVisible()
})

test('who says so on the survey is asked no more, and the page stays where it is', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const config: Part = {
    optOut: true,
    governor: eager,
    touchpoints: [{ id: 'trial', on: 'trial.ended', survey: 'nps', ...often }],
  }
  await open(page, site, config)
  await track(page, 'trial.ended')
  const out = survey(page).region.getByRole('button', { name: 'Don’t ask me again' })
  const box = await survey(page).region.boundingBox()
  await expect(survey(page).region.getByRole('status')).not.toBeEmpty() // the next steps have had their time to come
  expect(await survey(page).region.boundingBox()).toEqual(box)
  await out.click()
  await expect(survey(page).region).toHaveCount(0)
  for (const again of [false, true]) {
    if (again) await page.reload().then(() => isReady(page))
    await track(page, 'trial.ended')
    await expectNone(page)
    expect(await against(page, 'trial')).toEqual(['The visitor does not want to be asked again.'])
  }
  expect(site.requests).toEqual([])
})

test('an inline survey comes into a place that the page draws later', async ({ page, site, hostErrors: _ }) => {
  const placement = { kind: 'inline', selector: '#opinion' }
  await open(page, site, { touchpoints: [{ id: 'here', on: { visible: '#opinion' }, placement, survey: 'csat' }] })
  await expectNone(page)
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div id="opinion"></div>'))
  await expect(survey(page).region).toBeVisible()
  expect(await page.evaluate(() => document.querySelector('#opinion')!.childElementCount)).toBe(1)
})

test('who does not want to be asked is not, also after a logout; who only logs out is a stranger', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const config: Part = { journey: true, touchpoints: [{ id: 'trial', on: 'trial.ended', survey: 'nps' }] }
  const anonymous = () => page.evaluate(() => JSON.parse(localStorage.getItem('pulso:visitor') ?? '{}').id)
  await open(page, site, config)
  await track(page, 'trial.ended')
  await expect(survey(page).region).toBeVisible()
  await closeIt(page)
  const first = await anonymous()
  await track(page, 'trial.ended')
  await expectNone(page)
  await page.evaluate(() => window.pulso.reset())
  await track(page, 'trial.ended')
  await expect(survey(page).region).toBeVisible()
  expect(await anonymous()).not.toBe(first)
  await page.evaluate(() => window.pulso.optOut())
  await expect(survey(page).region).toHaveCount(0)
  await page.evaluate(() => window.pulso.reset())
  await page.reload()
  await isReady(page)
  await track(page, 'trial.ended')
  await expectNone(page)
  expect(await against(page, 'trial')).toEqual(['The visitor does not want to be asked again.'])
})

test('an event is remembered on the next page although the page goes at once, and not of a visitor who was forgotten', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const config: Part = {
    journey: ['plan'],
    touchpoints: [
      { id: 'walked', on: { sequence: ['one', 'two'] }, survey: { questions: [{ id: 'nps', kind: 'nps' }] } },
      { id: 'trial', on: 'trial.ended', survey: { questions: [{ id: 'nps', kind: 'nps' }] } },
    ],
  }
  site.page('/next', html(site, config))
  await open(page, site, config)
  await page.evaluate(() => window.pulso.explain('trial')) // the journey's part is here
  await page.evaluate(() => {
    window.pulso.track('forgotten')
    window.pulso.track('one')
    window.pulso.reset()
    window.pulso.track('two')
    window.pulso.track('kept', { plan: 'pro', secret: 'x' })
    location.href = '/next'
  })
  await page.waitForURL('**/next')
  await isReady(page)
  await track(page, 'two')
  await expectNone(page)
  await page.evaluate(() => {
    window.pulso.track('one')
    location.href = '/'
  })
  await page.waitForURL(`${site.url}/`)
  await isReady(page)
  await track(page, 'two')
  await survey(page).pick(4)
  const at = expect.any(String)
  await expect
    .poll(() => site.counted()[0]?.journey)
    .toEqual([
      { name: 'two', at },
      { name: 'kept', plan: 'pro', at },
      { name: 'two', at },
      { name: 'one', at },
      { name: 'two', at },
    ])
})

test('explain tells in sentences why a survey would be shown, and why not', async ({ page, site, hostErrors: _ }) => {
  const requests = watchRequests(page)
  await open(page, site, { touchpoints: [{ id: 'trial', on: 'trial.ended', survey: 'nps' }] })
  expect(requests).not.toContain('/journey.js')
  const all = () => page.evaluate(() => window.pulso.explain('trial'))
  const before = await all()
  expect(before.every(({ pass, reason }) => pass && /^[A-Z"].*\.$/.test(reason))).toBe(true)
  expect(before.map(({ gate }) => gate)).toEqual(expect.arrayContaining(['consent', 'optOut', 'busy', 'max', 'dialog']))
  await track(page, 'trial.ended')
  await expect(survey(page).region).toBeVisible()
  expect(await against(page, 'trial')).toEqual(
    expect.arrayContaining([
      'A survey has its place on this page already.',
      'Surveys were shown in this session 1 of at most 1 times.',
    ]),
  )
  expect(await against(page, 'none')).toEqual(['There is no usable touchpoint "none".'])
})

test.describe('consent', () => {
  const config = (consent: 'google' | 'tcf'): Part => ({
    consent,
    touchpoints: [{ id: 'bought', on: 'order.completed', survey: 'nps' }],
  })
  const gtag = `<script>function gtag() { dataLayer.push(arguments) }
    gtag('consent', 'default', { analytics_storage: 'denied', functionality_storage: 'denied' })</script>`
  const cmp = `<script>
    const heard = []
    const data = change => ({ tcfPolicyVersion: 4, gdprApplies: true, cmpStatus: 'loaded', eventStatus: 'cmpuishown', purpose: { consents: {} }, ...change })
    window.__tcfapi = (command, version, callback, id) => {
      if (command === 'addEventListener') callback(data({ listenerId: heard.push(callback) - 1 }), true)
      if (command === 'removeEventListener') callback(true)
    }
    window.choose = consents => heard.forEach((callback, listenerId) =>
      callback(data({ listenerId, eventStatus: 'useractioncomplete', purpose: { consents } }), true))
  </script>`
  const nothing = { keys: [], records: [] }
  const update = (page: Page, word: string) =>
    page.evaluate(word => {
      const states = { analytics_storage: word, functionality_storage: word }
      ;(window as never as { gtag(...args: unknown[]): void }).gtag('consent', 'update', states)
    }, word)
  const choose = (page: Page, yes: boolean) =>
    page.evaluate(yes => (window as never as { choose(consents: unknown): void }).choose({ 1: yes }), yes)

  for (const [consent, stand, decide] of [
    ['google', gtag, (page: Page, yes: boolean) => update(page, yes ? 'granted' : 'denied')],
    ['tcf', cmp, choose],
  ] as const) {
    test(`an answer waits in memory until ${consent} grants, and is then kept and sent`, async ({
      page,
      site,
      hostErrors: _,
    }) => {
      const requests = watchRequests(page)
      await open(page, site, config(consent), stand)
      await expect.poll(() => requests).toContain(`/consent/${consent}.js`)
      await purchase(page)
      await survey(page).pick(9)
      await expect(survey(page).comment).toBeVisible()
      await page.waitForTimeout(500)
      expect(site.requests).toEqual([])
      expect(await onDevice(page)).toEqual(nothing)
      await decide(page, true)
      await closeIt(page)
      await expect.poll(() => site.counted()).toMatchObject([{ status: 'partial', answers: [{ value: 9 }] }])
      expect((await onDevice(page)).keys).toContain('pulso:visitor')
    })

    test(`what ${consent} refuses is forgotten, and nothing is asked any more`, async ({
      page,
      site,
      hostErrors: _,
    }) => {
      await open(page, site, { ...config(consent), governor: eager }, stand)
      await purchase(page)
      await survey(page).pick(2)
      await expect(survey(page).comment).toBeVisible()
      await decide(page, false)
      await expect(survey(page).region).toHaveCount(0)
      await purchase(page, 'T-2')
      await expectNone(page)
      expect(site.requests).toEqual([])
      expect(await onDevice(page)).toEqual({ keys: ['pulso:consent'], records: [] })
      expect(await against(page, 'bought')).toContain('The visitor has refused.')
    })
  }
})

test.describe('a link from an e-mail', () => {
  const config: Part = { touchpoints: [{ id: 'post-purchase', on: 'order.completed', survey: 'nps' }] }
  const link = '?pulso=post-purchase&nps=9&order_id=A7&channel=email'
  const go = (page: Page) => survey(page).region.getByRole('button', { name: /^(next|submit)$/i })

  test('enters its answer, which counts once the visitor goes on', async ({ page, site, hostErrors: _ }) => {
    await open(page, site, config, '', link)
    await expect(survey(page).score(9)).toBeChecked()
    await expect(go(page)).toBeVisible()
    await page.waitForTimeout(800)
    expect(site.requests).toEqual([])
    expect((await onDevice(page)).records).toEqual([])
    expect((await onDevice(page)).keys.filter(key => /held|journal/.test(key))).toEqual([])
    await go(page).click()
    await survey(page).comment.fill('It came early')
    await go(page).click()
    await expect(survey(page).region).toContainText('Thank you')
    await expect
      .poll(() => site.counted())
      .toMatchObject([
        {
          status: 'complete',
          channel: 'email',
          trigger: { kind: 'link', name: 'post-purchase', properties: { order_id: 'A7' } },
          answers: [{ question: 'nps', value: 9, scale: [0, 10] }, { value: 'It came early' }],
        },
      ])
    await page.goto(site.url + link)
    await isReady(page)
    await expectNone(page)
    expect(site.counted()).toHaveLength(1)
  })

  test('casts no vote when whatever follows it only looks', async ({ page, site, hostErrors: _ }) => {
    await open(page, site, config, '', link)
    await expect(survey(page).score(9)).toBeChecked()
    await page.goto(site.page('/away', html(site, config)))
    await isReady(page)
    await expectNone(page)
    expect(site.requests).toEqual([])
    expect((await onDevice(page)).records).toEqual([])
  })

  for (const number of ['11', '99', '9.5', '-1', 'nine', ''])
    test(`with nps=${number} asks, and enters nothing that could be sent`, async ({ page, site, hostErrors: _ }) => {
      await open(page, site, config, '', `?pulso=post-purchase&nps=${number}`)
      await expect(survey(page).region).toBeVisible()
      await page.waitForTimeout(500) // the way on has come by now
      await expect(survey(page).region.getByRole('radio', { checked: true })).toHaveCount(0)
      if (await go(page).count()) await go(page).click()
      await expect(survey(page).comment).toHaveCount(0)
      await survey(page).pick(3)
      await expect(survey(page).comment).toBeVisible()
      await closeIt(page)
      await expect.poll(() => site.counted()).toMatchObject([{ channel: 'web', answers: [{ value: 3 }] }])
    })
})

test('the script tag says through which channel its page is come to', async ({ page, site, hostErrors: _ }) => {
  const attributes = { endpoint: site.endpoint, on: 'order.completed', survey: 'nps', channel: 'qr' }
  const written = Object.entries(attributes).map(([name, value]) => `data-${name}="${value}"`)
  await page.goto(site.page('/', tagged(written.join(' '))))
  await isReady(page)
  await purchase(page)
  await survey(page).pick(9)
  await expect(survey(page).comment).toBeVisible()
  await closeIt(page)
  await expect.poll(() => site.counted()).toMatchObject([{ channel: 'qr', answers: [{ value: 9 }] }])
})

test.describe('whatever a page does', () => {
  const rich: Part = {
    journey: ['value', 'order_id'],
    sources: ['dataLayer', 'segment'],
    touchpoints: [
      { id: 'bought', on: { event: 'order.completed', where: { value: { $gte: 50 } } }, survey: 'nps', priority: 1 },
    ],
  }

  test('hostile payloads come back to it as they would without us, and the next order is asked about', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    const abuse = () => {
      const { dataLayer } = window
      const cycle: Record<string, unknown> = { event: 'purchase' }
      cycle.self = cycle
      cycle.ecommerce = { transaction_id: cycle, items: [cycle] }
      const throwing = {
        event: 'purchase',
        get ecommerce() {
          throw new Error('theirs')
        },
      }
      const proxy = new Proxy(
        { event: 'purchase' },
        {
          get() {
            throw new Error('theirs')
          },
          ownKeys() {
            throw new Error('theirs')
          },
        },
      )
      const big = { event: 'purchase', ecommerce: { transaction_id: 'BIG', note: 'x'.repeat(1_000_000) } }
      const odd = {
        event: 'purchase',
        ecommerce: { transaction_id: 'ODD', value: Symbol('v'), tax: 10n, when: () => 1 },
      }
      const words = { event: 'purchase', ecommerce: { transaction_id: 'EUR', value: '129,90 €', currency: 'EUR' } }
      const frozen = Object.freeze({ event: 'constructor', __proto__: null })
      const payloads: unknown[] = [
        cycle,
        throwing,
        proxy,
        big,
        odd,
        words,
        frozen,
        null,
        undefined,
        7,
        'text',
        [],
        () => 1,
      ]
      const returned = payloads.map(payload => dataLayer.push(payload))
      returned.push(dataLayer.push(...payloads), dataLayer.push())
      const { pulso } = window as { pulso?: typeof window.pulso }
      const told = payloads.map(payload => (pulso ? pulso.track('order.completed', payload as never) : undefined))
      for (const name of [null, undefined, {}, '', '__proto__', 'x'.repeat(1_000_000)])
        told.push(pulso?.track(name as never))
      const { analytics } = window as never as Analytics
      const answers = payloads.map(payload => analytics.track('Order Completed', payload))
      return { returned, told, answers, kept: dataLayer.slice(-15, -13).map(entry => entry === frozen || typeof entry) }
    }
    await page.goto(site.page('/without', html(site, rich, segmentLike).replace('/pulso.js', '/none.js')))
    const without = await page.evaluate(abuse)
    await open(page, site, rich, segmentLike)
    await isHeard(page)
    expect(await page.evaluate(abuse)).toEqual(without)
    await page.evaluate(() => window.pulso.dismiss())
    await page.evaluate(() => window.pulso.reset())
    await purchase(page, 'T-9')
    await expect(survey(page).region).toBeVisible()
  })

  test('an order whose value is an amount in words passes a condition on numbers only where a source reads amounts', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await open(page, site, rich, segmentLike)
    await isHeard(page)
    await page.evaluate(() => {
      window.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'E-1', value: '129,90 €' } })
    })
    await expectNone(page)
    await page.evaluate(() => {
      ;(window as never as Analytics).analytics.track('Order Completed', { order_id: 'E-2', revenue: '129,90 €' })
    })
    await expect(survey(page).region).toBeVisible()
  })

  test('a data layer that is put in place of another is heard, and so is one that others wrap', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await open(
      page,
      site,
      { ...rich, governor: eager, touchpoints: [{ ...rich.touchpoints![0], ...often }] },
      segmentLike,
    )
    await isHeard(page)
    const returned = await page.evaluate(() => {
      const own = window.dataLayer.push
      const calls: number[] = []
      window.dataLayer.push = function (...entries) {
        calls.push(entries.length)
        return own.apply(this, entries)
      }
      const first = window.dataLayer.push({ event: 'a' }, { event: 'b' })
      const then = window.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'W', value: 60 } })
      return { calls, grown: then - first }
    })
    expect(returned).toEqual({ calls: [2, 1], grown: 1 })
    await expect(survey(page).region).toBeVisible()
    await closeIt(page)
    site.page('/theirs.js', 'window.theirs = true', { 'content-type': 'text/javascript' })
    await page.evaluate(() => {
      window.dataLayer = []
      document.head.append(Object.assign(document.createElement('script'), { src: '/theirs.js' }))
    })
    await page.waitForFunction(() => 'theirs' in window)
    expect(
      await page.evaluate(() =>
        window.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'N', value: 60 } }),
      ),
    ).toBe(1)
    await expect(survey(page).region).toBeVisible()
  })

  test('selectors that do not parse are named, and the other touchpoints ask', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    const warnings = watchWarnings(page)
    const touchpoints = [
      { id: 'clicked', on: { click: '###' }, survey: 'nps' },
      { id: 'seen', on: { visible: 'div[' }, survey: 'nps' },
      { id: 'scrolled', on: { scroll: 50, in: '..' }, survey: 'nps' },
      { id: 'begun', on: { form: 'form:((' }, survey: 'nps' },
      { id: 'placed', on: 'placed', placement: { kind: 'inline', selector: '((' }, survey: 'nps' },
      { id: 'fine', on: { click: 'main button' }, survey: 'nps' },
    ]
    await open(page, site, { touchpoints })
    const failed = page.evaluate(
      () => new Promise(resolve => window.pulso.on('error', ({ code }) => code === 'not-shown' && resolve(code))),
    )
    await expect
      .poll(() => warnings.map(line => /: (\w+): /.exec(line)?.[1]).sort())
      .toEqual(['begun', 'clicked', 'scrolled', 'seen'])
    await track(page, 'placed')
    expect(await failed).toBe('not-shown')
    expect(warnings.filter(line => /bad-selector: .*querySelector.*\(\(/.test(line))).toHaveLength(1)
    await page.getByRole('button', { name: 'Theirs' }).click()
    await expect(survey(page).region).toBeVisible()
  })

  test('with a storage that is full the visitor is asked once, and the answer is delivered', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await open(
      page,
      site,
      { ...rich, governor: eager, touchpoints: [{ ...rich.touchpoints![0], ...often }] },
      segmentLike,
    )
    await isHeard(page)
    await purchase(page)
    await survey(page).pick(6)
    await closeIt(page)
    await expect
      .poll(() => site.counted())
      .toMatchObject([{ answers: [{ value: 6 }], journey: [{ name: 'order.completed' }] }])
    await purchase(page)
    await expectNone(page)
    await purchase(page, 'T-2')
    await expect(survey(page).region).toBeVisible()
  })
})
