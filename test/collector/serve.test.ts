// @vitest-environment node
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serve } from '../../collector/src/serve'
import { readSettings, type Settings } from '../../collector/src/settings'
import { givenFolder, response } from './given'

async function givenRunning(changes: Partial<Settings> = {}) {
  const settings = readSettings({ PORT: '0', PULSO_DB: join(givenFolder(), 'pulso.db') }) as Settings
  const running = await serve({ ...settings, ...changes })
  onTestFinished(() => running.stop())
  const post = (body: BodyInit, init: object = {}) =>
    fetch(`${running.url}/v1/responses`, { method: 'POST', body, ...init })
  return { ...running, post, database: settings.database }
}

describe('serve', () => {
  it('answers over HTTP, and a body without end is cut and refused', async () => {
    const { url, post } = await givenRunning()
    expect((await post(JSON.stringify(response({ comment: 'over the wire' })))).status).toBe(200)
    expect((await post('x'.repeat(3_000_000))).status).toBe(413)
    const endless = new ReadableStream({ pull: controller => controller.enqueue(new Uint8Array(65536)) })
    // A sender may notice the closed connection before it reads the answer.
    const cut = await post(endless, { duplex: 'half' }).then(
      answer => answer.status,
      () => 'cut',
    )
    expect([413, 'cut']).toContain(cut)
    expect(await (await fetch(`${url}/report`)).text()).toContain('over the wire')
  })

  it('stops while somebody watches, and has everything when it starts again', async () => {
    const first = await givenRunning()
    const stream = await fetch(`${first.url}/report/stream`)
    await first.post(JSON.stringify(response({ comment: 'before the stop' })))
    await first.stop()
    expect(await stream.text()).toContain('event: changed')
    const second = await givenRunning({ database: first.database })
    expect(await (await fetch(`${second.url}/report`)).text()).toContain('before the stop')
  })

  it('rejects when the port is taken', async () => {
    const { url } = await givenRunning()
    await expect(givenRunning({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('readSettings', () => {
  it('stays on this machine unless told otherwise', () => {
    expect(readSettings({})).toEqual({
      port: 4601,
      host: '127.0.0.1',
      database: './.data/pulso.db',
      token: undefined,
      assets: './dist/cdn',
    })
  })

  it('refuses to let the network read without a token', () => {
    for (const HOST of ['0.0.0.0', '::', '192.168.1.4', 'pulso.example']) {
      expect(readSettings({ HOST })).toContain('Set PULSO_TOKEN')
      expect(readSettings({ HOST, PULSO_TOKEN: 'word' })).toMatchObject({ host: HOST, token: 'word' })
    }
    for (const HOST of ['127.0.0.1', 'localhost', '::1']) expect(readSettings({ HOST })).toMatchObject({ host: HOST })
  })

  it('refuses a port that is none', () => {
    for (const PORT of ['http', '-1', '70000', '1.5']) expect(readSettings({ PORT })).toContain('not a port number')
  })
})
