/**
 * Takes pictures of the gallery, for anyone to look at: every kind at 1280 and 390 px, light, dark, in forced colours
 * and in Arabic, and every placement and theme.
 *
 *     npm run screenshots
 *
 * They go to `screenshots/`, with an `index.html` that shows them side by side.
 * @module
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findChromium } from '../../test/journeys/chromium.mjs'
import { startDemo } from '../demo.mjs'
import { about, variants } from './examples.js'

const folder = 'screenshots'
const looks = {
  light: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  arabic: { query: { locale: 'ar' } },
}
const widths = { 1280: 800, 390: 780 }
const kinds = Object.keys({ ...about, ...variants })
const placements = ['popover', 'sheet', 'modal', 'bar', 'inline', 'tab', 'page', 'kiosk']
const themes = ['sharp', 'warm', 'night']

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
const { url, stop } = await startDemo({ port: 0, database: `${folder}/demo.db` })
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({ executablePath, env })
const names = []

for (const [look, { query, ...context }] of Object.entries(looks)) {
  for (const [width, height] of Object.entries(widths)) {
    const page = await browser.newPage({
      viewport: { width: Number(width), height },
      reducedMotion: 'reduce',
      ...context,
    })
    const take = async (name, wish) => {
      await page.goto(`${url}/kinds/?${new URLSearchParams({ ...wish, ...query })}`)
      await page.waitForSelector('html[data-ready]', { state: 'attached' })
      await page.waitForTimeout(200)
      names.push(`${name}-${width}-${look}.png`)
      await page.screenshot({ path: `${folder}/${names.at(-1)}` })
    }
    for (const kind of kinds) await take(kind, { kind, state: 'step' })
    for (const placement of placements) await take(placement, { kind: 'csat', placement })
    for (const theme of themes) await take(theme, { kind: 'long', theme })
    await take('thanks', { kind: 'nps', state: 'thanks' })
    await take('wrong', { kind: 'contact', state: 'wrong' })
    await page.close()
  }
}
await browser.close()
await stop()
for (const part of ['', '-wal', '-shm']) rmSync(`${folder}/demo.db${part}`, { force: true })
const figure = name => `<figure><img src="${name}" loading="lazy" alt=""><figcaption>${name}</figcaption></figure>`
writeFileSync(
  `${folder}/index.html`,
  `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>body{display:flex;flex-wrap:wrap;gap:16px;font:13px system-ui}figure{margin:0}img{height:360px;border:1px solid #ccc}</style>${names.map(figure).join('')}`,
)
console.log(`${names.length} pictures: ${folder}/index.html`)
