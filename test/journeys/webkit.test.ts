import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { Builder, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver'
import { test as base, expect, tagged } from './site'
import { miniBrowser } from './webkit.mjs'

/** Debian's WebKit, which Playwright cannot drive: through its own WebDriver, under a display of its own. */
const test = base.extend<{ driver: WebDriver }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  driver: async ({}, use) => {
    const port = await freePort()
    const server = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { detached: true, stdio: 'ignore' })
    try {
      const capabilities = new Capabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
      })
      const driver = await patiently(() =>
        new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build(),
      )
      await use(driver)
      await driver.quit()
    } finally {
      process.kill(-server.pid!, 'SIGKILL')
    }
  },
})

const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Tries until it works: the driver takes a moment to listen. */
async function patiently<T>(task: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await task()
    } catch (error) {
      if (attempt > 30) throw error
      await new Promise(resolve => setTimeout(resolve, 300))
    }
  }
}

const find = "return document.querySelector('div[data-pulso]')?.shadowRoot.querySelector(arguments[0])"
/** Finds inside the one survey on the page, whose shadow root this driver does not hand out. */
const inside = (driver: WebDriver, selector: string) =>
  patiently(async () => {
    const element = await driver.executeScript<WebElement | null>(find, selector)
    if (!element) throw new Error(`there is no ${selector}`)
    return element
  })
const press = async (driver: WebDriver, selector: string) => {
  await inside(driver, selector)
  await driver.executeScript(`${find.replace('return ', '')}.click()`.replace('?.', '.'), selector)
}
const title = (driver: WebDriver) => driver.executeScript<string>(`${find}?.textContent`, 'h2')

const config = (endpoint: string, change = {}) =>
  `<script type="application/json" data-pulso>${JSON.stringify({
    endpoint,
    touchpoints: [
      {
        id: 'bought',
        on: 'order.completed',
        survey: {
          questions: [
            { id: 'nps', kind: 'nps' },
            { id: 'why', kind: 'text', optional: true },
            { id: 'stars', kind: 'stars' },
            { id: 'rank', kind: 'ranking', title: 'Which first?', choices: ['a', 'b', 'c'] },
          ],
        },
        ...change,
      },
    ],
  })}</script>`
const purchase = (driver: WebDriver) =>
  driver.executeScript("dataLayer.push({ event: 'purchase', ecommerce: { transaction_id: 'T-1' } })")

test('a survey is answered and delivered, with the keyboard and the mouse', async ({ driver, site }) => {
  await driver.get(site.page('/', tagged('', config(site.endpoint))))
  await purchase(driver)
  await expect.poll(() => title(driver)).toContain('How likely')
  const first = await inside(driver, 'input[value="0"]')
  await first.sendKeys(Key.END)
  await driver.actions().sendKeys(Key.ENTER).perform()
  await (await inside(driver, 'textarea')).sendKeys('From Safari’s cousin')
  await press(driver, '.go')
  await expect.poll(() => title(driver)).toContain('rate')
  await press(driver, 'input[value="4"]')
  await expect.poll(() => title(driver)).toBe('Which first?')
  await press(driver, '.ranking li:first-child button:last-child')
  await press(driver, '.go')
  await expect.poll(() => title(driver)).toContain('Thank you')
  await expect
    .poll(() => site.counted())
    .toMatchObject([
      {
        status: 'complete',
        answers: [{ value: 10 }, { value: 'From Safari’s cousin' }, { value: 4 }, { value: ['b', 'a', 'c'] }],
      },
    ])
})

test('an answer waits on the disk while the endpoint is down, and the survey goes on after a reload', async ({
  driver,
  site,
}) => {
  site.reply = () => ({ status: 503, lose: true })
  await driver.get(site.page('/', tagged('', config(site.endpoint))))
  await purchase(driver)
  await press(driver, 'input[value="3"]')
  await inside(driver, 'textarea')
  site.reply = () => ({})
  await driver.navigate().refresh()
  await inside(driver, 'textarea')
  expect(await title(driver)).toContain('tell us why')
  await press(driver, '.close')
  await expect.poll(() => site.counted()).toMatchObject([{ status: 'partial', answers: [{ value: 3 }] }])
})

for (const placement of [{ kind: 'modal' }, { kind: 'sheet' }, { kind: 'bar' }])
  test(`a ${placement.kind} stands and can be closed`, async ({ driver, site }) => {
    await driver.get(site.page('/', tagged('', config(site.endpoint, { placement }))))
    await purchase(driver)
    const card = await inside(driver, '.card')
    const { width, height } = await card.getRect()
    expect(Math.min(width, height)).toBeGreaterThan(100)
    await press(driver, '.close')
    await expect.poll(async () => (await driver.findElements({ css: 'div[data-pulso]' })).length).toBe(0)
  })
