import type { Reply, Site } from '../site'
import { nudge, passBy, skip, stop, stopBefore } from './clock'
import { expect, test } from './lab'

test.beforeEach(({ page }) => page.clock.install())

/** Answers that say nothing about a record and much about an address or a key. */
const mistakes: { title: string; status: number; reply: (site: Site) => Reply }[] = [
  {
    title: '6: a wrong key (401) loses nothing, is tried once a step, and waits to be mended',
    status: 401,
    reply: () => ({ status: 401 }),
  },
  {
    title: '22: a page in place of an answer acknowledges nothing',
    status: -1,
    reply: () => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<h1>Welcome</h1>', lose: true }),
  },
  {
    title: '23: an answer from where a redirect leads acknowledges nothing',
    status: -1,
    reply: site => ({
      status: 301,
      headers: {
        location: site.page('/moved', '{}', {
          'content-type': 'application/json',
          'access-control-allow-origin': '*',
        }),
      },
    }),
  },
  {
    title: '46: an endpoint that is gone (410) loses nothing, is tried once a step, and waits to be mended',
    status: 410,
    reply: () => ({ status: 410 }),
  },
]
for (const { title, status, reply } of mistakes) {
  test(title, async ({ page, lab }) => {
    const mistaken = reply(lab)
    lab.reply = () => mistaken
    await lab.open(page)
    const heard = await lab.hear(page)
    const given = await lab.give(page, 1, 2, 3, 4, 5)
    const ids = given.map(({ id }) => id)

    const first = await lab.failed(page)
    expect(first).toMatchObject({ failures: 1, status })
    expect(first.closedUntil - first.setAt).toBeGreaterThanOrEqual(30_000)
    const early = lab.requests.length
    expect(early).toBeLessThanOrEqual(3)
    expect(await heard()).toContain(`error not-delivered ${ids[0]} status ${status}`)
    await stopBefore(page, first.closedUntil)
    await nudge(page)
    expect(lab.requests).toHaveLength(early)

    await passBy(page, first.closedUntil)
    const second = await lab.failed(page, 2)
    expect(second.closedUntil - second.setAt).toBeGreaterThanOrEqual(60_000)
    await nudge(page)
    expect(lab.requests).toHaveLength(early + 1)
    expect((await lab.rows(page)).map(({ id }) => id).sort()).toEqual(['', ...ids].sort())
    expect(lab.committed).toEqual([])

    lab.reply = () => ({})
    await passBy(page, second.closedUntil)
    await lab.drained(page)
    expect(lab.requests).toHaveLength(early + 1 + ids.length)
  })
}

test('5: one that is refused delays no other, and stays', async ({ page, lab }) => {
  lab.reply = ({ answers }) => (answers[0]!.value === 5 ? { status: 400, lose: true } : {})
  await lab.open(page)
  const given = await lab.give(page, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
  const refused = given[4]!.id
  await lab.drained(page, { left: [refused] })
  expect(lab.sent(refused)).toBe(1)
  expect(await lab.rows(page)).toMatchObject([{ id: refused, refusals: 1, status: 400 }])
})

test('34: one that is refused for ever is tried five times, told once, and kept', async ({ page, lab }) => {
  lab.reply = ({ answers }) => (answers[0]!.value === 5 ? { status: 422, lose: true } : {})
  await lab.open(page)
  const heard = await lab.hear(page)
  const [, { id }] = (await lab.give(page, 4, 5, 6)) as [unknown, { id: string }, unknown]
  const told = async () => (await heard()).filter(line => line.startsWith('refused'))
  const row = async () => (await lab.rows(page)).find(row => row.id === id)!
  for (let refusals = 1; refusals < 5; refusals++) {
    await expect.poll(row).toMatchObject({ refusals, status: 422 })
    expect(await told()).toEqual([])
    const { notBefore } = await row()
    await stopBefore(page, notBefore as number)
    await nudge(page)
    expect(lab.sent(id)).toBe(refusals)
    await passBy(page, notBefore as number)
  }
  await expect.poll(told).toEqual([`refused ${id} 422`])
  await skip(page, 24 * 3_600_000)
  await nudge(page)
  await lab.give(page, 7)
  await lab.drained(page, { left: [id] })
  expect(lab.sent(id)).toBe(5)
  expect(await told()).toHaveLength(1)
  expect(await page.evaluate(() => window.pulso.refused())).toMatchObject([{ id, status: 422 }])

  lab.reply = () => ({})
  expect(await page.evaluate(id => window.pulso.retry(id), id)).toBe(true)
  await lab.drained(page)
  expect(lab.sent(id)).toBe(6)
})

test('42: an answer that the page may not read is tried once a step, and counted once', async ({ page, lab }) => {
  const { until, release } = lab.hold()
  lab.reply = () => ({ hideFromPage: true, until })
  await lab.open(page)
  const heard = await lab.hear(page)
  const [given] = await lab.give(page, 9)
  await stop(page)
  release()
  for (let failures = 1; failures < 6; failures++) {
    const { closedUntil } = await lab.failed(page, failures)
    expect(lab.sent(given!.id)).toBe(failures)
    await passBy(page, closedUntil)
  }
  const { closedUntil } = await lab.failed(page, 6)
  expect(await heard()).toEqual(Array(6).fill(`error not-delivered ${given!.id} status 0`))
  lab.reply = () => ({})
  await passBy(page, closedUntil)
  await lab.drained(page)
  expect(lab.sent(given!.id)).toBe(7)
  expect(lab.counted()).toHaveLength(1)
})

for (const status of [404, 405]) {
  test(`43: an endpoint that refuses to be asked first (${status}) gets the answers once it allows it`, async ({
    page,
    lab,
  }) => {
    lab.preflight = () => status
    await lab.open(page)
    const heard = await lab.hear(page)
    const given = await lab.give(page, 1, 2, 3)
    await lab.failed(page)
    expect(await lab.rows(page)).toHaveLength(4) // and the endpoint's own
    expect(await heard()).toContain(`error not-delivered ${given[0]!.id} status 0`)
    expect(lab.requests).toEqual([])
    lab.preflight = () => 204
    await lab.drained(page)
    expect(lab.requests).toHaveLength(3)
  })
}

test('45: one that is too large (413) waits alone', async ({ page, lab }) => {
  lab.reply = ({ respondent }) => (respondent!.userId!.length > 1e6 ? { status: 413, lose: true } : {})
  await lab.open(page)
  await page.evaluate(() => window.pulso.identify('x'.repeat(2e6)))
  const [large] = await lab.give(page, 2)
  expect(large!.result).toBe('stored')
  await page.evaluate(() => window.pulso.identify('somebody'))
  await lab.give(page, 3, 4, 5)
  await lab.drained(page, { left: [large!.id] })
  expect(lab.counted()).toHaveLength(3)
  await expect.poll(() => lab.rows(page)).toMatchObject([{ id: large!.id, refusals: 1, status: 413 }])
  expect(lab.sent(large!.id)).toBe(1)
})
