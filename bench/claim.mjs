/**
 * How long it takes to claim an answer while 100, 1,000 and 10,000 of them wait: one transaction, to the disk and back.
 *
 *     npm run bench:claim
 *
 * @module
 */
import { createServer } from 'node:http'
import { chromium } from '@playwright/test'
import { rolldown } from 'rolldown'
import { findChromium } from '../test/journeys/chromium.mjs'

const lengths = [100, 1000, 10_000]
const code = `
  import { claim } from '${process.cwd()}/src/queue/claim.ts'
  import { createIndexedDbStore } from '${process.cwd()}/src/queue/indexeddb.ts'
  const env = { window, after(ms, task) { const timer = setTimeout(task, ms); return () => clearTimeout(timer) } }
  const body = JSON.stringify({ answers: [{ question: 'why', kind: 'text', value: 'x'.repeat(1000) }] })
  window.timeClaims = async (length, claims) => {
    const { run, close } = createIndexedDbStore(env, 'of-' + length, () => {})
    const now = Date.now()
    for (let from = 0; from < length; from += 1000)
      await run(rows => {
        for (let index = from; index < Math.min(length, from + 1000); index++)
          rows.put({ id: 'r' + index, body, type: 'application/json', createdAt: now, notBefore: now - length + index })
      })
    await new Promise(resolve => setTimeout(resolve, 3000)) // the browser tidies up after so many rows
    const times = []
    for (let index = 0; index < claims; index++) {
      const start = performance.now()
      const { row } = await run((rows, done) => claim(rows, now, false, done))
      times.push(performance.now() - start)
      if (row?.id !== 'r' + index) throw new Error('claimed ' + row?.id)
    }
    close()
    return times
  }`
const plugin = {
  name: 'entry',
  resolveId: id => (id === 'entry' ? id : null),
  load: id => (id === 'entry' ? code : null),
}
const bundle = await rolldown({ input: 'entry', platform: 'browser', plugins: [plugin] })
const { output } = await bundle.generate({ format: 'esm' })
const server = createServer((request, response) => {
  const isPage = request.url === '/'
  response.writeHead(200, { 'content-type': isPage ? 'text/html' : 'text/javascript' })
  response.end(
    isPage ? '<!doctype html><title>Bench</title><script type="module" src="/claim.js"></script>' : output[0].code,
  )
})
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({ executablePath, env })
const page = await browser.newPage()
await page.goto(`http://127.0.0.1:${server.address().port}/`)
await page.waitForFunction(() => window.timeClaims)

const quantile = (times, share) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]
const shares = [0.5, 0.95]
let base
console.log('| answers that wait | half of the claims within | 95 % within |\n| --- | --- | --- |')
for (const length of [lengths[0], ...lengths]) {
  const times = await page.evaluate(length => window.timeClaims(length, 100), length)
  const found = shares.map(share => quantile(times, share))
  await page.evaluate(length => indexedDB.deleteDatabase(`of-${length}`), length)
  if (!base) {
    base = [] // the first warms up
    continue
  }
  if (!base.length) base = found
  const cells = found.map(
    (ms, index) => `${ms.toFixed(1)} ms, ${(ms / base[index]).toFixed(2)} of the shortest queue's`,
  )
  console.log(`| ${length} | ${cells.join(' | ')} |`)
}
await browser.close()
server.close()
