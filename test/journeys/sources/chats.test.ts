import { rolldown } from 'rolldown'
import { libraries, snippets } from '../../fakes/chats'
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
/** A method's text, as a script. */
const script = (method: unknown) => `(function ${method})(window)`
const inline = (method: unknown) => `<script>${script(method)}</script>`
const ours = '<script src="/app.js"></script>'
const late = '<script async src="/library.js"></script>'

/** One of each family: what the page says, and what is told. */
const families = [
  {
    name: 'intercom',
    snippet: snippets.intercom,
    says: [['onUnreadCountChange', 1], ['onHide']],
    told: [
      ['support.closed', {}],
      ['support.ended', {}],
    ],
  },
  {
    name: 'crisp',
    snippet: snippets.crisp,
    says: [['message:received'], ['chat:closed']],
    told: [
      ['support.closed', { conversation_id: 'session_1' }],
      ['support.ended', { conversation_id: 'session_1' }],
    ],
  },
  {
    name: 'zendesk',
    snippet: snippets.zendesk,
    says: [['conversationAgentAssigned'], ['close']],
    told: [
      ['support.closed', {}],
      ['support.ended', {}],
    ],
  },
  {
    name: 'livechat',
    snippet: snippets.livechat,
    says: [
      ['customer_status_changed', { status: 'chatting' }],
      ['customer_status_changed', { status: 'browsing' }],
    ],
    told: [
      ['support.started', { conversation_id: 'T1' }],
      ['support.ended', { conversation_id: 'T1' }],
    ],
  },
  {
    name: 'hubspot',
    says: [['conversationClosed', { conversation: { conversationId: 42 } }]],
    told: [['support.ended', { conversation_id: 42 }]],
  },
  {
    name: 'gorgias',
    says: [['message:received'], ['widget:closed']],
    told: [
      ['support.closed', {}],
      ['support.ended', {}],
    ],
  },
  {
    name: 'tawk',
    says: [['tawkChatSatisfaction', 1], ['tawkChatEnded']],
    told: [['support.rated', { rating: 1 }]],
  },
  {
    name: 'tidio',
    says: [['tidioChat-messageFromOperator'], ['tidioChat-close']],
    told: [
      ['support.closed', {}],
      ['support.ended', {}],
    ],
  },
] satisfies { name: keyof typeof libraries; snippet?: unknown; says: unknown[][]; told: unknown[][] }[]

for (const family of families) {
  const { name, says, told } = family
  test(`${name} is heard on a real page, whichever of the two comes first`, async ({ page, site, hostErrors: _ }) => {
    await serve(site, `adapters/${name}`, name, { quietMs: 50 })
    site.page('/library.js', script(libraries[name]), { 'content-type': 'text/javascript' })
    const stub = 'snippet' in family ? inline(family.snippet) : ''
    // It is a script of its own, late: only its load says that it has come.
    for (const order of [
      [stub, ours, late],
      [stub, inline(libraries[name]), ours],
    ]) {
      await page.goto(site.page('/', html(...order)))
      await page.waitForFunction(() => 'say' in window)
      await page.evaluate(async says => {
        for (const [name, payload] of says) (window as never as { say(...all: unknown[]): void }).say(name, payload)
      }, says as unknown[][])
      await expect.poll(() => page.evaluate(() => (window as never as { told: unknown }).told)).toEqual(told)
    }
  })
}

test('a script that comes later than any look is noticed by its load', async ({ page, site, hostErrors: _ }) => {
  await serve(site, 'adapters/hubspot', 'hubspot')
  await page.clock.install()
  await page.goto(site.page('/', html(ours)))
  await page.clock.runFor(60_000)
  site.page('/library.js', script(libraries.hubspot), { 'content-type': 'text/javascript' })
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
