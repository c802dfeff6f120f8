import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import { about, variants as others } from '../../examples/kinds/examples.js'
import { test as base, expect } from './site'

/** Every kind of question, by its word. */
export const kinds = Object.keys(about)
/** Other ways to ask some of them. */
export const variants = Object.keys(others)

/** What the address of a gallery page can ask for. */
export interface Wish {
  /** A kind, a variant of one, or `long`: a survey of four steps. */
  kind: string
  state?: 'open' | 'optional' | 'step' | 'picked' | 'wrong' | 'thanks'
  placement?: 'popover' | 'sheet' | 'modal' | 'bar' | 'inline' | 'tab' | 'page' | 'kiosk'
  locale?: string
  scheme?: 'light' | 'dark'
  accent?: string
  theme?: 'sharp' | 'warm' | 'night'
  /** Whether “Don’t ask me again” is offered. */
  out?: 'offered'
}

/** The gallery and the built files it draws with, on one origin. */
export interface Gallery {
  /** Opens a survey as wished; resolves with its card, or the tab that opens it, once it is drawn and takes answers. */
  open(page: Page, wish: Wish): Promise<Locator>
  /** The address of the page that shows it. */
  address(wish: Wish): string
}

const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', html: 'text/html; charset=utf-8' }
/** What shows that a visitor's part has been played. */
const signs: Record<string, string> = { wrong: '.error', picked: ':checked', thanks: '.thanks' }

/** Serves what is in `examples/kinds` under `/kinds/`, and `dist/cdn` at the root, as the demo does. */
async function startGallery(): Promise<Gallery & { close(): Promise<void> }> {
  const files = new Map<string, Promise<Buffer>>() // read once: a build that goes on beside a run does not reach it
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://gallery')
    const path = pathname.startsWith('/kinds/') ? `examples${pathname}` : `dist/cdn${pathname}`
    if (!files.has(path)) files.set(path, readFile(path))
    try {
      const body = await files.get(path)
      const type = types[path.split('.').pop()!] ?? 'text/plain'
      response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const address = (wish: Wish) => {
    const file = kinds.includes(wish.kind) ? `${wish.kind}.html` : 'index.html'
    return `${url}/kinds/${file}?${new URLSearchParams(wish as unknown as Record<string, string>)}`
  }
  return {
    address,
    async open(page, wish) {
      await page.goto(address(wish))
      await page.waitForSelector('html[data-ready]', { state: 'attached' })
      const closed = wish.placement === 'tab' && !wish.state
      if (closed) return page.locator('[data-pulso^=tab] .tab')
      const card = page.locator('[data-pulso] .card:not([inert])') // a kiosk is deaf for a moment
      await card
        .locator(signs[wish.state ?? ''] ?? 'h2')
        .first()
        .waitFor()
      return card
    },
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

export const test = base.extend<object, { gallery: Gallery }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
    async ({}, use) => {
      const gallery = await startGallery()
      await use(gallery)
      await gallery.close()
    },
    { scope: 'worker' },
  ],
})

/**
 * What is cut off sideways, cannot be brought into sight, lies under something else, is too small to hit, or makes a
 * phone zoom in when it is typed in.
 */
export function misfitsIn(except: string): string[] {
  const { shadowRoot } = document.querySelector('[data-pulso]')!
  const card = shadowRoot!.querySelector('.card')!
  const found: string[] = []
  const { clientWidth, scrollWidth } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide`)
  const { left, right, top, bottom } = card.getBoundingClientRect()
  if (left < 0 || right > clientWidth) found.push(`the card reaches from ${left} to ${right} of ${clientWidth}`)
  if (!card.closest('[data-pulso=inline] *') && (top < 0 || bottom > window.innerHeight))
    found.push(`the card reaches from ${top} to ${bottom} of ${window.innerHeight}`)
  for (const element of card.querySelectorAll('.step, .step *')) {
    const name = `${element.localName} "${(element.textContent || element.ariaLabel)?.slice(0, 24)}"`
    const box = element.getBoundingClientRect()
    if (box.width && (box.left < left - 0.5 || box.right > right + 0.5)) found.push(`${name} is cut off`)
    const scrolls = element.matches('.step')
    if (element.scrollWidth > element.clientWidth + (scrolls ? 0 : 4) && element.clientWidth)
      found.push(`${name} holds ${element.scrollWidth} in ${element.clientWidth}`)
  }
  // A finger on glass needs 44 px.
  const least = window.matchMedia('(pointer:coarse)').matches ? 44 : 24
  for (const target of card.querySelectorAll('label:has([type=radio],[type=checkbox]),button,a,.field')) {
    const name = `${target.localName} "${(target.textContent || target.ariaLabel)?.slice(0, 24)}"`
    target.scrollIntoView({ block: 'nearest' })
    const { x, y, width, height } = target.getBoundingClientRect()
    if ((!except || !target.matches(except)) && (width < least || height < least))
      found.push(`${name} is ${width} by ${height}`)
    const hit = shadowRoot!.elementFromPoint(x + width / 2, y + height / 2)
    if (!target.contains(hit)) found.push(`${name} lies under ${hit?.localName}`)
  }
  for (const field of card.querySelectorAll('.field')) {
    const size = Number.parseFloat(getComputedStyle(field).fontSize)
    if (size < 16) found.push(`a field is written in ${size} px`)
  }
  return found
}

export const misfits = (page: Page, except = '') => page.evaluate(misfitsIn, except)

export { expect }
