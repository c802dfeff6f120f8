import type { Page } from '@playwright/test'
import { rolldown } from 'rolldown'
import { type Chat, chats, libraries, type Says, scriptOf } from '../../fakes/chats'
import { expect, type Site, test } from '../site'

/** An adapter, or a consent source, as a site would bundle it, told to write down what it tells. */
async function serve(site: Site, file: string, name: string, options = {}) {
  const bundle = await rolldown({
    input: 'app',
    plugins: [
      {
        name: 'app',
        resolveId: id => (id === 'app' ? id : null),
        load: id =>
          id === 'app'
            ? `import { ${name} } from '${process.cwd()}/src/${file}'
               window.told = []
               const note = (...said) => void window.told.push(said)
               window.stop = ${name}({ track: note, setConsent: note }, ${JSON.stringify(options)})`
            : null,
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'iife' })
  await bundle.close()
  site.page('/app.js', output[0].code, { 'content-type': 'text/javascript' })
}
const html = (...scripts: string[]) => `<!doctype html><title>Host</title>${scripts.join('\n')}`
const inline = (method: unknown) => `<script>${scriptOf(method)}</script>`
const ours = '<script src="/app.js"></script>'
const late = '<script async src="/library.js"></script>'

/** What a page with a chat has: what we tell, how often it hears the panel close itself, and what its own call returned. */
interface Talk {
  told: unknown[]
  heard: number
  returned: string
  say(...says: Says): void
}
const read = <Key extends keyof Talk>(page: Page, key: Key) =>
  page.evaluate(key => (window as never as Talk)[key as 'told'], key) as Promise<unknown>
const say = (page: Page, ...all: (Says | undefined)[]) =>
  page.evaluate(all => {
    for (const says of all) if (says) (window as never as Talk).say(...(says as Says))
  }, all)

for (const name of Object.keys(chats) as (keyof typeof chats)[]) {
  const { source, library, snippet, listen, start, agent, open, close, end, asks, rate, rating, id }: Chat = chats[name]
  const about = id === undefined ? {} : { conversation_id: id }
  const started = start ? [['support.started', about]] : []
  const closed = ['support.closed', about]
  const stub = snippet ? inline(snippet) : ''

  const visit = async (page: Page, site: Site, ...scripts: string[]) => {
    await page.goto(site.page('/', html(stub, ...scripts)))
    await expect.poll(() => page.evaluate(() => 'say' in window)).toBe(true)
    await page.evaluate(`{
      const listen = ${listen}
      window.heard = 0
      window.returned = typeof listen(window, '${close[0]}', () => void window.heard++)
    }`)
  }

  test(`${name} is heard on a real page, whichever of the two comes first, and the page’s own calls are as ever`, async ({
    page,
    site,
    hostErrors: _,
  }) => {
    await serve(site, `adapters/${source}`, source)
    site.page('/library.js', scriptOf(library), { 'content-type': 'text/javascript' })
    await page.clock.install()
    await visit(page, site, inline(library))
    await say(page, close)
    const own = [await read(page, 'returned'), await read(page, 'heard')]

    // It is a script of its own, late: only its load says that it has come.
    for (const scripts of [
      [ours, late],
      [inline(library), ours],
    ]) {
      await visit(page, site, ...scripts)
      await say(page, start, agent, close)
      await page.clock.runFor(19_000)
      expect(await read(page, 'told')).toEqual([...started, closed])
      await page.clock.runFor(1000)
      await say(page, end, end)
      expect(await read(page, 'told')).toEqual([...started, closed, ['support.ended', about]])
      expect([await read(page, 'returned'), await read(page, 'heard')]).toEqual(own)

      if (!rate) continue
      await visit(page, site, ...scripts)
      await say(page, start, agent, asks, rate, end, open, close)
      await page.clock.runFor(60_000)
      expect(await read(page, 'told')).toEqual([...started, ['support.rated', { ...about, rating }], closed])
    }
  })
}

test('a script that comes later than any look is noticed by its load', async ({ page, site, hostErrors: _ }) => {
  await serve(site, 'adapters/hubspot', 'hubspot')
  await page.clock.install()
  await page.goto(site.page('/', html(ours)))
  await page.clock.runFor(60_000)
  site.page('/library.js', scriptOf(libraries.hubspot), { 'content-type': 'text/javascript' })
  await page.addScriptTag({ url: '/library.js' })
  await page.evaluate(() => (window as never as { say(name: string): void }).say('widgetClosed'))
  expect(await page.evaluate(() => (window as never as { told: unknown }).told)).toEqual([['support.closed', {}]])
})

test('Google’s own snippet is heard: pending by default, granted by the visitor', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await serve(site, 'consent/google', 'google')
  const gtag = `<script>window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments)}
    gtag('consent', 'default', { ad_storage: 'denied', analytics_storage: 'denied', functionality_storage: 'denied', wait_for_update: 500 })
    gtag('js', new Date())</script>`
  await page.goto(site.page('/', html(gtag, ours)))
  const told = () => page.evaluate(() => (window as never as { told: unknown }).told)
  expect(await told()).toEqual([['pending']])
  await page.evaluate(() =>
    (window as never as { gtag(...all: unknown[]): void }).gtag('consent', 'update', {
      analytics_storage: 'granted',
      functionality_storage: 'granted',
    }),
  )
  await expect.poll(told).toEqual([['pending'], ['granted']])
})

test('a TCF banner is heard from within a frame, by its locator, and no more once stopped', async ({
  page,
  site,
  hostErrors: _,
}) => {
  await serve(site, 'consent/tcf', 'tcf')
  site.page('/inner', html(ours))
  const cmp = `<iframe name="__tcfapiLocator" style="display:none"></iframe><script>
    const listeners = window.listeners = new Map(); let data = { gdprApplies: true, eventStatus: 'cmpuishown' }
    window.__tcfapi = (command, version, heard, parameter) => {
      if (command === 'addEventListener') { listeners.set(listeners.size + 1, heard); heard({ ...data, listenerId: listeners.size }, true) }
      if (command === 'removeEventListener') heard(listeners.delete(parameter), true)
    }
    window.choose = consents => { for (const [listenerId, heard] of listeners) heard({ gdprApplies: true, eventStatus: 'useractioncomplete', purpose: { consents }, listenerId }, true) }
    addEventListener('message', ({ data, source }) => {
      const isText = typeof data === 'string', call = (isText ? JSON.parse(data) : data).__tcfapiCall
      if (call) __tcfapi(call.command, call.version, (returnValue, success) => {
        const reply = { __tcfapiReturn: { returnValue, success, callId: call.callId } }
        source.postMessage(JSON.stringify(reply), '*')
      }, call.parameter)
    })</script>`
  const inner = `<iframe src="${site.url.replace('127.0.0.1', 'localhost')}/inner" name="inner"></iframe>`
  await page.goto(site.page('/', html(cmp, inner)))
  const listeners = () => page.evaluate(() => (window as never as { listeners: Map<number, unknown> }).listeners.size)
  await expect.poll(listeners).toBe(1)
  const frame = page.frame('inner')!
  const told = () => frame.evaluate(() => (window as never as { told: unknown }).told)
  expect(await told()).toEqual([])
  await page.evaluate(() => (window as never as { choose(consents: object): void }).choose({ 1: true }))
  await expect.poll(told).toEqual([['granted']])
  await frame.evaluate(() => (window as never as { stop(): void }).stop())
  await expect.poll(listeners).toBe(0)
})
