/**
 * What an event of the page costs it to be observed: pushes to its data layer, calls of its analytics library and calls
 * of `track`, in microseconds beyond those of the same page without Pulso. The configuration is a rich one: ten
 * touchpoints, two sources, and the way here remembered. What is put off until after the page's call counts, too.
 *
 *     npm run bench:observe
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { chromium } from '@playwright/test'
import { findChromium } from '../test/journeys/chromium.mjs'

const budgetUs = 50
const rounds = 7
const events = 2000
const survey = 'nps'
const config = JSON.stringify({
  endpoint: '/feedback',
  journey: ['value', 'order_id', 'item_id'],
  sources: ['dataLayer', 'segment'],
  governor: { perPage: 1, byTag: { nps: '90d' } },
  touchpoints: [
    { id: 'bought', on: { event: 'order.completed', where: { value: { $gte: 50 } } }, priority: 2, survey },
    { id: 'delivered', on: 'order.completed', delay: '7d', survey },
    { id: 'refunded', on: 'order.refunded', survey },
    { id: 'helped', on: ['support.ended', 'support.rated'], survey },
    { id: 'left', on: 'checkout.started', delay: '30s', cancelOn: 'order.completed', survey },
    { id: 'viewed', on: { event: 'product.viewed', where: { category: 'shoes' }, every: 10 }, survey },
    { id: 'walked', on: { sequence: ['cart.added', 'checkout.started', 'checkout.payment'], within: '30m' }, survey },
    { id: 'clicked', on: { click: '#help' }, survey },
    { id: 'read', on: { scroll: 80, page: '/guides/*' }, survey },
    { id: 'away', on: { exit: true, page: '/cart*' }, audience: { device: 'desktop', visits: { $gte: 2 } }, survey },
  ],
})
/** An analytics library as small as one can be: it keeps nothing, and calls who listens. */
const head = `<!doctype html><html lang="en"><title>Bench</title><h1>Shoes</h1><script>
window.dataLayer = []
window.analytics = { heard: [], on(name, heard) { this.heard.push(heard) }, track(name, properties) { for (const heard of this.heard) heard(name, properties) } }
</script>`
const tag = `<script type="application/json" data-pulso>${config}</script><script async src="/pulso.js"></script>`

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://bench')
  if (pathname === '/with' || pathname === '/without')
    return response.writeHead(200, { 'content-type': 'text/html' }).end(head + (pathname === '/with' ? tag : ''))
  const file = await readFile(`dist/cdn${pathname}`).catch(() => undefined)
  response.writeHead(file ? 200 : 404, { 'content-type': 'text/javascript' }).end(file)
})
await new Promise(resolve => server.listen(0, resolve))
const url = `http://127.0.0.1:${server.address().port}`
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({ executablePath, env })

const ways = ['a push to dataLayer', 'analytics.track, by the segment adapter', 'pulso.track']

/** Tells of so many events, and waits for everything that the page's calls have put off. */
const tell = async ([way, events]) => {
  const pushed = ['view_item', 'add_to_cart', 'view_cart', 'search', 'begin_checkout', 'scroll_depth', 'video_start']
  const spoken = ['Product Viewed', 'Product Added', 'Cart Viewed', 'Searched', 'Checkout Started', 'Read', 'Watched']
  const ours = ['product.viewed', 'cart.added', 'cart.viewed', 'searched', 'checkout.started', 'read', 'watched']
  const once = [
    (at, properties) =>
      window.dataLayer.push({ event: pushed[at], ecommerce: { ...properties, items: [{ ...properties }] } }),
    (at, properties) => window.analytics.track(spoken[at], properties),
    (at, properties) => window.pulso?.track?.(ours[at], properties),
  ][way]
  // A turn without the rest that browsers put between timers, which would hide what runs in it.
  const { port1, port2 } = new MessageChannel()
  const turn = () =>
    new Promise(resolve => {
      port1.onmessage = resolve
      port2.postMessage(0)
    })
  for (let at = 0; at < events; at++) {
    const category = at % 50 ? 'hats' : 'shoes'
    once(at % ours.length, { item_id: `SKU-${at}`, value: at % 40, currency: 'EUR', category, brand: 'Acme' })
    if (at % 20 === 19) await turn() // events come in handfuls
  }
  await new Promise(resolve => setTimeout(resolve, 600)) // what is written a moment later has been
}

/** Microseconds of the page's main thread for an event told in each way. */
async function measure(path) {
  const page = await browser.newPage()
  await page.goto(url + path)
  if (path === '/with') {
    await page.waitForFunction(() => window.pulso?.show && window.analytics.heard.length)
    await page.evaluate(() => window.pulso.explain('bought'))
  }
  // The thread's own time: whatever else the machine is busy with does not count.
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1e6
  }
  const cost = []
  for (const way of ways.keys()) {
    await page.evaluate(tell, [way, 400]) // as warm as a page is that has been open for a while
    const before = await spent()
    await page.evaluate(tell, [way, events])
    cost.push(((await spent()) - before) / events)
  }
  await page.close()
  return cost
}

const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const result = { with: [], without: [] }
for (let round = 0; round < rounds; round++)
  for (const name of ['with', 'without']) result[name].push(await measure(`/${name}`))
await browser.close()
server.close()

for (const [way, name] of ways.entries()) {
  const us = page => result[page].map(round => round[way])
  const cost = median(us('with')) - median(us('without'))
  const every = us('with').map(one => one.toFixed(0))
  console.log(
    `${name}: ${cost.toFixed(1)} µs an event more than without Pulso (budget ${budgetUs}); every round: ${every.join(' ')}, without: ${median(us('without')).toFixed(0)}`,
  )
  if (cost > budgetUs) process.exitCode = 1
}
