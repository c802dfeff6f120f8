/**
 * How long it takes to claim an answer while 100, 1,000 and 10,000 of them wait: one transaction, to the disk and back.
 * The queues take turns, so that what else the machine does slows them alike, and the bench fails when the longest takes
 * more than three times as long as the shortest, by the medians. A claim looks up one key in a tree that a hundred times
 * as many rows make a level or two deeper; one that read every row took 73 times as long.
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
const claims = 100
const warmUps = 10
const mostTimes = 3
const code = `
  import { claim } from '${process.cwd()}/src/queue/claim.ts'
  import { createIndexedDbStore } from '${process.cwd()}/src/queue/indexeddb.ts'
  const after = (ms, task) => { const timer = setTimeout(task, ms); return () => clearTimeout(timer) }
  const env = { window, after, now: Date.now }
  const body = JSON.stringify({ answers: [{ question: 'why', kind: 'text', value: 'x'.repeat(1000) }] })
  const stores = new Map()
  const now = Date.now()
  window.fill = async length => {
    const { run } = createIndexedDbStore(env, 'of-' + length, () => {})
    for (let from = 0; from < length; from += 1000)
      await run(rows => {
        for (let index = from; index < Math.min(length, from + 1000); index++)
          rows.put({ id: 'r' + index, body, type: 'application/json', createdAt: now, notBefore: now - length + index })
      })
    stores.set(length, run)
  }
  window.timeClaim = async (length, index) => {
    const start = performance.now()
    const { row } = await stores.get(length)((rows, done) => claim(rows, env, false, done))
    const ms = performance.now() - start
    if (row?.id !== 'r' + index) throw new Error('claimed ' + row?.id)
    return ms
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
await page.waitForFunction(() => window.timeClaim)

const quantile = (times, share) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * share) - 1]
const shares = [0.5, 0.95]
const times = new Map(lengths.map(length => [length, []]))
for (const length of [...lengths, warmUps]) await page.evaluate(length => window.fill(length), length)
await page.waitForTimeout(3000) // the browser tidies up after so many rows
for (let index = 0; index < warmUps; index++) await page.evaluate(args => window.timeClaim(...args), [warmUps, index])
for (let index = 0; index < claims; index++)
  for (const length of lengths)
    times.get(length).push(await page.evaluate(args => window.timeClaim(...args), [length, index]))
await browser.close()
server.close()

const found = lengths.map(length => shares.map(share => quantile(times.get(length), share)))
const ratio = (row, column) => found[row][column] / found[0][column]
console.log('| answers that wait | half of the claims within | 95 % within |\n| --- | --- | --- |')
for (const [row, length] of lengths.entries()) {
  const cells = found[row].map(
    (ms, column) => `${ms.toFixed(1)} ms, ${ratio(row, column).toFixed(2)} of the shortest queue's`,
  )
  console.log(`| ${length} | ${cells.join(' | ')} |`)
}
if (ratio(lengths.length - 1, 0) > mostTimes) {
  console.error(`A claim takes longer the more answers wait: more than ${mostTimes} times as long, by the medians.`)
  process.exitCode = 1
}
