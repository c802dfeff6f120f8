import { expect, test } from './lab'

test('26: a page that comes out of the back/forward cache delivers at once what waits', async ({ page, lab }) => {
  await lab.open(page)
  await lab.give(page, 0)
  await lab.drained(page)
  lab.forget()
  await page.evaluate(() => {
    window.heard = []
    addEventListener('pageshow', ({ persisted }) => window.heard.push(persisted ? 'restored' : 'loaded'))
  })
  lab.reply = () => ({ reset: true, lose: true })
  await lab.give(page, 1, 2)
  await lab.failed(page)
  const now = Date.now()
  await lab.write(page, { id: '', failures: 9, status: 0, setAt: now, closedUntil: now + 240_000 }) // no timer will do it
  await page.goto(lab.page('/next', '<!doctype html><title>Next</title>'))
  lab.reply = () => ({})
  expect(lab.committed).toEqual([])
  await page.evaluate(() => history.back()).catch(() => {}) // the page that was asked is gone
  await expect.poll(() => page.evaluate(() => window.heard).catch(() => [])).toEqual(['restored'])
  await lab.drained(page)
  expect(lab.committed).toHaveLength(2)
})
