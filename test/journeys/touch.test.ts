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

test('a row of a ranking follows a finger and a mouse all the way, past rows of any height', async ({
  browser,
  gallery,
}) => {
  for (const hasTouch of [true, false]) {
    const context = await browser.newContext({ hasTouch, isMobile: hasTouch, viewport: { width: 360, height: 800 } })
    const page = await context.newPage()
    await gallery.open(page, { kind: 'ranking', state: 'step' })
    const client = await context.newCDPSession(page)
    const rows = page.locator('.ranking li')
    const names = () => rows.locator('span').allTextContents()
    // One that is as high as three.
    await rows.nth(1).evaluate(row => (row.style.minHeight = '140px'))
    const before = await names()
    const last = before.length - 1
    const box = async (index: number) => (await rows.nth(index).locator('b').boundingBox())!
    /** From its number, which is what a finger moves it by, to near the far edge of another. */
    const drag = async (from: number, to: number) => {
      const [held, goal] = [await box(from), await box(to)]
      const start = { x: held.x + held.width / 2, y: held.y + held.height / 2 }
      const past = from < to ? goal.y + goal.height - 8 : goal.y + 8
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
        client.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: start.x, y }] })
      if (hasTouch) await touch('touchStart', start.y)
      else {
        await page.mouse.move(start.x, start.y)
        await page.mouse.down()
      }
      for (let step = 1; step <= 20; step++) {
        const y = start.y + ((past - start.y) * step) / 20
        if (hasTouch) await touch('touchMove', y)
        else await page.mouse.move(start.x, y)
      }
      if (hasTouch) await touch('touchEnd')
      else await page.mouse.up()
    }
    await drag(0, last)
    await expect.poll(names).toEqual([...before.slice(1), before[0]])
    await drag(last, 0)
    await expect.poll(names).toEqual(before)
    await context.close()
  }
})

test('under a finger eleven points, and seven on the narrowest screens, stand in two rows, the word for the lowest before them and for the highest after', async ({
  browser,
  gallery,
}) => {
  const places = async (size: object, wish: object) => {
    const context = await browser.newContext({ hasTouch: true, isMobile: true, ...size })
    const page = await context.newPage()
    const card = await gallery.open(page, { kind: 'nps', ...wish })
    const read = await card.locator('.scale label, .ends span').evaluateAll(all =>
      all
        .map(one => ({ ...one.getBoundingClientRect().toJSON(), is: one.textContent! }))
        .sort((one, other) => one.bottom - other.bottom || one.x - other.x)
        .map(({ is }) => (/^\d+$/.test(is) ? Number(is) : is.slice(0, 3))),
    )
    await context.close()
    return read
  }
  const phone = { viewport: { width: 390, height: 700 } }
  const rows = ['Not', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'Ext']
  expect(await places(phone, {})).toEqual(rows)
  expect(await places({ viewport: { width: 1024, height: 768 } }, { placement: 'modal' })).toEqual(rows)
  expect(await places(phone, { dir: 'rtl' })).toEqual(['Not', 5, 4, 3, 2, 1, 0, 10, 9, 8, 7, 6, 'Ext'])
  const seven = ['Str', 1, 2, 3, 4, 5, 6, 7, 'Str']
  expect(await places({ viewport: { width: 320, height: 700 } }, { kind: 'ces' })).toEqual(seven)
  const across = { viewport: { width: 1024, height: 768 } }
  expect(await places(across, { placement: 'kiosk' })).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'Not', 'Ext'])
})
