import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { test as base, expect, onDevice, purchase, type Site, survey, tagged } from '../site'
import { bundle } from './stage'

type Choice = number[] | '' | null
interface Cmp {
  update(choice: Choice, isShown?: boolean): void
  disable(): void
  listeners(): number
}

/**
 * A consent tool on the IAB's own library: a choice is the purposes consented to, which become a TC string; '' is a
 * visitor who has not chosen yet, null one to whom the GDPR does not apply.
 */
const tool = `
  import { CmpApi, CmpApiModel } from '@iabtechlabtcf/cmpapi'
  import { GVL, TCModel, TCString } from '@iabtechlabtcf/core'
  const none = { purposes: {}, specialPurposes: {}, features: {}, specialFeatures: {}, dataCategories: {}, stacks: {}, vendors: {} }
  const list = { gvlSpecificationVersion: 3, vendorListVersion: 1, tcfPolicyVersion: 5, lastUpdated: '2026-01-01T00:00:00Z', ...none }
  const api = new CmpApi(5, 1, true)
  const encode = purposes => {
    const model = Object.assign(new TCModel(new GVL(list)), { cmpId: 5, cmpVersion: 1 })
    model.purposeConsents.set(purposes)
    return TCString.encode(model)
  }
  window.cmp = {
    update: (choice, isShown) => api.update(choice && encode(choice), isShown),
    disable: () => api.disable(),
    listeners: () => CmpApiModel.eventQueue.size,
  }`
const stub = '<script src="/stub.js"></script>'
const cmp = '<script src="/cmp.js"></script>'

const often = { frequency: { max: 99, afterShown: '0s', afterDismissed: '0s', afterAnswered: '0s' } }
const config = (site: Site) => ({
  endpoint: site.endpoint,
  governor: { perSession: 99, betweenSurveys: '0s' },
  touchpoints: [{ id: 'bought', on: 'order.completed', survey: 'nps', ...often }],
})

const test = base.extend<{ visit(head: string): Promise<void> }>({
  visit: async ({ page, site, hostErrors: _ }, use) => {
    const script = { 'content-type': 'text/javascript' }
    site.page('/stub.js', await readFile('node_modules/@iabtechlabtcf/stub/lib/stub.js', 'utf8'), script)
    site.page('/cmp.js', await bundle(tool), script)
    await use(async head => {
      const json = `<script type="application/json" data-pulso>${JSON.stringify(config(site))}</script>`
      const source = page.waitForEvent('requestfinished', request => request.url().includes('/consent/tcf.js'))
      await page.goto(site.page('/', tagged('data-consent="tcf"', json).replace('<title>', `${head}<title>`)))
      await source
      await page.waitForTimeout(100) // it has run by now
    })
  },
})

const add = async (page: Page, ...names: string[]) => {
  for (const name of names) await page.addScriptTag({ url: `/${name}.js` })
}
const ask = <T>(page: Page, use: (cmp: Cmp) => T) => page.evaluate(`(${use})(window.cmp)`) as Promise<T>
const update = (page: Page, choice: Choice, isShown = false) =>
  page.evaluate(([choice, isShown]) => (window as never as { cmp: Cmp }).cmp.update(choice, isShown), [
    choice,
    isShown,
  ] as const)
const listeners = (page: Page) => ask(page, cmp => cmp.listeners())

async function answer(page: Page, score: number, order?: string) {
  await purchase(page, order)
  await survey(page).pick(score)
  await expect(survey(page).comment).toBeVisible()
}
async function close(page: Page) {
  await survey(page).close.click()
  await expect(survey(page).region).toHaveCount(0)
}
async function expectNotAsked(page: Page, order: string) {
  await purchase(page, order)
  await page.waitForTimeout(700)
  await expect(survey(page).region).toHaveCount(0)
}
/** What is not decided yet leaves no trace. */
async function expectNothing(page: Page, site: Site) {
  await page.waitForTimeout(500)
  expect(site.requests).toEqual([])
  expect(await onDevice(page)).toEqual({ keys: [], records: [] })
}
async function expectSent(page: Page, site: Site, ...scores: number[]) {
  await expect.poll(() => site.counted()).toMatchObject(scores.map(value => ({ answers: [{ value }] })))
  expect((await onDevice(page)).keys).toContain('pulso:visitor')
}
const refused = { keys: ['pulso:consent'], records: [] }

for (const [order, head, ...later] of [
  ['after the stub', stub, 'cmp'],
  ['before the stub', '', 'stub', 'cmp'],
  ['before a consent tool that has no stub', '', 'cmp'],
  ['after the consent tool', stub + cmp],
] as const)
  test(`Pulso ${order} asks, and keeps and sends the answer once the visitor consents`, async ({
    page,
    site,
    visit,
  }) => {
    await visit(head)
    await add(page, ...later)
    await update(page, '', true)
    await answer(page, 9)
    await expectNothing(page, site)
    await update(page, [1])
    await close(page)
    await expectSent(page, site, 9)
    expect(await listeners(page)).toBe(1)
  })

test('an answer waits for a consent tool that comes late', async ({ page, site, visit }) => {
  await visit(stub)
  await answer(page, 8)
  await close(page)
  await expectNothing(page, site)
  await add(page, 'cmp')
  await expectNothing(page, site)
  await update(page, [1, 2])
  await expectSent(page, site, 8)
})

for (const [who, choice] of [
  ['who consented on an earlier visit', [1]],
  ['to whom the GDPR does not apply', null],
] as const)
  test(`the answer of a visitor ${who} is kept and sent at once`, async ({ page, site, visit }) => {
    await visit(stub)
    await add(page, 'cmp')
    await update(page, choice as Choice)
    await answer(page, 7)
    await close(page)
    await expectSent(page, site, 7)
  })

test('a visitor who refuses storage is asked no more, and nothing is kept or sent', async ({ page, site, visit }) => {
  await visit(stub)
  await add(page, 'cmp')
  await update(page, '', true)
  await answer(page, 2)
  await update(page, [2, 7, 8])
  await expect(survey(page).region).toHaveCount(0)
  await expectNotAsked(page, 'T-2')
  expect(site.requests).toEqual([])
  expect(await onDevice(page)).toEqual(refused)
})

test('a consent that is withdrawn later makes everything forgotten, until it is given again', async ({
  page,
  site,
  visit,
}) => {
  await visit(stub)
  await add(page, 'cmp')
  await update(page, [1])
  await answer(page, 9)
  await close(page)
  await expectSent(page, site, 9)

  await update(page, [1], true) // looks at the choice again
  await page.waitForTimeout(300)
  expect((await onDevice(page)).keys).toContain('pulso:visitor')
  await update(page, [])
  await expect.poll(() => onDevice(page)).toEqual(refused)
  await expectNotAsked(page, 'T-2')

  await visit(stub + cmp)
  await update(page, [])
  await expectNotAsked(page, 'T-3')
  expect(await onDevice(page)).toEqual(refused)
  expect(site.counted()).toHaveLength(1)

  await update(page, [1])
  await answer(page, 4, 'T-4')
  await close(page)
  await expectSent(page, site, 9, 4)
  expect((await onDevice(page)).keys).not.toContain('pulso:consent')
})

test('a consent tool that gives up says nothing, and the answer stays in memory', async ({ page, site, visit }) => {
  await visit('')
  await add(page, 'stub', 'cmp')
  await ask(page, cmp => cmp.disable())
  await answer(page, 6)
  await close(page)
  await expectNothing(page, site)
})

// The IAB's stub, 1.5.21, answers a frame at once or never: it forgets who asked. A later choice is in chats.test.ts.
test('the page around a frame of another origin is asked what was chosen, and left once stopped', async ({
  page,
  site,
  visit,
}) => {
  await visit(stub)
  await add(page, 'cmp')
  const inner = `<!doctype html><title>Inner</title><script type="module">
    import * as file from '/consent/tcf.js'
    window.told = []
    window.leave = Object.values(file)[0]({ setConsent: word => told.push(word) }, { purposes: [8] })
  </script>`
  for (const [choice, word] of [
    [[1], 'denied'],
    [[1, 8], 'granted'],
  ] as const) {
    await update(page, [...choice])
    const src = site.page(`/${word}`, inner).replace('127.0.0.1', 'localhost')
    await page.evaluate(src => document.body.append(Object.assign(document.createElement('iframe'), { src })), src)
    await expect.poll(() => page.frame({ url: src })?.evaluate('window.told')).toEqual([word])
    expect(await listeners(page)).toBe(2) // Pulso on the page is the other
    await page.frame({ url: src })!.evaluate('leave()')
    await expect.poll(() => listeners(page)).toBe(1)
  }
})
