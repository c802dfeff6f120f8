import { expect, test } from './gallery'

test('a finger that scrolls past a ranking moves none of it, one at a place does', async ({ browser, gallery }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 420 } })
  const page = await context.newPage()
  await gallery.open(page, { kind: 'ranking', state: 'step' })
  const client = await context.newCDPSession(page)
  const rows = page.locator('.ranking li')
  const names = () => rows.locator('span').allTextContents()
  const swipe = async (x: number, y: number, by: number) => {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x, y }] })
    await touch('touchStart', y)
    for (let step = 1; step <= 10; step++) await touch('touchMove', y + (by * step) / 10)
    await touch('touchEnd')
  }
  const before = await names()
  const { x, y, height } = (await rows.nth(1).boundingBox())!
  await swipe(x + 100, y + height / 2, -60)
  expect(await names()).toEqual(before)
  const place = (await rows.nth(1).locator('b').boundingBox())!
  await swipe(place.x + place.width / 2, place.y + place.height / 2, -50)
  await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)])
  await context.close()
})
