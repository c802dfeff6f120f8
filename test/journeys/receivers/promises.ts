import type { Request as BrowserRequest, Page } from '@playwright/test'
import type { Response } from '../../../src/schema'
import { type Recipe, readRecipe } from './recipe'
import { expect, type Servers, test } from './servers'
import { answerNps, comment, failures, pending, twoHoursLater, visit } from './visit'

/** One response as the receiver counts it, whatever it has received twice. */
export interface Kept {
  id: string
  revision: number
  nps: unknown
  why: unknown
}

/** A recipe's receiver at work. */
export interface Receiver {
  /** What somebody puts in place of the addresses and keys on the recipe page. */
  replacements: Record<string, string>
  /** The same with a mistake in it, which the receiver or its host rejects. */
  mistaken: Record<string, string>
  kept(): Kept[] | Promise<Kept[]>
}

export const toKept = ({ id, revision, answers }: Response): Kept => {
  const value = (name: string) => answers.find(({ question }) => question === name)?.value
  return { id, revision, nps: value('nps'), why: value('why') }
}

export interface Promised {
  /** The heading on the recipe page, where it is not the first way. */
  variant?: string
  /** `origin` is where the pages are that will use it. */
  start(recipe: Recipe, servers: Servers, origin: string): Promise<Receiver>
  answer?(page: Page): Promise<void>
  /** What is kept of what `answer` answers. */
  expected?: Partial<Kept>
  /** The same response in an earlier state, as the page has sent it; undefined where a receiver keeps each revision. */
  overtaken?: ((body: string) => string) | undefined
  /** What is asserted of the very request, besides that the receiver takes it. */
  sent?(request: BrowserRequest): void
}

const earlier = (body: string) => {
  const one = JSON.parse(body)
  return JSON.stringify({ ...one, revision: one.revision - 1, answers: [] })
}

/** What every recipe is held to: copied from its page, it brings each answer where it belongs, once. */
export function keepsItsPromises(
  name: string,
  { variant, start, answer = answerNps, expected = { nps: 9, why: comment }, sent, ...how }: Promised,
) {
  const overtaken = 'overtaken' in how ? how.overtaken : earlier
  const title = variant ? `${name}, ${variant}` : name

  test(`${title}: an answer arrives, and what comes twice or late counts for nothing`, async ({
    page,
    site,
    servers,
    hostErrors: _,
  }) => {
    const recipe = readRecipe(name, variant)
    const { replacements, kept } = await start(recipe, servers, site.url)
    const posted: BrowserRequest[] = []
    page.on('request', request => request.method() === 'POST' && posted.push(request))
    await visit(page, site, recipe, replacements)
    await answer(page)
    await expect.poll(kept).toMatchObject([expected])
    await expect.poll(() => pending(page)).toBe(0)
    expect(posted).toHaveLength(1)
    sent?.(posted[0]!)

    const [arrived] = await kept()
    expect(arrived!.id).toMatch(/^[\w-]{21}$/)
    expect(arrived!.revision).toBeGreaterThan(1)
    const body = posted[0]!.postData()!
    const headers = Object.fromEntries(
      Object.entries(posted[0]!.headers()).filter(([header]) => /^(content-type|authorization|apikey)$/.test(header)),
    )
    for (const again of [body, body, ...(overtaken ? [overtaken(body)] : [])]) {
      const init = { method: 'POST', body: again, headers }
      const ok = await page.evaluate(([url, init]) => fetch(url, init).then(({ ok }) => ok), [
        posted[0]!.url(),
        init,
      ] as const)
      expect(ok).toBe(true)
    }
    expect(await kept()).toEqual([arrived])
  })

  test(`${title}: an answer waits for a mistake in the configuration to be mended`, async ({
    page,
    site,
    servers,
    hostErrors: _,
  }) => {
    const recipe = readRecipe(name, variant)
    const { replacements, mistaken, kept } = await start(recipe, servers, site.url)
    await visit(page, site, recipe, mistaken)
    await answer(page)
    await expect.poll(() => failures(page)).toContainEqual(expect.stringMatching(/^not-delivered: /))
    expect(await pending(page)).toBe(1)
    expect(await kept()).toEqual([])

    await twoHoursLater(page)
    await visit(page, site, recipe, replacements)
    await expect.poll(kept).toMatchObject([expected])
    await expect.poll(() => pending(page)).toBe(0)
  })
}
