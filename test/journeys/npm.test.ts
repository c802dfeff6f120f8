import { install } from './installed'
import { expect, survey, test } from './site'

test('an application that imports createPulso gets its chunks from its own bundle', async ({
  page,
  site,
  hostErrors: _,
}, info) => {
  await install(
    site,
    info,
    `window.pulso = createPulso({
       endpoint: '${site.endpoint}',
       locale: 'es',
       touchpoints: [{ id: 'trial', on: 'trial.ended', survey: 'nps', delay: '1s' }],
     })
     window.pulso.track('trial.ended', { plan: 'pro' })`,
  )
  const requests: string[] = []
  page.on('request', request => requests.push(new URL(request.url()).pathname))
  await page.goto(site.page('/', '<!doctype html><title>App</title><script type="module" src="/app.js"></script>'))
  await page.waitForFunction(() => window.pulso)
  expect(requests).toEqual(['/', '/app.js'])
  await survey(page).pick(9)
  await survey(page).close.click()
  await expect
    .poll(() => site.counted())
    .toMatchObject([{ locale: 'es', status: 'partial', trigger: { name: 'trial.ended', properties: { plan: 'pro' } } }])
})
