// @vitest-environment node
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { givenCollector, givenFolder } from './given'

async function givenAssets() {
  const folder = givenFolder()
  const assets = join(folder, 'cdn')
  mkdirSync(join(assets, 'locales'), { recursive: true })
  writeFileSync(join(assets, 'pulso.js'), 'boot()')
  writeFileSync(join(assets, 'locales', 'en.js'), 'export default {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  return givenCollector({ assets })
}

describe('the SDK files', () => {
  it('reach pages of any origin', async () => {
    const { app } = await givenAssets()
    const file = await app.request('/pulso.js', { headers: { origin: 'https://shop.example' } })
    expect(await file.text()).toBe('boot()')
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': expect.stringContaining('text/javascript'),
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    })
  })

  it('are kept for good when the address names a version', async () => {
    const { app } = await givenAssets()
    const file = await app.request('/locales/en.js?v=0.1.0')
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('are not sent again while they are the same', async () => {
    const { app } = await givenAssets()
    const etag = (await app.request('/pulso.js')).headers.get('etag')!
    const again = await app.request('/pulso.js', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(again.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('are all there is: nothing beside their folder is served', async () => {
    const { app } = await givenAssets()
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/locales', '/missing.js', '/']) {
      const answer = await app.request(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
    }
  })
})
