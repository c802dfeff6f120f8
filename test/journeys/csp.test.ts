import { expect, survey, test } from './site'

test('under the strictest policy the survey is shown fully styled, without a violation', async ({
  page,
  site,
  hostErrors: _,
}) => {
  const config = { endpoint: site.endpoint, touchpoints: [{ id: 'a', survey: 'nps' }] }
  const html = `<!doctype html><html lang="es"><title>Strict</title><script async src="/pulso.js"></script>
    <script type="application/json" data-pulso>${JSON.stringify(config)}</script><h1>Página</h1></html>`
  const policy = `default-src 'none'; script-src 'self'; connect-src ${new URL(site.endpoint).origin}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`
  await page.addInitScript(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      if (!blockedURI.endsWith('/favicon.ico')) violations.push(`${violatedDirective} ${blockedURI}`) // Firefox asks for it
    })
  })
  await page.goto(site.page('/', html, { 'content-security-policy': policy }))
  await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
  expect(await page.evaluate(() => window.pulso.show('a'))).toBe(true)
  const { region, pick, comment, submit } = survey(page)
  await expect(region).toHaveCSS('position', /./)
  const { radius, font, background } = await region.evaluate(element => {
    const { borderRadius, fontFamily, backgroundColor } = getComputedStyle(element)
    return { radius: borderRadius, font: fontFamily, background: backgroundColor }
  })
  expect(Number.parseInt(radius, 10)).toBeGreaterThan(0)
  expect(font).not.toMatch(/^"?times/i)
  expect(background).not.toBe('rgba(0, 0, 0, 0)')
  await pick(8)
  await comment.fill('Todo bien')
  await submit.click()
  await expect(region).toContainText('¡Gracias por tu opinión!')
  await expect.poll(() => site.counted()).toMatchObject([{ locale: 'es', status: 'complete' }])
  expect(await page.evaluate(() => (window as never as { violations: string[] }).violations)).toEqual([])
})
