import type { Page } from '@playwright/test'
import type { Options } from '../../../src'
import { survey } from '../site'
import { nudge, passBy, skip } from './clock'
import { expect, type Lab, ready, record, test } from './lab'
import { occupy } from './occupy'

/** Neither reached nor answered: a network that fails. */
const unreachable = { reset: true, lose: true }

const elsewhere = (lab: Lab) => lab.page('/next', '<!doctype html><title>Next</title>')

/** The survey is asked; what happens next is up to the test. The parts that it needs have come, as with a visitor who reads. */
async function ask(lab: Lab, page: Page) {
  await lab.open(page)
  await lab.give(page, 0)
  await lab.drained(page)
  lab.forget()
  await page.evaluate(() => window.pulso.show('quick', { force: true }))
}

/** Asks while another tab keeps the database from taking anything. */
async function askOccupied(lab: Lab, page: Page) {
  await ask(lab, page)
  const other = await page.context().newPage()
  await other.goto(elsewhere(lab))
  return occupy(other)
}

/** Answers, and goes to another page in the same task. */
const answerAndGo = (page: Page, score: number, to: string) =>
  page.evaluate(
    ([number, url]) => {
      document.querySelector('[data-pulso]:not(script)')!.shadowRoot!.querySelectorAll('input')[number]!.click()
      location.href = url
    },
    [score, to] as const,
  )

/** Takes the tab's process away, and the tab with it. */
async function crash(page: Page) {
  const crashed = page.waitForEvent('crash')
  const browser = await page.context().newCDPSession(page)
  browser.send('Page.crash').catch(() => {}) // nobody is left to answer
  await crashed
  await page.close()
}

const journal = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter(key => /^pulso:(journal|held)/.test(key)))

test('10: an answer in the very task of leaving is sent with the page, and by the next once more at most', async ({
  page,
  lab,
}) => {
  await page.clock.install()
  await ask(lab, page)
  await answerAndGo(page, 9, lab.host('/next'))
  await page.waitForURL('**/next')
  await expect.poll(() => lab.committed.length).toBeGreaterThan(0) // without any lease having run out
  expect(lab.committed[0]).toMatchObject({ status: 'complete', answers: [{ value: 9 }] })
  await ready(page)
  await skip(page, 31_000)
  await lab.drained(page)
  expect(lab.requests.length).toBeLessThanOrEqual(2)
  expect(await journal(page)).toEqual([])
})

test('10: an answer that the database has not taken when the page goes is sent with it', async ({ page, lab }) => {
  const leave = await askOccupied(lab, page)
  await answerAndGo(page, 9, elsewhere(lab))
  await expect.poll(() => lab.committed.length).toBe(1)
  await page.waitForURL('**/next')
  await leave()
  await lab.drained(page)
  expect(lab.committed).toMatchObject([{ status: 'complete', answers: [{ value: 9 }] }])
  expect(lab.requests).toHaveLength(1)
})

test('11: an answer in the very task of leaving a dead network is adopted by the next page', async ({ page, lab }) => {
  await page.clock.install()
  const leave = await askOccupied(lab, page)
  lab.reply = () => unreachable
  await answerAndGo(page, 9, elsewhere(lab))
  await page.waitForURL('**/next')
  await leave()
  expect(await lab.rows(page)).toEqual([])
  const [key] = await journal(page)
  const id = key!.replace('pulso:journal:', '')
  lab.stored.add(id)
  await lab.open(page)
  await expect.poll(async () => (await lab.rows(page)).some(row => row.id === id)).toBe(true)
  await expect.poll(() => journal(page)).toEqual([])
  const { closedUntil } = await lab.failed(page)
  expect(lab.committed).toEqual([])
  lab.reply = () => ({})
  await passBy(page, closedUntil)
  await lab.drained(page)
  expect(lab.committed).toHaveLength(1)
})

test('11: what the disk refuses to the page that adopts it stays written down, and the next page delivers it', async ({
  page,
  lab,
}) => {
  const leave = await askOccupied(lab, page)
  lab.reply = () => unreachable
  await answerAndGo(page, 9, elsewhere(lab))
  await page.waitForURL('**/next')
  const written = await journal(page)
  expect(written).toHaveLength(1)
  lab.stored.add(written[0]!.replace('pulso:journal:', ''))
  await lab.open(page)
  await page.evaluate(() => new Promise(resolve => window.pulso.on('memory', resolve)))
  expect(await journal(page)).toEqual(written)
  await leave()
  await crash(page)
  lab.reply = () => ({})
  const next = await lab.tab()
  await expect.poll(() => lab.committed.length).toBe(1)
  await lab.drained(next)
  expect(lab.committed).toMatchObject([{ status: 'complete', answers: [{ value: 9 }] }])
  await expect.poll(() => journal(next)).toEqual([])
})

test('24: what a survey had been told when its tab crashed, the next page sends', async ({ page, lab }) => {
  const questions = [
    { id: 'nps', kind: 'nps' },
    { id: 'why', kind: 'text' },
  ]
  await lab.open(page, lab.host('/', { surveys: { quick: { questions } } } as Partial<Options>))
  await page.evaluate(() => window.pulso.show('quick', { force: true }))
  await survey(page).pick(9)
  await expect.poll(async () => (await lab.rows(page)).map(({ notBefore }) => notBefore)).toEqual(['open'])
  for (const { id } of await lab.rows(page)) lab.stored.add(id)
  await crash(page)
  expect(lab.requests).toEqual([])
  const next = await lab.tab()
  await lab.drained(next)
  expect(lab.committed).toMatchObject([{ status: 'partial', answers: [{ value: 9 }] }])
  expect(lab.requests).toHaveLength(1)
})

test('24: what a crashed tab was sending, the next page sends again; what still waited goes at once', async ({
  page,
  lab,
}) => {
  await page.clock.install()
  await ask(lab, page)
  const { until, release } = lab.hold()
  lab.reply = () => ({ status: 503, lose: true, until })
  await page.evaluate(() => window.pulso.dismiss())
  const given = await lab.give(page, 1, 2, 3, 4)
  await expect.poll(() => lab.requests.length).toBe(3)
  await crash(page)
  release()
  lab.reply = () => ({})
  const next = await lab.tab()
  const ids = given.map(({ id }) => id)
  await expect.poll(() => lab.committed.length).toBe(1)
  const left = (await lab.rows(next)).filter(({ id }) => id)
  expect(left).toHaveLength(3)
  await passBy(next, Math.max(...left.map(({ notBefore }) => notBefore as number)))
  await lab.drained(next)
  expect(lab.committed).toHaveLength(4)
  expect(ids.map(id => lab.sent(id)).sort()).toEqual([1, 2, 2, 2])
})

test('29: an answer that is stored when its tab is closed is sent without the tab', async ({ page, lab }) => {
  const { until, release } = lab.hold()
  let asked = false
  lab.preflight = async () => {
    asked = true
    await until
    return 204
  }
  const other = await lab.tab()
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  expect(given!.result).toBe('stored')
  await expect.poll(() => asked).toBe(true)
  await page.close()
  release()
  await expect.poll(() => lab.committed.length).toBe(1)
  expect(lab.sent(given!.id)).toBe(1)
  // Nobody has heard that it arrived, so the next page says it once more, under the same key.
  await other.clock.install()
  await other.reload()
  await expect.poll(() => other.evaluate(() => 'show' in (window.pulso ?? {}))).toBe(true)
  await nudge(other) // it has set its alarm
  const [row] = await lab.rows(other)
  await passBy(other, row!.notBefore as number)
  await lab.drained(other)
  expect(lab.sent(given!.id)).toBe(2)
  expect(lab.counted()).toHaveLength(1)
})

for (const { what, broken } of [
  {
    what: 'throws',
    broken: () => {
      Storage.prototype.setItem = () => {
        throw new Error('no')
      }
    },
  },
  {
    what: 'is full',
    broken: () => {
      for (let size = 2 ** 22; size >= 1; size /= 2) {
        try {
          for (let part = 0; ; part++) localStorage.setItem(`theirs-${size}-${part}`, 'x'.repeat(size))
        } catch {} // so much does not fit any more
      }
    },
  },
  {
    what: 'is refused',
    broken: () => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError')
        },
      })
    },
  },
]) {
  test(`53: a localStorage that ${what} keeps no answer from leaving with the page`, async ({ page, lab }) => {
    const leave = await askOccupied(lab, page)
    await page.evaluate(broken)
    await answerAndGo(page, 9, elsewhere(lab))
    await page.waitForURL('**/next')
    await expect.poll(() => lab.committed.length).toBe(1)
    await leave()
    await lab.drained(page)
    expect(await journal(page)).toEqual([])
    expect(lab.requests).toHaveLength(1)
  })
}

test('56: ten short visits move a hundred answers on, and repeat only what was on its way when the page was closed', async ({
  page,
  context,
  lab,
}) => {
  await page.clock.install()
  await lab.open(page)
  await lab.give(page, 0) // the database is there
  await lab.drained(page)
  await page.goto(elsewhere(lab))
  lab.forget()
  const now = await page.evaluate(() => Date.now())
  const rows = Array.from({ length: 100 }, (_, index) => record(`r${index}`, now + index))
  for (const { id } of rows) lab.stored.add(id)
  await lab.write(page, ...rows)
  const cut = new Set<string>()
  for (let visit = 1; visit <= 10; visit++) {
    const { until, release } = lab.hold()
    let answers = 0
    lab.reply = ({ id, revision }) => {
      if (++answers <= 10) return {}
      cut.add(`${id}.${revision}`)
      return { until, status: 503, lose: true }
    }
    const tab = await lab.tab()
    await expect.poll(async () => (await lab.rows(page)).length).toBe(100 - visit * 10)
    if (visit < 10) await expect.poll(() => answers).toBe(13)
    await tab.close()
    release()
    await page.clock.fastForward(31_000) // whatever the tab had taken is free again
  }
  await lab.drained(page)
  expect(lab.committed).toHaveLength(100)
  expect(rows.filter(({ id }) => lab.sent(id) > 1 && !cut.has(id))).toEqual([])
  expect(lab.requests).toHaveLength(100 + 9 * 3)
  expect(context.pages()).toHaveLength(1)
})
