/**
 * From an answer given to the answer on the disk, on the wire and at the endpoint, beside three libraries that people
 * take for durable: the same machine, browser, endpoint and run, a hundred entries each, 25 ms apart. Pulso's "stored"
 * is a committed database transaction, which survives kill -9; that of the others is a value in localStorage, which a
 * browser may hold back from the disk for up to a minute. "On the wire" is the `requestStart` of Resource Timing, for
 * all by the page's own clock: the endpoint names the entries of each request in a Server-Timing header, and the
 * browser hands that back with the request's times.
 *
 *     npm run bench
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { chromium } from '@playwright/test'
import { rolldown } from 'rolldown'
import { findChromium } from '../test/journeys/chromium.mjs'

const entries = 100

/** Each gives one marked entry; what comes back settles when it is stored, where the library says so. */
const libraries = {
  pulso: `
    import { createDelivery } from '/delivery.js'
    const keyValue = storage => ({
      get: key => storage.getItem(key), set: (key, value) => (storage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value)), true),
      remove: key => storage.removeItem(key), keys: () => Object.keys(storage),
    })
    const env = {
      window, local: keyValue(localStorage), session: keyValue(sessionStorage), now: Date.now, random: Math.random,
      after(ms, task) { const timer = setTimeout(task, ms); return () => clearTimeout(timer) },
      listen(target, type, handler) { target.addEventListener(type, handler); return () => {} },
    }
    const delivery = createDelivery(env, 'pulso', [{ url: '/collect', statuses: ['complete'], key: '' }], () => {})
    window.give = marker => delivery.keep({ id: marker, revision: 1, status: 'complete', answers: [{ question: 'nps', kind: 'nps', value: 9 }] })`,
  '@segment/analytics-next': `
    import { AnalyticsBrowser } from '@segment/analytics-next'
    const cdnSettings = { integrations: { 'Segment.io': { apiKey: 'key', apiHost: location.host, protocol: 'http' } } }
    const analytics = AnalyticsBrowser.load({ writeKey: 'key', cdnSettings }, {})
    window.give = marker => void analytics.track('Answered', { marker, nps: 9 })`,
  'mixpanel-browser': `
    import mixpanel from 'mixpanel-browser'
    mixpanel.init('token', { api_host: location.origin, persistence: 'localStorage', api_payload_format: 'json' })
    window.give = marker => mixpanel.track('Answered', { marker, nps: 9 })`,
  '@segment/localstorage-retry': `
    import Queue from '@segment/localstorage-retry'
    const queue = new Queue('answers', { minRetryDelay: 1000 }, (item, done) =>
      fetch('/collect', { method: 'POST', body: JSON.stringify(item) }).then(() => done(), done))
    queue.start()
    window.give = marker => queue.addItem({ marker, nps: 9 })`,
}

/** When each marked entry arrived, in milliseconds since 1970 with fractions. */
const arrived = new Map()
const now = () => performance.timeOrigin + performance.now()
const bundles = new Map()
const plain = name => name.replace(/\W/g, '-')
for (const [name, code] of Object.entries(libraries)) {
  const plugin = {
    name: 'entry',
    resolveId: id => (id === 'entry' || id === '/delivery.js' ? { id, external: id !== 'entry' } : null),
    load: id => (id === 'entry' ? code : null),
  }
  const bundle = await rolldown({ input: 'entry', cwd: process.cwd(), platform: 'browser', plugins: [plugin] })
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false })
  bundles.set(`/${plain(name)}.js`, output[0].code)
}
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://bench')
  if (request.method === 'POST') {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const at = now()
    const markers = [...new Set(`${Buffer.concat(chunks)}`.match(/entry-\d+-/g))]
    for (const marker of markers) if (!arrived.has(marker)) arrived.set(marker, at)
    const headers = { 'content-type': 'application/json', 'server-timing': markers.join() }
    return response.writeHead(200, headers).end('{}')
  }
  if (pathname.startsWith('/page/'))
    return response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<!doctype html><title>Bench</title><script type="module" src="/${pathname.slice(6)}.js"></script>`)
  const code = bundles.get(pathname) ?? (await readFile(`dist/cdn${pathname}`).catch(() => undefined))
  response.writeHead(code ? 200 : 404, { 'content-type': 'text/javascript' }).end(code)
})
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
const url = `http://127.0.0.1:${server.address().port}`
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({ executablePath, env })

/** Notes when the first request that carries an entry leaves the browser. */
const watchWire = () => {
  window.left = new Map()
  new PerformanceObserver(list => {
    for (const { requestStart, serverTiming } of list.getEntries())
      for (const { name } of serverTiming) {
        const at = performance.timeOrigin + requestStart
        window.left.set(name, Math.min(at, window.left.get(name) ?? at))
      }
  }).observe({ type: 'resource' })
}

/** Gives the entries; resolves with when each was given and stored. */
const giveAll = count =>
  new Promise(resolve => {
    const now = () => performance.timeOrigin + performance.now()
    const given = new Map()
    const stored = new Map()
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key, value) {
      const result = setItem.call(this, key, value)
      for (const [marker] of value.matchAll(/entry-\d+-/g)) if (!stored.has(marker)) stored.set(marker, now())
      return result
    }
    let at = 0
    const timer = setInterval(async () => {
      if (at === count) {
        clearInterval(timer)
        return setTimeout(() => resolve({ given: [...given], stored: [...stored] }), 2000)
      }
      const marker = `entry-${at++}-`
      given.set(marker, now())
      if ((await window.give(marker)) === 'stored') stored.set(marker, now())
    }, 25)
  })

const quantile = (times, share) => times.sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]
async function measure(name) {
  arrived.clear()
  const page = await browser.newPage()
  page.on('pageerror', error => console.error(name, error))
  await page.goto(`${url}/page/${plain(name)}`)
  await page.waitForFunction(() => window.give)
  await page.waitForTimeout(1000)
  await page.evaluate(watchWire)
  const { given, stored } = await page.evaluate(giveAll, entries)
  await page.waitForTimeout(8000) // some send every five seconds
  const left = await page.evaluate(() => [...window.left])
  await page.close()
  const times = new Map(given)
  const since = others =>
    [...others].filter(([marker]) => times.has(marker)).map(([marker, at]) => at - times.get(marker))
  return [stored, left, arrived].map(others => {
    const after = since(others)
    return { count: after.length, ms: after.length === entries ? quantile(after, 0.95) : undefined }
  })
}

const results = {}
for (const name of Object.keys(libraries)) results[name] = await measure(name)
await browser.close()
server.close()
const cell = ({ ms, count }, column) =>
  ms === undefined
    ? `${count} of ${entries}`
    : `${ms.toFixed(1)} ms, ${(ms / results.pulso[column].ms).toFixed(2)} of Pulso's`
console.log('| 95 % of the entries | stored after | on the wire (`requestStart`) after | at the endpoint after |')
console.log('| --- | --- | --- | --- |')
for (const [name, cells] of Object.entries(results)) console.log(`| ${name} | ${cells.map(cell).join(' | ')} |`)
