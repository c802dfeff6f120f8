import { answerQuickly, expect, purchase, quickPage, survey, tagged, test } from './site'

const nps = (endpoint: string) => tagged(`data-endpoint="${endpoint}" data-on="order.completed" data-survey="nps"`)

test('before the first show there is nothing on the page: no element, style, request, storage or global but one', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const requests: string[] = []
  page.on('request', request => requests.push(new URL(request.url()).pathname))
  const look = () => {
    const { head, body } = document
    return {
      elements: [...head.children, ...body.querySelectorAll('*')].map(element => element.outerHTML).join('\n'),
      sheets: document.adoptedStyleSheets.length + document.styleSheets.length,
      globals: Object.keys(window)
        .filter(name => !name.startsWith('__pw')) // the test runner's own
        .sort(),
      focus: document.activeElement?.tagName,
      storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    }
  }
  const html = nps(site.endpoint)
  await page.goto(site.page('/without', html.replace('/pulso.js', '/none.js')))
  const without = await page.evaluate(look)
  requests.length = 0
  await page.goto(site.page('/', html))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => window.dataLayer.push({ event: 'view_item' }))
  await page.waitForTimeout(1000)
  const withPulso = await page.evaluate(look)
  expect(withPulso.globals.filter(name => !without.globals.includes(name))).toEqual(['pulso'])
  expect(withPulso.elements).toBe(without.elements.replace('/none.js', '/pulso.js'))
  expect({ ...withPulso, globals: [], elements: '' }).toEqual({ ...without, globals: [], elements: '' })
  expect(requests).toEqual(['/', '/pulso.js'])
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
})

test('a survey adds one element to the page, takes no focus, and leaves nothing behind', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(quickPage(site))
  await page.getByRole('button', { name: 'Theirs' }).focus()
  const count = () => page.evaluate(() => document.querySelectorAll('*').length)
  const before = await count()
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  expect(await page.evaluate(() => window.pulso.show('quick'))).toBe(true)
  await expect(survey(page).region).toBeVisible()
  expect(await count()).toBe(before + 1)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Theirs')
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
  await survey(page).close.click()
  await expect.poll(count).toBe(before)
})

test('keys typed in a survey reach no shortcut of the page, and the page’s own keys are its own', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await page.goto(site.page('/', nps(site.endpoint)))
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    for (const type of ['keydown', 'keyup', 'keypress'])
      for (const [target, capture] of [[document], [document, true], [document.body, true], [window]] as const)
        target.addEventListener(type, event => heard.push((event as KeyboardEvent).key), capture)
  })
  await purchase(page)
  await survey(page).pick(9)
  await survey(page).comment.pressSequentially('jk')
  const heard = () => page.evaluate(() => (window as never as { heard: string[] }).heard)
  expect(await heard()).toEqual([])
  await page.getByRole('button', { name: 'Theirs' }).focus()
  await page.keyboard.press('Escape')
  await expect(survey(page).region).toBeVisible()
  expect(await heard()).toEqual(Array(8).fill('Escape')) // each of the four, down and up
})

test('the tag takes its configuration from a URL, and its own attributes over it', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const config = { locale: 'en', touchpoints: [{ id: 'trial', on: 'trial.ended', survey: 'nps' }] }
  site.page('/pulso.json', JSON.stringify(config), { 'content-type': 'application/json' })
  await page.goto(site.page('/', tagged(`data-config="/pulso.json" data-locale="es" data-endpoint="${site.endpoint}"`)))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => window.pulso.track('trial.ended'))
  await expect(survey(page).region).toContainText('¿Qué probabilidad hay')
  await survey(page).pick(5)
  await survey(page).close.click()
  await expect.poll(() => site.counted()).toMatchObject([{ locale: 'es', touchpoint: { id: 'trial' } }])
})

test('commands pushed before the script comes are carried out when it does', async ({ page, site, hostErrors: _ }) => {
  const html = tagged(`data-endpoint="${site.endpoint}" data-on="trial.ended" data-survey="nps"`)
  const push = '<script>(window.pulso = window.pulso || []).push(["track", "trial.ended", { plan: "pro" }])</script>'
  await page.goto(site.page('/', html.replace('<script', `${push}<script`)))
  await expect(survey(page).region).toBeVisible()
  await page.evaluate(() => (window.pulso as never as { push(command: unknown[]): void }).push(['dismiss']))
  await expect(survey(page).region).toHaveCount(0)
})

test('a tag that is pasted twice starts once, and an element called pulso is not in its way', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const config = { endpoint: site.endpoint, touchpoints: [{ id: 'trial', on: 'trial.ended', survey: 'nps' }] }
  site.page('/pulso.json', JSON.stringify(config), { 'content-type': 'application/json' })
  const loads: string[] = []
  page.on('request', request => loads.push(new URL(request.url()).pathname))
  const again = '<div id="pulso"></div><script src="/pulso.js" data-config="/pulso.json"></script>'
  await page.goto(site.page('/', tagged('data-config="/pulso.json"', again)))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await page.evaluate(() => window.pulso.track('trial.ended'))
  await expect(survey(page).region).toHaveCount(1)
  expect(loads.filter(path => path === '/pulso.json')).toHaveLength(1)
})

for (const late of ['body', 'configuration']) {
  test(`a script that comes before the page's ${late} waits for it`, async ({ page, site, hostErrors: _ }) => {
    const config = { endpoint: site.endpoint, touchpoints: [{ id: 'a', on: 'order.completed', survey: 'nps' }] }
    const tag = '<script src="/pulso.js"></script>'
    const json = `<script type="application/json" data-pulso>${JSON.stringify(config)}</script>`
    const layer = "<script>dataLayer = [{ event: 'purchase', ecommerce: { transaction_id: 'T' } }]</script>"
    const head = late === 'body' ? json + tag : tag
    const rest = late === 'body' ? '' : json
    await page.goto(
      site.page('/', `<!doctype html><html lang="en"><title>T</title>${layer}${head}<h1>Order</h1>${rest}`),
    )
    await expect(survey(page).region).toBeVisible()
  })
}

test('a handler may say no before a survey is shown, and nothing is counted', async ({ page, site, hostErrors: _ }) => {
  await page.goto(quickPage(site))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  const shown = await page.evaluate(async () => {
    const stop = window.pulso.on('before-show', () => false)
    const refused = await window.pulso.show('quick')
    stop()
    return [refused, await window.pulso.show('quick')]
  })
  expect(shown).toEqual([false, true])
})

test('an inline survey stands where it was told to', async ({ page, site, hostErrors: _ }) => {
  const config = {
    endpoint: site.endpoint,
    touchpoints: [{ id: 'help', survey: 'nps', placement: { kind: 'inline', selector: '#here' } }],
  }
  await page.goto(
    site.page(
      '/',
      tagged(
        '',
        `<section id="here"></section><script type="application/json" data-pulso>${JSON.stringify(config)}</script>`,
      ),
    ),
  )
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  await expect(survey(page).region).toBeVisible()
  expect(await page.evaluate(() => document.querySelector('#here')!.childElementCount)).toBe(1)
  await expect(survey(page).close).toHaveCount(0)
})

test.describe('when something is wrong', () => {
  const warnings = (page: import('@playwright/test').Page) => {
    const lines: string[] = []
    page.on('console', message => message.type() === 'warning' && lines.push(message.text()))
    return lines
  }

  test('a broken configuration is one warning with a code and the fix, and the page goes on', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    const lines = warnings(page)
    await page.goto(
      site.page('/', tagged('data-endpoint="/x"', '<script type="application/json" data-pulso>{ not json</script>')),
    )
    await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
    expect(lines).toEqual([expect.stringMatching(/^\[pulso\] bad-config: /)])
  })

  test('an unknown survey is named, and the rest of the configuration works', async ({ page, site, hostErrors: _ }) => {
    const lines = warnings(page)
    const config = {
      endpoint: site.endpoint,
      touchpoints: [
        { id: 'a', on: 'order.completed', survey: 'npz' },
        { id: 'b', on: 'order.completed', survey: 'nps' },
      ],
    }
    await page.goto(
      site.page('/', tagged('', `<script type="application/json" data-pulso>${JSON.stringify(config)}</script>`)),
    )
    await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
    await purchase(page)
    await expect(survey(page).region).toBeVisible()
    expect(lines).toEqual([expect.stringMatching(/^\[pulso\] bad-touchpoint: "a" /)])
  })

  test('without its chunk no survey is shown, none is counted, and the error event says why', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await page.route('**/widgets.js*', route => route.abort())
    await page.goto(quickPage(site))
    await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
    const result = await page.evaluate(async () => {
      const codes: string[] = []
      window.pulso.on('error', ({ code }) => codes.push(code))
      return { shown: await window.pulso.show('quick'), codes, visitor: localStorage.getItem('pulso:visitor') }
    })
    expect(result).toEqual({ shown: false, codes: ['not-shown'], visitor: null })
    await page.unroute('**/widgets.js*')
    expect(await page.evaluate(() => window.pulso.show('quick'))).toBe(true)
  })

  test('an answer given before delivery could be fetched is delivered from the next page', async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await page.route('**/delivery.js*', route => route.abort())
    const url = quickPage(site)
    await page.goto(url)
    await answerQuickly(page, 7)
    expect(site.requests).toEqual([])
    await page.unroute('**/delivery.js*')
    await page.reload()
    await expect.poll(() => site.counted()).toMatchObject([{ status: 'complete', answers: [{ value: 7 }] }])
    await expect
      .poll(() => page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('pulso:held'))))
      .toEqual([])
  })

  test('with every storage refused the answer is delivered all the same', async ({ page, site, hostErrors: _ }) => {
    const inner = quickPage(site, '/inner')
    await page.goto(
      site.page(
        '/',
        `<!doctype html><iframe sandbox="allow-scripts" src="${inner}" width="900" height="700"></iframe>`,
      ),
    )
    const frame = page.frames()[1]!
    await frame.waitForFunction(() => 'show' in (window.pulso ?? {}))
    await frame.evaluate(() => window.pulso.show('quick', { force: true }))
    const shown = page.frameLocator('iframe').getByRole('region')
    await shown.locator('label').filter({ hasText: /^8$/ }).click()
    await expect(shown).toContainText('Thank you')
    await expect.poll(() => site.counted().length).toBe(1)
  })

  test('an endpoint that refuses the key keeps the answers on the device', async ({ page, site, hostErrors: _ }) => {
    site.reply = () => ({ status: 401, lose: true })
    await page.goto(quickPage(site))
    await answerQuickly(page, 6)
    await expect.poll(() => site.requests.length).toBe(1)
    await page.waitForTimeout(2500)
    expect(site.requests).toHaveLength(1)
    expect(await page.evaluate(() => window.pulso.pending())).toBe(1)
  })
})

test('consent denied leaves no trace but the refusal', async ({ page, site, hostErrors: _ }) => {
  site.reply = () => ({ status: 503, lose: true })
  await page.goto(quickPage(site))
  await answerQuickly(page, 9)
  await page.evaluate(() => window.pulso.setConsent('denied'))
  await expect
    .poll(() =>
      page.evaluate(async () => [
        Object.keys(localStorage),
        Object.keys(sessionStorage),
        (await indexedDB.databases()).map(({ name }) => name),
      ]),
    )
    .toEqual([['pulso:consent'], [], []])
  site.reply = () => ({})
  await page.reload()
  await page.waitForTimeout(1000)
  expect(site.committed).toEqual([])
  expect(await page.evaluate(() => window.pulso.show('quick'))).toBe(false)
})
