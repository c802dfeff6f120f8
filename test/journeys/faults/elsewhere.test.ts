import { test } from './browsers'
import { expect } from './lab'
import { installLeaps, leap } from './leap'

test('15: on a page without TLS answers are stored and delivered all the same', async ({ launch, lab }) => {
  const page = await launch({ args: ['--host-resolver-rules=MAP insecure.test 127.0.0.1'] })
  lab.host()
  await lab.open(page, `http://insecure.test:${new URL(lab.url).port}/`)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  const given = await lab.give(page, 1, 2)
  expect(given.map(({ result }) => result)).toEqual(['stored', 'stored'])
  await lab.drained(page)
  expect(lab.requests).toHaveLength(2)
})

test('58: in a frame of a third party, each top site has a queue of its own, and delivers it', async ({
  own: { page },
  lab,
}) => {
  const { port } = new URL(lab.url)
  const framed = lab.host('/framed')
  lab.page('/top', `<!doctype html><title>Top</title><iframe src="${framed}"></iframe>`)
  const visit = async (site: string) => {
    await page.goto(`http://${site}.test:${port}/top`)
    const frame = page.frames()[1]!
    await frame.waitForFunction(() => 'show' in (window.pulso ?? {}))
    return frame
  }
  lab.reply = () => ({ status: 503, lose: true })
  const first = await visit('first')
  const [one] = await lab.give(first, 1)
  expect(one!.result).toBe('stored')
  const second = await visit('second')
  expect(await lab.rows(second)).toEqual([])
  const [two] = await lab.give(second, 2)
  expect((await lab.rows(second)).map(({ id }) => id)).toContain(two!.id)
  lab.reply = () => ({})
  await expect.poll(() => lab.rows(second)).toEqual([])
  expect(lab.committed).toMatchObject([{ answers: [{ value: 2 }] }])
  const again = await visit('first')
  await lab.drained(again)
  expect(lab.committed).toMatchObject([{ answers: [{ value: 2 }] }, { answers: [{ value: 1 }] }])
})

test('59: a tab whose process is taken away delivers when it is restored', async ({ page, context, lab }) => {
  await installLeaps(context)
  const other = await context.newPage()
  await other.goto(lab.page('/plain', '<!doctype html><title>Plain</title>'))
  await lab.open(page)
  const { until, release } = lab.hold()
  lab.reply = () => ({ status: 503, lose: true, until })
  const given = await lab.give(page, 1, 2, 3, 4)
  await expect.poll(() => lab.requests.length).toBe(3)
  await other.bringToFront()
  const browser = await context.newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  browser.send('Page.crash').catch(() => {}) // nobody is left to answer
  await crashed
  release()
  lab.reply = () => ({})
  await browser.send('Page.reload')
  await expect.poll(() => lab.committed.length).toBe(1)
  const left = await lab.rows(other)
  expect(left).toHaveLength(3)
  await leap([other], Math.max(...left.map(({ notBefore }) => notBefore as number)))
  await browser.send('Runtime.evaluate', { expression: 'void window.pulso.flush()' })
  await lab.drained(other)
  expect(lab.committed).toHaveLength(4)
  expect(given.map(({ id }) => lab.sent(id)).sort()).toEqual([1, 2, 2, 2])
})

test('60: a computer that sleeps with an answer on its way repeats that one, once, and delivers the rest', async ({
  own: { page, suspend, resume },
  lab,
}) => {
  await page.clock.install()
  await lab.open(page)
  await lab.give(page, 0)
  await lab.drained(page)
  lab.forget()
  const { until, release } = lab.hold()
  lab.reply = ({ answers }, attempt) => (answers[0]!.value === 1 && attempt === 1 ? { until, reset: true } : {})
  const [asleep] = await lab.give(page, 1)
  await expect.poll(() => lab.requests.length).toBe(1)
  suspend()
  release() // it commits, and the connection is gone when the computer wakes up
  await expect.poll(() => lab.committed.length).toBe(1)
  const woken = page.clock.fastForward('08:00:00')
  resume()
  await woken
  await lab.give(page, 2)
  await page.clock.fastForward('00:01')
  await lab.drained(page)
  expect(lab.sent(asleep!.id)).toBe(2)
  expect(lab.requests).toHaveLength(3)
  expect(lab.counted()).toHaveLength(2)
})
