/**
 * From a journey event to a painted survey, at a quarter of the CPU's speed: how many frames pass between the arrival of
 * the widgets and the first frame that has the survey in it, how many long tasks (over 50 ms) the page sees beside those
 * of the same page without Pulso, and how far anything shifts. Above the budget of one (no long task, no shift, three
 * frames) it fails.
 *
 *     npm run bench
 *
 * @module
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { chromium } from '@playwright/test'
import { findChromium } from '../test/journeys/chromium.mjs'

const rounds = 7
const config = JSON.stringify({
  endpoint: '/feedback',
  touchpoints: [{ id: 'a', on: 'order.completed', survey: 'nps' }],
})
const page = tag => `<!doctype html><html lang="en"><title>Bench</title><h1>Order</h1><p>Thank you for your order.</p>
<script>
window.seen = { long: 0, longest: 0, shift: 0, frames: 0 }
new PerformanceObserver(list => {
  for (const { duration } of list.getEntries()) {
    seen.long++
    seen.longest = Math.max(seen.longest, duration)
  }
}).observe({ type: 'longtask', buffered: true })
new PerformanceObserver(list => { for (const { value } of list.getEntries()) seen.shift += value }).observe({ type: 'layout-shift', buffered: true })
// From the moment the last of both files has arrived, every frame is counted until one has the survey in it.
let files = 0
const frame = () => {
  seen.frames++
  if (!document.querySelector('div[data-pulso]')) requestAnimationFrame(frame)
}
new PerformanceObserver(list => {
  files += list.getEntries().filter(({ name }) => /(widgets|locales\\/en)\\.js/.test(name)).length
  if (files === 2 && !seen.frames) requestAnimationFrame(frame)
}).observe({ type: 'resource', buffered: true })
</script>${tag}`
const tag = `<script type="application/json" data-pulso>${config}</script><script async src="/pulso.js"></script>
<script>setTimeout(() => (window.pulso = window.pulso || []).push(['track', 'order.completed']), 1500)</script>`

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://bench')
  if (pathname === '/with' || pathname === '/without')
    return response.writeHead(200, { 'content-type': 'text/html' }).end(page(pathname === '/with' ? tag : ''))
  const file = await readFile(`dist/cdn${pathname}`).catch(() => undefined)
  response.writeHead(file ? 200 : 404, { 'content-type': 'text/javascript' }).end(file)
})
await new Promise(resolve => server.listen(0, resolve))
const url = `http://127.0.0.1:${server.address().port}`
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({ executablePath, env })

async function measure(path) {
  const page = await browser.newPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.goto(url + path)
  await page.waitForTimeout(4000) // nobody looks meanwhile, so that no task is the measurement's own
  const seen = await page.evaluate(() => window.seen)
  await page.close()
  return seen
}

const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
const result = { with: [], without: [] }
for (let round = 0; round < rounds; round++)
  for (const name of ['with', 'without']) result[name].push(await measure(`/${name}`))
await browser.close()
server.close()

/** Says what the page has, and the page without Pulso. More than `most` beyond that is a failure. */
const row = (what, pick, most = Infinity) => {
  const [ours, without] = [result.with, result.without].map(rounds => median(rounds.map(pick)))
  console.log(`${what}: ${ours} (without Pulso: ${without}); every round: ${result.with.map(pick).join(' ')}`)
  if (ours - without > most) process.exitCode = 1
}
row('long tasks at 4× CPU', ({ long }) => long, 0)
row('the longest of them, ms', ({ longest }) => Math.round(longest))
row('layout shift', ({ shift }) => shift, 0)
row("frames from the widgets' arrival to the survey", ({ frames }) => frames, 3)
