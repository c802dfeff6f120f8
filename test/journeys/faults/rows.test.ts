import type { Page } from '@playwright/test'
import { survey } from '../site'
import { passBy, stop } from './clock'
import { serveVersions } from './copies'
import { expect, type Lab, ready, record, test } from './lab'

const plain = (lab: Lab) => lab.page('/plain', '<!doctype html><title>Plain</title>')

/** The database is there, and the page has left it. */
async function leftBehind(page: Page, lab: Lab) {
  await lab.open(page)
  await lab.give(page, 0)
  await lab.drained(page)
  await page.goto(plain(lab))
  lab.forget()
}

for (const { jump, ms } of [
  { jump: 'two hours back', ms: -2 * 36e5 },
  { jump: 'two hours on', ms: 2 * 36e5 },
  { jump: 'ten years on', ms: 10 * 365 * 864e5 },
]) {
  test(`18: a clock that jumps ${jump} opens the gate, loses nothing and repeats no more than what was on its way`, async ({
    page,
    lab,
  }) => {
    await page.clock.install()
    const { until, release } = lab.hold()
    lab.reply = ({ answers }, attempt) => {
      if (attempt > 1) return {}
      if (answers[0]!.value === 1) return { until }
      return { status: 503, lose: true, headers: { 'retry-after': '600' } }
    }
    await lab.open(page)
    const [leased, failed] = await lab.give(page, 1, 2)
    await expect.poll(async () => (await lab.gate(page))?.failures).toBe(1)
    const [waiting] = await lab.give(page, 3)
    await page.evaluate(() => void window.pulso.flush())
    await page.evaluate(() => window.pulso.pending())
    expect(lab.requests).toHaveLength(2)
    lab.reply = () => ({})
    await stop(page) // so that no request is given up, which would make the gate anew
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) + ms)
    await page.evaluate(() => void window.pulso.flush())
    await lab.drained(page)
    release()
    await page.evaluate(() => window.pulso.flush())
    expect([leased!, failed!, waiting!].map(({ id }) => lab.sent(id))).toEqual([2, 2, 1])
    expect(lab.counted()).toHaveLength(3)
  })
}

test('19: rows that nobody of ours has written stay where they are, and stand in no one’s way', async ({
  page,
  lab,
}) => {
  await leftBehind(page, lab)
  const { body, type } = record('odd', 1)
  await lab.write(
    page,
    { id: 'bodiless.1', notBefore: 1 },
    { id: 'number.1', notBefore: 2, body: 5 },
    { id: 'text.1', notBefore: 'zzz', body, type },
    { id: 'never.1', body, type },
    { id: '', failures: 'x', status: {}, setAt: 'z', closedUntil: 'y' },
  )
  await lab.open(page)
  const [given] = await lab.give(page, 9)
  expect(given!.result).toBe('stored')
  await lab.drained(page, { left: ['bodiless.1', 'number.1', 'text.1', 'never.1'] })
  expect(lab.requests).toHaveLength(1)
  expect((await lab.rows(page)).filter(({ id }) => /bodiless|number/.test(id))).toEqual([
    { id: 'bodiless.1', notBefore: undefined },
    { id: 'number.1', notBefore: undefined, body: 5 },
  ])
  expect(await page.evaluate(() => window.pulso.refused())).toContainEqual({ id: 'never.1', status: 0, body })
})

test('20: a database of our name that is not ours is replaced, once', async ({ page, lab }) => {
  await page.addInitScript(() => {
    window.heard = []
    const { deleteDatabase } = IDBFactory.prototype
    IDBFactory.prototype.deleteDatabase = function (name) {
      window.heard.push(name)
      return deleteDatabase.call(this, name)
    }
  })
  await page.goto(plain(lab))
  await page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const request = indexedDB.open('pulso', 3)
        request.onupgradeneeded = () => request.result.createObjectStore('theirs')
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
      }),
  )
  await lab.open(page)
  const given = await lab.give(page, 1, 2)
  expect(given.map(({ result }) => result)).toEqual(['stored', 'stored'])
  await lab.drained(page)
  expect(lab.requests).toHaveLength(2)
  expect(await page.evaluate(() => window.heard)).toEqual(['pulso::', 'pulso'])
})

test('40: what another version has stored is sent as it is, and keeps the fields that we do not know', async ({
  page,
  lab,
}) => {
  await page.clock.install()
  await leftBehind(page, lab)
  const older = { ...record('older', 1, { sdk: { name: 'pulso', version: '0.0.1' } }), v: 0 }
  const newer = { ...record('newer', 2, { answers: [{ question: 'new', kind: 'dream' }] }), v: 2, extra: { a: [1] } }
  const { createdAt: _, ...bare } = older
  for (const { id } of [older, newer]) lab.stored.add(id)
  lab.reply = ({ id }, attempt) => (id === 'newer' && attempt === 1 ? { status: 422, lose: true } : {})
  await lab.write(page, bare, newer)
  await lab.open(page)
  await lab.drained(page, { left: ['newer.1'] })
  const [kept] = await lab.rows(page)
  expect(kept).toEqual({ ...newer, refusals: 1, status: 422, notBefore: expect.any(Number) })
  await passBy(page, kept!.notBefore as number)
  await lab.drained(page)
  expect(lab.requests.map(({ body }) => body).sort()).toEqual([newer.body, newer.body, older.body])
})

test('63: whatever a host says about its visitor, the answer is kept and no row is spoilt', async ({ page, lab }) => {
  const options = { touchpoints: [{ id: 'quick', on: 'odd', survey: 'quick' }] }
  await lab.open(page, lab.host('/', options as never))
  const given = []
  for (const traits of [
    `(() => { const around = {}; around.around = around; return around })()`,
    `({ big: 1n, fine: 'yes' })`,
    `JSON.parse('{"__proto__":{"polluted":"yes"},"constructor":"c","toJSON":"t"}')`,
    `({ lone: '\\ud800', half: 'x\\udfff' })`,
    `Object.fromEntries(Array.from({ length: 26000 }, (_, index) => ['t' + index, 'x'.repeat(200)]))`,
    `({ toJSON() { throw new Error('no') } })`,
    `({ get own() { throw new Error('no') } })`,
  ]) {
    await page.evaluate(`window.pulso.identify('somebody', ${traits})`)
    given.push(...(await lab.give(page, 9)))
  }
  expect(given.map(({ result }) => result)).toEqual(Array(7).fill('stored'))
  await lab.drained(page)
  expect(lab.counted()).toHaveLength(7)
  expect(lab.requests).toHaveLength(7)
  expect(Math.max(...lab.requests.map(({ body }) => body.length))).toBeGreaterThan(5e6)
  expect(lab.committed.map(({ respondent }) => respondent?.traits)).toContainEqual({ lone: '\ud800', half: 'x\udfff' })
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
})

test('63: whatever a host says of an event, the answer that it leads to is kept and sent', async ({ page, lab }) => {
  await lab.open(page, lab.host('/', { touchpoints: [{ id: 'odd', on: 'odd', survey: 'quick' }] }))
  await page.evaluate(() => {
    const properties: Record<string, unknown> = JSON.parse('{"__proto__":{"polluted":"yes"},"toJSON":"t"}')
    Object.assign(properties, { fine: 'yes', big: 1n, lone: '\ud800', long: 'x'.repeat(5e6), around: properties })
    window.pulso.track('odd', properties)
    window.pulso.track(undefined as never, 5 as never)
  })
  await survey(page).pick(9)
  await expect.poll(() => lab.committed.length).toBe(1)
  await lab.drained(page)
  expect(lab.counted()).toMatchObject([{ status: 'complete', answers: [{ value: 9 }], trigger: { name: 'odd' } }])
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
})

test('63: a format of the host’s own that throws, or makes no text, holds up no other destination', async ({
  page,
  context,
  lab,
}) => {
  await serveVersions(context)
  const imports = JSON.stringify({ imports: { nanoid: '/0.1.0/nanoid/index.browser.js' } })
  const client = `
    import { createPulso } from '/0.1.0/index.js'
    const formats = [() => { throw new Error('no') }, () => ({ body: { not: 'text' } }), () => null, async () => ({ body: 'x' })]
    window.pulso = createPulso({
      destination: [undefined, ...formats].map((format, index) => ({ url: '${lab.endpoint}' + '?'.repeat(index), ...(format && { format }) })),
      surveys: { quick: { questions: [{ id: 'nps', kind: 'nps' }] } },
    })`
  await page.goto(
    lab.page(
      '/own',
      `<!doctype html><title>Host</title><script type="importmap">${imports}</script><script type="module">${client}</script>`,
    ),
  )
  await ready(page)
  const heard = await lab.hear(page)
  const [given] = await lab.give(page, 9)
  expect(given!.result).toBe('stored')
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(1)
  expect((await heard()).filter(line => line.startsWith(`error format ${given!.id}`))).toHaveLength(4)
  const refused = await page.evaluate(() => window.pulso.refused())
  expect(refused.filter(({ id, status }) => id === given!.id && status === 0)).toHaveLength(4)
})

test('64: with 10,000 rows waiting, an answer is taken by its index alone, one row at a time', async ({
  page,
  lab,
}) => {
  await page.addInitScript(() => {
    const calls: Record<string, number> = {}
    Object.assign(window, { calls })
    for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype]) {
      for (const name of ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'put', 'count', 'delete']) {
        const real = (prototype as never as Record<string, (...args: never[]) => unknown>)[name]
        if (!real) continue
        Object.assign(prototype, {
          [name](...args: never[]) {
            const key = prototype === IDBIndex.prototype ? `index.${name}` : name
            calls[key] = (calls[key] ?? 0) + 1
            return real.apply(this, args)
          },
        })
      }
    }
  })
  await leftBehind(page, lab)
  const soon = Date.now() + 30 * 60_000
  const later = Array.from({ length: 9900 }, (_, index) => record(`later${index}`, soon + index))
  const due = Array.from({ length: 100 }, (_, index) => record(`due${index}`, index + 1))
  for (const { id } of due) lab.stored.add(id)
  await lab.write(page, ...later, ...due)
  await lab.open(page)
  await expect.poll(() => lab.committed.length).toBe(100)
  const calls = await page.evaluate(() => (window as never as { calls: Record<string, number> }).calls)
  await lab.drained(page, { left: later.map(({ id }) => id) })
  expect(lab.requests).toHaveLength(100)
  expect(lab.requests.map(({ body }) => JSON.parse(body).id)).toContain('due99')
  // A claim reads the gate and the first row that is due, and writes that row; a settlement reads and deletes it.
  const claims = calls['index.get']!
  expect(calls.put).toBeLessThanOrEqual(100)
  expect(claims).toBeLessThanOrEqual(2 * 100 + 20)
  expect(calls.get).toBeLessThanOrEqual(claims + 100 + 20)
  expect(Object.keys(calls).sort()).toEqual(['delete', 'get', 'index.get', 'put'])
})
