import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { answerQuickly, expect, type Site, survey, tagged, test } from './site'

const quick = { questions: [{ id: 'nps', kind: 'nps' }] }

/** A page whose touchpoints stand for what one comes to look for. */
const config = (site: Site, more: object = {}) => ({
  endpoint: site.endpoint,
  governor: { perSession: 9 },
  touchpoints: [
    { id: 'post-purchase', on: [{ event: 'order.completed', where: { value: { $gte: 20 } } }], survey: 'quick' },
    { id: 'resting', on: 'support.ended', cancelOn: 'order.completed', enabled: false, survey: 'csat' },
    { id: 'vip', on: { scroll: 90 }, audience: { 'page.path': '/vip' }, survey: 'nps' },
  ],
  surveys: { quick },
  ...more,
})
const html = (config: object, rest = '') =>
  tagged('', `<script type="application/json" data-pulso>${JSON.stringify(config)}</script>${rest}`)

const inspector = (page: Page) => {
  const panel = page.getByRole('region', { name: 'Pulso inspector' })
  return {
    panel,
    tab: (name: string) => panel.getByRole('tab', { name: new RegExp(`^${name}`) }),
    button: (name: string) => panel.getByRole('button', { name, exact: true }),
    row: (text: string) => panel.locator('.rows > li').filter({ hasText: text }),
    status: panel.getByRole('status'),
  }
}
const open = async (page: Page, site: Site, more: object = {}, rest = '') => {
  await page.goto(`${site.page('/', html(config(site, more), rest))}?pulso=debug`)
  const shown = inspector(page)
  await expect(shown.panel).toBeVisible()
  await expect(shown.panel).not.toContainText('…')
  return shown
}

test('opens by the query alone, and takes no focus', async ({ page, site, hostErrors: _ }) => {
  const fetched: string[] = []
  page.on('request', request => fetched.push(new URL(request.url()).pathname))
  const url = site.page('/', html(config(site)))
  for (const query of ['', '?pulso=vip', '?debug', '?utm_source=pulso']) {
    await page.goto(url + query)
    await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
    await page.evaluate(() => window.pulso.explain('vip'))
    await expect(page.locator('[data-pulso-inspector]')).toHaveCount(0)
  }
  expect(fetched).not.toContain('/inspector.js')
  const { panel } = await open(page, site)
  expect(fetched).toContain('/inspector.js')
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await expect(panel).toHaveCount(1)
})

test('says of each touchpoint whether it would be asked now, with every gate in order', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const { row } = await open(page, site)
  await expect(row('post-purchase')).toContainText('Would be asked now.')
  await expect(row('post-purchase')).toContainText('order.completed')
  await expect(row('resting')).toContainText('Not now: It is switched off: "enabled" is false.')
  await row('resting').locator('summary').click()
  const gates = row('resting').getByRole('list', { name: 'Gates of resting' }).getByRole('listitem')
  const explained = await page.evaluate(() => window.pulso.explain('resting'))
  expect(explained.length).toBeGreaterThan(5)
  await expect(gates).toHaveText(explained.map(({ gate, reason }) => `${gate}${reason}`))
  await expect(gates.getByRole('img', { name: 'does not pass' })).toHaveCount(1)
})

test('marks what is amiss and keeps nobody from being asked as a warning', async ({ page, site, hostErrors: _ }) => {
  const { row } = await open(page, site)
  await page.evaluate(() => {
    Object.assign(window, { dataLayer: Object.freeze([]) })
    window.pulso.track('anything')
  })
  await row('post-purchase').locator('summary').click()
  const amiss = row('post-purchase').getByRole('listitem').filter({ hasText: 'What is pushed to the data layer' })
  await expect(amiss.getByRole('img', { name: 'warning' })).toBeVisible()
  await expect(row('post-purchase')).toContainText('Would be asked now.')
})

test('follows what changes: a navigation, a survey on the page, an answer', async ({ page, site, hostErrors: _ }) => {
  const { row, panel } = await open(page, site)
  await expect(row('vip')).toContainText('Not now: The visitor is not one of the audience.')
  await page.evaluate(() => history.pushState(null, '', '/vip'))
  await expect(row('vip')).toContainText('Would be asked now.')
  await page.evaluate(() => window.pulso.track('order.completed', { value: 50 }))
  await expect(survey(page).region).toBeVisible()
  await expect(row('vip')).toContainText('Not now: A survey has its place on this page already.')
  await survey(page).pick(9)
  await page.evaluate(() => window.pulso.dismiss())
  await expect(row('post-purchase')).toContainText(/Not now: It was shown on .*; it rests until/)
  await expect(panel).toBeVisible()
})

test('follows what nobody tells of: who the visitor is, consent, a wish, a dialog, a rest that ends', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const free = { afterDismissed: '0s', afterAnswered: '0s' }
  const more = {
    governor: { perSession: 9, betweenSurveys: '0s' },
    touchpoints: [
      { id: 'pro', on: 'a', audience: { 'user.plan': 'pro' }, survey: 'csat' },
      { id: 'short', on: 'b', frequency: { afterShown: '2s', ...free }, survey: 'csat' },
    ],
  }
  const { row } = await open(page, site, more, '<dialog>Theirs</dialog>')
  await expect(row('pro')).toContainText('Not now: The visitor is not one of the audience.')
  await page.evaluate(() => window.pulso.identify('u-1', { plan: 'pro' }))
  await expect(row('pro')).toContainText('Would be asked now.')
  await page.evaluate(() => window.pulso.reset())
  await expect(row('pro')).toContainText('Not now')
  await page.evaluate(() => document.querySelector('dialog')!.showModal())
  await expect(row('short')).toContainText('Not now: A dialog of the page is open')
  await page.keyboard.press('Escape')
  await expect(row('short')).toContainText('Would be asked now.')
  await page.evaluate(() => window.pulso.show('short'))
  await page.evaluate(() => window.pulso.dismiss())
  await expect(row('short')).toContainText('it rests until')
  await expect(row('short')).toContainText('Would be asked now.')
  await page.evaluate(() => window.pulso.setConsent('denied'))
  await expect(row('short')).toContainText('Not now: The visitor has refused.')
  await page.evaluate(() => window.pulso.setConsent('granted'))
  await expect(row('short')).toContainText('Would be asked now.')
  await page.evaluate(() => window.pulso.optOut())
  await expect(row('short')).toContainText('Not now: The visitor does not want to be asked again.')
})

test('puts back what it has stood in front of', async ({ page, site, hostErrors: _ }) => {
  const { button } = await open(page, site)
  await page.evaluate(() => {
    const { optOut, reset } = window.pulso
    const theirs = () => reset()
    Object.assign(window, { ours: optOut, theirs })
    window.pulso.reset = theirs
  })
  await button('Close the inspector until the next load').click()
  const left = () => {
    const { pulso, ours, theirs } = window as never as {
      pulso: Record<string, unknown>
      ours: unknown
      theirs: unknown
    }
    return [pulso.optOut !== ours, pulso.reset === theirs]
  }
  expect(await page.evaluate(left)).toEqual([true, true])
  await page.evaluate(() => window.pulso.reset())
})

test('rests while the tab is hidden, and looks again once it is visible', async ({ page, site, hostErrors: _ }) => {
  const { row } = await open(page, site)
  const hide = (hidden: boolean) =>
    page.evaluate(hidden => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await hide(true)
  await page.evaluate(async () => {
    window.pulso.optOut()
    window.pulso.track('something')
    await new Promise(resolve => setTimeout(resolve, 300))
  })
  await expect(row('post-purchase')).toContainText('Would be asked now.')
  await hide(false)
  await expect(row('post-purchase')).toContainText('Not now: The visitor does not want to be asked again.')
})

test('an event pushed to the data layer appears with its source, its properties and its touchpoint', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const { tab, row, panel } = await open(page, site)
  await tab('Events').click()
  await expect(panel).toContainText('Nothing has happened yet.')
  await page.evaluate(() => {
    window.dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'T-1', value: 50, currency: 'EUR' } })
    window.pulso.track('order.completed', { value: 5, deep: { er: [true] } })
  })
  const [own, layer] = [row('from track()'), row('from dataLayer')]
  await expect(layer).toContainText('order.completed')
  await expect(layer).toContainText('starts post-purchase')
  await expect(layer).toContainText('calls off resting')
  await expect(layer.locator('time')).toHaveText(/^\d\d:\d\d:\d\d$/)
  await layer.locator('summary').click()
  await expect(layer.locator('dd').filter({ hasText: 'T-1' }).first()).toBeVisible()
  await expect(own).toContainText('is filtered out by post-purchase')
  await own.locator('summary').click()
  await expect(own.locator('dt').filter({ hasText: 'deep.er.0' })).toBeVisible()
})

test('says what came of each asking: the first gate that refused, or that somebody was asked', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const free = { max: 9, afterShown: '0s', afterDismissed: '0s', afterAnswered: '0s' }
  const more = {
    governor: { perSession: 9, betweenSurveys: '0s' },
    touchpoints: [
      { id: 'post-purchase', on: 'order.completed', survey: 'quick', frequency: free },
      { id: 'big', on: 'order.completed', audience: { 'event.value': { $gte: 50 } }, survey: 'csat' },
      { id: 'here', on: { page: '/' }, enabled: false, survey: 'csat' },
      { id: 'leaving', on: { exit: true }, enabled: false, survey: 'csat' },
    ],
  }
  const push = '<script>window.dataLayer.push({event:"purchase",ecommerce:{transaction_id:"A-1",value:5}})</script>'
  const first = await open(page, site, more, push)
  await first.tab('Events').click()
  const cameOf = (row: typeof first.row, id: string) => row('order.completed').locator('.line', { hasText: id })
  await expect(cameOf(first.row, 'post-purchase')).toHaveText('starts post-purchaseAsked.')
  await expect(cameOf(first.row, 'big')).toHaveText('starts bigThe visitor is not one of the audience.')
  await expect(first.row('page /')).toContainText('starts hereIt is switched off: "enabled" is false.')
  await page.evaluate(() => window.pulso.dismiss())

  const { tab, row } = await open(page, site, more, push)
  const again = 'It has been asked about order or conversation A-1.'
  await expect(row('post-purchase')).toContainText(`The last time: ${again}`)
  await tab('Events').click()
  await expect(cameOf(row, 'post-purchase')).toHaveText(`starts post-purchase${again}`)
  const root = page.locator('html')
  await root.dispatchEvent('mouseleave', { clientY: -1 })
  await root.dispatchEvent('mouseout', { clientY: -1 })
  await expect(row('exit')).toContainText('starts leavingIt is switched off: "enabled" is false.')
  await expect(row('exit').locator('time')).toHaveText(/^\d\d:\d\d:\d\d$/)
})

test('events from before it had come are listed too', async ({ page, site, hostErrors: _ }) => {
  const script = `<script>(window.pulso = window.pulso || []).push(['track', 'cart.viewed', { early: true }])</script>`
  const { tab, row } = await open(page, site, {}, script)
  await tab('Events').click()
  await expect(row('cart.viewed')).toContainText('earlier')
})

test('explains a broken configuration in full sentences', async ({ page, site, hostErrors: _ }) => {
  const { tab, panel, row } = await open(page, site, {
    touchpoints: [
      { id: 'post-purchase', on: 'order.completed', delay: '5 sec', survey: 'nps' },
      { id: 'lost', on: { click: 'a[' }, frequncy: { max: 1 }, placement: { kind: 'popver' }, survey: 'nps' },
      { id: 'gone', survey: 'npss' },
    ],
    sorces: ['segment'],
  })
  await expect(row('gone')).toContainText('It cannot be used as it is written.')
  await tab('Config').click()
  await expect(panel.getByRole('region', { name: 'Problems' }).getByRole('listitem')).toHaveText([
    'touchpoints › post-purchase › delay: use a whole number and s, m, h or d, for example "30d" (it is "5 sec").',
    'touchpoints › lost › frequncy: this name is not known; did you mean "frequency"?',
    'touchpoints › lost › placement › kind: use popover, sheet, modal, bar, inline, tab, page or kiosk (it is "popver"); did you mean "popover"?',
    'touchpoints › gone › survey: no survey is called "npss"; did you mean "nps"?',
    'sorces: this name is not known; did you mean "sources"?',
  ])
  const warnings = panel.getByRole('region', { name: 'Warnings' }).getByRole('listitem')
  await expect(warnings.filter({ hasText: 'bad-selector' })).toHaveCount(1)
  await page.evaluate(() => window.pulso.show('nowhere'))
  await expect(warnings.filter({ hasText: '"nowhere" needs an id and a survey' })).toHaveCount(1)
})

test('says that the document cannot be read, before all that follows from it', async ({ page, site }) => {
  const broken = tagged('', '<script type="application/json" data-pulso>{ "endpoint": "/" "x": 1 }</script>')
  const faults = async (html: string) => {
    await page.goto(`${site.page('/', html)}?pulso=debug`)
    const { panel, tab } = inspector(page)
    await tab('Config').click()
    return panel.getByRole('region', { name: 'Problems' }).getByRole('listitem')
  }
  await expect(await faults(broken)).toHaveText([
    /^The JSON in the page: it cannot be read, so nothing counts: SyntaxError: .*JSON/,
  ])
  await expect(await faults(tagged('data-config="/gone.json"'))).toHaveText([
    '/gone.json: it cannot be read, so nothing counts: Error: the status is 404',
  ])
  await expect(await faults(tagged(`data-endpoint="${site.endpoint}" data-on="order.completed"`))).toHaveText([
    'data-on: it counts only together with data-survey, which says what is asked.',
  ])
})

test('faults are red, light or dark, on the tab and on the small button', async ({ page, site, hostErrors: _ }) => {
  const { tab, panel, button } = await open(page, site, { sorces: 1 })
  const colours = { light: ['rgb(179, 38, 30)', 'rgb(255, 255, 255)'], dark: ['rgb(255, 157, 146)', 'rgb(29, 31, 37)'] }
  for (const colorScheme of ['light', 'dark'] as const) {
    const [red, paper] = colours[colorScheme]
    await page.emulateMedia({ colorScheme })
    await expect(tab('Config').locator('.count')).toHaveCSS('background-color', red!)
    await expect(tab('Config').locator('.count')).toHaveCSS('color', paper!)
    await button('Collapse').click()
    await expect(panel.locator('.dot')).toHaveCSS('background-color', red!)
    await button('Pulso inspector, 1 fault').click()
  }
})

test('a configuration without a fault is said to be so', async ({ page, site, hostErrors: _ }) => {
  const { tab, panel } = await open(page, site)
  await tab('Config').click()
  await expect(panel).toContainText('The configuration is as the schema wants it.')
  await expect(panel).toContainText('None so far.')
})

test('a simulated event starts the survey, once its properties can be read', async ({ page, site, hostErrors: _ }) => {
  const { tab, panel, button, row } = await open(page, site)
  await tab('Events').click()
  expect(await panel.locator('datalist option').evaluateAll(all => all.map(one => one.getAttribute('value')))).toEqual([
    'order.completed',
    'support.ended',
  ])
  const properties = panel.getByLabel('Properties, as JSON')
  await panel.getByLabel('Event', { exact: true }).fill('order.completed')
  await properties.fill('{ value: 50 }')
  await button('Simulate').click()
  await expect(panel.getByRole('alert')).toContainText('This is no JSON')
  await expect(properties).toHaveAttribute('aria-invalid', 'true')
  await expect(row('order.completed')).toHaveCount(0)
  await properties.fill('{ "value": 50, "order_id": "T-9" }')
  await button('Simulate').click()
  await expect(row('from inspector')).toContainText('starts post-purchase')
  await expect(survey(page).region).toBeVisible()
  await expect(panel.getByRole('alert')).toBeEmpty()
})

test('shows a touchpoint that rests, and says when that is not possible', async ({ page, site, hostErrors: _ }) => {
  const { touchpoints } = config(site)
  const lost = { id: 'lost', placement: { kind: 'inline', selector: '#gone' }, survey: 'nps' }
  const { button, status } = await open(page, site, { touchpoints: [...touchpoints, lost] })
  await button('Show resting').click()
  await expect(survey(page).region).toBeVisible()
  await expect(status).toHaveText('resting is on the page.')
  await button('Show resting').click()
  await expect(status).toHaveText('resting was not shown. It is on the page already.')
  await page.evaluate(() => window.pulso.on('before-show', () => false))
  await button('Show vip').click()
  await expect(status).toHaveText(/^vip was not shown. The page has kept it off: a handler of "before-show"/)
  await button('Show lost').click()
  await expect(status).toHaveText('lost was not shown. lost: no element matches "#gone".')
  await page.evaluate(() => window.pulso.setConsent('denied'))
  await button('Show vip').click()
  await expect(status).toHaveText('vip was not shown. The visitor has refused.')
})

test('forgets the visitor, and remembers again', async ({ page, site, hostErrors: _ }) => {
  const { row, panel, button } = await open(page, site)
  await page.evaluate(() => window.pulso.track('order.completed', { value: 50 }))
  await survey(page).pick(9)
  await page.evaluate(() => window.pulso.dismiss())
  await expect(row('post-purchase')).toContainText('it rests until')
  const id = panel.getByRole('region', { name: 'Visitor' }).locator('code')
  const before = await id.textContent()
  const inSession = () => page.evaluate(() => sessionStorage.getItem('pulso:session'))
  expect(await inSession()).toBe('1')
  await button('Forget this visitor').click()
  await expect(row('post-purchase')).toContainText('Would be asked now.')
  await expect(id).not.toHaveText(before!)
  expect(await inSession()).toBeNull()
  await button('Undo').click()
  await expect(id).toHaveText(before!)
  expect(await inSession()).toBe('1')
  await expect(row('post-purchase')).toContainText('it rests until')
  await expect(button('Undo')).toHaveCount(0)
})

test('shows what waits and what was refused, and tries that again', async ({ page, site, hostErrors: _ }) => {
  const { tab, panel, button } = await open(page, site)
  await tab('Queue').click()
  await expect(panel).toContainText('No answer waits for delivery.')
  site.reply = () => ({ status: 503 })
  await answerQuickly(page, 9)
  await expect(panel).toContainText('Waiting for delivery: 1.')
  const told = panel.getByRole('region', { name: 'Delivery' }).getByRole('listitem')
  await expect(told.filter({ hasText: /^queued / })).not.toHaveCount(0)
  await expect(told.filter({ hasText: /^not-delivered .* status 503/ })).not.toHaveCount(0)
  // What an endpoint has refused for days.
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        indexedDB.open('pulso').onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest
          const [name] = result.objectStoreNames
          const change = result.transaction(name!, 'readwrite')
          const createdAt = Date.now()
          const body = JSON.stringify({ id: 'old', revision: 1 })
          change
            .objectStore(name!)
            .put({ id: 'old.1', body, type: 'application/json', createdAt, refusals: 5, status: 422 })
          change.objectStore(name!).delete('')
          change.oncomplete = () => resolve(result.close())
        }
      }),
  )
  await page.evaluate(() => window.pulso.track('look.again'))
  await expect(panel.getByRole('region', { name: 'Refused' })).toContainText('Status 422')
  await expect(tab('Queue')).toContainText('1')
  site.reply = () => ({})
  await button('Retry old.1').click()
  await expect.poll(() => site.committed.map(({ id }) => id)).toContain('old')
  await expect(panel.getByRole('region', { name: 'Refused' })).toHaveCount(0)
  await expect(told.filter({ hasText: 'delivered old.1' })).toHaveCount(1)
})

test('under the strictest policy it is styled and causes no violation', async ({ page, site, hostErrors: _ }) => {
  const policy = `default-src 'none'; script-src 'self'; connect-src ${new URL(site.endpoint).origin}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`
  const strict = `<!doctype html><html lang="en"><title>Strict</title><script async src="/pulso.js"></script>
    <script type="application/json" data-pulso>${JSON.stringify(config(site, { sorces: 1 }))}</script><h1>Page</h1></html>`
  await page.addInitScript(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      if (!blockedURI.endsWith('/favicon.ico')) violations.push(`${violatedDirective} ${blockedURI}`)
    })
  })
  await page.goto(`${site.page('/', strict, { 'content-security-policy': policy })}?pulso=debug`)
  const { panel, tab, button } = inspector(page)
  await expect(panel).toHaveCSS('border-top-left-radius', '12px')
  for (const name of ['Config', 'Queue', 'Events']) await tab(name).click()
  await panel.getByLabel('Event', { exact: true }).fill('order.completed')
  await panel.getByLabel('Properties, as JSON').fill('{ "value": 50 }')
  await button('Simulate').click()
  await expect(survey(page).region).toBeVisible()
  expect(await page.evaluate(() => (window as never as { violations: string[] }).violations)).toEqual([])
})

test('axe finds nothing in it, light or dark, wide or narrow', async ({ page, site, hostErrors: _ }) => {
  const { tab, panel, row } = await open(page, site, { sorces: 1 })
  await page.evaluate(() => window.pulso.track('order.completed', { value: 5, order_id: 'T-1' }))
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 390]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 844 })
      for (const name of ['Touchpoints', 'Events', 'Queue', 'Config']) {
        await tab(name).click()
        if (await row('').count()) await row('').first().locator('summary').click()
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode()
          .include('[data-pulso-inspector]')
          .analyze()
        expect(violations, `${name}, ${colorScheme}, ${width} px`).toEqual([])
      }
    }
  await expect(panel).toBeVisible()
})

test('what is clicked in it is no click on the page', async ({ page, site, hostErrors: _ }) => {
  const { tab, row, button } = await open(page, site, {
    touchpoints: [
      { id: 'rage', on: { rage: true }, survey: 'quick' },
      { id: 'tab', on: { click: '[role=tab]' }, survey: 'quick' },
      { id: 'page', on: { click: 'main button' }, survey: 'quick' },
    ],
  })
  // What floats is shown in the order in which it was asked for, and the first alone.
  await row('rage').locator('summary').click({ clickCount: 4 })
  await tab('Events').click()
  await button('Move to the other side').click()
  await page.getByRole('button', { name: 'Theirs' }).click()
  await expect(survey(page).region).toBeVisible()
  const { seen } = await page.evaluate(() => JSON.parse(localStorage.getItem('pulso:visitor')!))
  expect(Object.keys(seen)).toEqual(['page'])
})

test('the keyboard reaches everything, and no key of it reaches the page', async ({ page, site, hostErrors: _ }) => {
  const { tab, button, panel } = await open(page, site)
  await page.evaluate(() => {
    const keys: string[] = []
    Object.assign(window, { keys })
    document.addEventListener('keydown', ({ key }) => keys.push(key))
  })
  await button('Close the inspector until the next load').focus()
  await page.keyboard.press('Tab')
  await expect(tab('Touchpoints')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(tab('Events')).toBeFocused()
  await expect(tab('Events')).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('End')
  await expect(tab('Config')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(tab('Touchpoints')).toBeFocused()
  await button('Collapse').focus()
  await page.keyboard.press('Enter')
  await expect(button('Pulso inspector')).toBeFocused()
  await expect(panel.getByRole('tab')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(button('Collapse')).toBeFocused()
  expect(await page.evaluate(() => (window as never as { keys: string[] }).keys)).toEqual([])
})

test('is a panel at the bottom of a narrow screen, and makes way for a survey', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const { panel, button } = await open(page, site)
  const { x, y, width, height } = (await panel.boundingBox())!
  expect([x, width]).toEqual([8, 374])
  expect(y + height).toBe(836)
  expect(y).toBeGreaterThan(844 * 0.4)
  await page.evaluate(() => window.pulso.track('order.completed', { value: 50 }))
  await expect(survey(page).region).toBeVisible()
  await expect(button('Pulso inspector')).toBeVisible()
  await survey(page).pick(9)
  await button('Pulso inspector').click()
  await expect(button('Collapse')).toBeVisible()
})

test('lies above a tab at the side of the window, and takes neither focus nor place of the page', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const tab = (side: string) => ({ placement: { kind: 'tab', side, label: `On ${side}` }, survey: 'feedback' })
  const more = {
    touchpoints: [
      { id: 'there', ...tab('end') },
      { id: 'later', on: 'go', ...tab('start') },
    ],
  }
  const tall = '<div style="height:3000px"><input autofocus aria-label="Theirs too"></div>'
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 })
    const { button } = await open(page, site, more, tall)
    const covered = () =>
      page.evaluate(() => {
        const host = document.querySelector('[data-pulso-inspector]')!
        return [...host.shadowRoot!.querySelectorAll('button')].filter(button => {
          const { x, y, width, height } = button.getBoundingClientRect()
          return width > 0 && document.elementFromPoint(x + width / 2, y + height / 2) !== host
        }).length
      })
    await expect(page.getByRole('button', { name: 'On end' })).toBeVisible()
    await page.evaluate(() => window.pulso.track('go'))
    await expect(page.getByRole('button', { name: 'On start' })).toBeVisible()
    await expect.poll(covered).toBe(0)
    await expect(page.getByLabel('Theirs too')).toBeFocused()
    expect(await page.evaluate(() => scrollY)).toBe(0)
    if (width > 480) await button('Move to the other side').click()
    expect(await covered()).toBe(0)
  }
})

test('moves to the other side, and leaves nothing when it is closed', async ({ page, site, hostErrors: _ }) => {
  const { panel, button } = await open(page, site)
  expect((await panel.boundingBox())!.x).toBe(16)
  await button('Move to the other side').click()
  await expect.poll(async () => (await panel.boundingBox())!.x).toBe(1280 - 16 - 400)
  await button('Close the inspector until the next load').click()
  await expect(page.locator('[data-pulso-inspector]')).toHaveCount(0)
  await page.evaluate(() => window.pulso.track('order.completed', { value: 50 }))
  await expect(survey(page).region).toBeVisible()
})

test('goes with the client that it looks at', async ({ page, site, hostErrors: _ }) => {
  await open(page, site)
  await page.evaluate(() => window.pulso.destroy())
  await expect(page.locator('[data-pulso-inspector]')).toHaveCount(0)
  let goOn = () => {}
  const late = new Promise<void>(resolve => {
    goOn = resolve
  })
  await page.route('**/inspector.js*', async route => {
    await late
    await route.continue()
  })
  const asked = page.waitForRequest('**/inspector.js*')
  await page.reload()
  await asked
  await page.evaluate(() => window.pulso.destroy())
  const came = page.waitForResponse('**/inspector.js*')
  goOn()
  await (await came).finished()
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)))
  await expect(page.locator('[data-pulso-inspector]')).toHaveCount(0)
})
