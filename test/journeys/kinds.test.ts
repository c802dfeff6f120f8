import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { languages } from '../../src/language'
import { expect, type Gallery, kinds, misfits, test, variants, type Wish } from './gallery'
import { tagged } from './site'

declare global {
  interface Window {
    axe: { run(options: RunOptions): Promise<AxeResults> }
  }
}

/** A click on it is an answer, so it has nothing to submit. */
const isOneTap = (kind: string) => /^(nps|csat|ces|stars|emoji|thumbs|rating)\b/.test(kind)
/** Can be left wrong: there is always an order, and nothing to answer in a message or a link. */
const canBeWrong = (kind: string) => /^(text|choice|contact|consent)\b/.test(kind)

/** Every case in one engine; in another, which draws the same, some of them. */
const share = <Case>(cases: readonly Case[], browserName: string) =>
  cases.filter((_, index) => browserName === 'chromium' || index % 8 === 0)

test.describe('assistive technology is told', () => {
  const scale = (title: string, names: string[]) => `
    - heading "${title}" [level=2]
    - radiogroup "${title}":
${names.map(name => `        - radio "${name}"`).join('\n')}
    - button "Close"
    - status: "${title}"`
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`)

  const trees: Record<string, string> = {
    nps: scale('How likely are you to recommend Fern & Clay to a friend or colleague?', [
      '0, Not at all likely',
      ...numbers(1, 9),
      '10, Extremely likely',
    ]),
    csat: scale('How satisfied are you with your experience?', [
      '1, Very dissatisfied',
      ...numbers(2, 4),
      '5, Very satisfied',
    ]),
    ces: scale('Fern & Clay made it easy for me to do what I wanted.', [
      '1, Strongly disagree',
      ...numbers(2, 6),
      '7, Strongly agree',
    ]),
    stars: scale('How would you rate your experience?', ['1, Poor', ...numbers(2, 4), '5, Excellent']),
    emoji: scale('How satisfied are you with your experience?', [
      'Very unhappy',
      'Unhappy',
      'Neutral',
      'Happy',
      'Very happy',
    ]),
    thumbs: scale('Was this helpful?', ['Yes', 'No']),
    rating: scale('How important is fast delivery to you?', [
      '1, Not important',
      ...numbers(2, 4),
      '5, Very important',
    ]),
    text: `
    - heading "What could we do better?" [level=2]
    - paragraph: One sentence is plenty. We read every one.
    - textbox "What could we do better?"
    - paragraph: 280 characters left
    - button "Submit"
    - button "Close"
    - status: What could we do better?`,
    choice: `
    - heading "What made you choose us?" [level=2]
    - paragraph: Choose up to two.
    - group "What made you choose us?":
        - checkbox "The quality" [checked=false]
        - checkbox "The price" [checked=false]
        - checkbox "Delivery" [checked=false]
        - checkbox "Other" [checked=false]
    - button "Submit"
    - button "Close"
    - status: What made you choose us?`,
    ranking: `
    - heading "What matters most to you?" [level=2]
    - paragraph: Put the most important first.
    - list "What matters most to you?":
        - listitem:
            - text: Quality
            - 'button "Move up: Quality" [disabled]'
            - 'button "Move down: Quality" [disabled=false]'
        - listitem:
            - text: Price
            - 'button "Move up: Price" [disabled=false]'
            - 'button "Move down: Price" [disabled=false]'
        - listitem:
            - text: Fast delivery
            - 'button "Move up: Fast delivery" [disabled=false]'
            - 'button "Move down: Fast delivery" [disabled=false]'
        - listitem:
            - text: Friendly help
            - 'button "Move up: Friendly help" [disabled=false]'
            - 'button "Move down: Friendly help" [disabled]'
    - button "Submit"
    - button "Close"
    - status: What matters most to you?`,
    contact: `
    - heading "How can we reach you?" [level=2]
    - group "How can we reach you?":
        - textbox "Name (optional)"
        - textbox "E-mail"
        - textbox "Phone (optional)"
        - checkbox "You may contact me about my answers." [checked=false]
    - button "Submit"
    - button "Close"
    - status: How can we reach you?`,
    consent: `
    - heading "May we quote you?" [level=2]
    - group "May we quote you?":
        - checkbox "Yes, you may quote my answer with my first name." [checked=false]
    - button "Submit"
    - button "Close"
    - status: May we quote you?`,
    message: `
    - heading "Two short questions" [level=2]
    - paragraph: They take less than a minute.
    - button "Submit"
    - button "Close"
    - status: Two short questions`,
    link: `
    - heading "Would you write a review?" [level=2]
    - paragraph: It helps others to decide.
    - link "Write a review":
        - /url: https://example.com/review
    - button "Submit"
    - button "Close"
    - status: Would you write a review?`,
  }
  /** What the tree of a survey holds, and nothing but that. */
  const whole = (tree: string, role = 'region', asks = '') => `
- ${role} "Feedback survey${asks}":
    - /children: equal${tree}`

  test('what every kind is called, what it is, and how it stands', async ({ page, gallery, hostErrors: _ }) => {
    expect(Object.keys(trees)).toEqual(kinds)
    for (const kind of kinds)
      await test.step(kind, async () => {
        const card = await gallery.open(page, { kind })
        await expect(card).toMatchAriaSnapshot(whole(trees[kind]!))
        for (const role of ['radio', 'checkbox', 'textbox', 'button'] as const)
          await expect(card.getByRole(role)).toHaveCount(trees[kind]!.split(`${role} "`).length - 1)
        if (isOneTap(kind)) {
          await expect(card.getByRole('radio', { checked: true })).toHaveCount(0)
          await expect(card.getByRole('radiogroup')).toHaveAttribute('aria-required', 'true')
        }
      })
  })

  test('how far along a survey is, what was picked before, and the way back', async ({
    page,
    gallery,
    hostErrors: _,
  }) => {
    const card = await gallery.open(page, { kind: 'stars', state: 'step' })
    const progress = card.getByRole('progressbar', { name: 'Feedback survey' })
    await expect(progress).toHaveJSProperty('value', 1)
    await expect(progress).toHaveJSProperty('max', 3)
    await pickAndReturn(page, 4)
    await expect(card.getByRole('radio', { checked: true })).toHaveAccessibleName('4')
    await expect(card.getByRole('button', { name: 'Back' })).toBeVisible()
  })

  test('what is wrong, where, and at once', async ({ page, gallery, hostErrors: _ }) => {
    const required = 'Please write something.'
    const wrong = [
      // What is said; what it describes; how many fields are marked, of which the first has the focus.
      { kind: 'text', problem: required, described: 'textbox', marked: 1 },
      { kind: 'choice', problem: 'Choose at least 1.', described: 'group', marked: 4 },
      { kind: 'consent', problem: 'Tick the box to go on.', described: 'group', marked: 1 },
      {
        kind: 'contact',
        problem: 'Enter an e-mail address, such as name@example.com.',
        described: 'group',
        marked: 1,
      },
    ] as const
    for (const { kind, problem, described, marked } of wrong)
      await test.step(kind, async () => {
        const card = await gallery.open(page, { kind, state: 'wrong' })
        await expect(card.getByRole('status')).toHaveText(problem)
        await expect(card.getByRole(described)).toHaveAccessibleDescription(new RegExp(problem.replace(/\./g, '\\.')))
        const invalid = card.locator('[aria-invalid=true]')
        await expect(invalid).toHaveCount(marked)
        await expect(invalid.first()).toBeFocused()
      })
  })

  test('that a placement over the page is a dialog, and any other a region of it', async ({
    page,
    gallery,
    hostErrors: _,
  }) => {
    const title = 'Was this helpful?'
    const body = scale(title, ['Yes', 'No'])
    for (const placement of ['popover', 'sheet', 'bar', 'inline', 'modal', 'page', 'kiosk'] as const)
      await test.step(placement, async () => {
        const card = await gallery.open(page, { kind: 'thumbs', placement })
        const noWayOut = /inline|kiosk/.test(placement)
        await expect(card).toMatchAriaSnapshot(
          whole(
            noWayOut ? body.replace(/\n.*"Close"/, '') : body,
            /modal|page|kiosk/.test(placement) ? 'dialog' : 'region',
            placement === 'inline' ? ` ${title}` : '',
          ),
        )
      })
  })
})

/** Picks a point as a pointer does, and comes back to it from the question after. */
async function pickAndReturn(page: Page, nth: number) {
  const card = page.locator('[data-pulso] .card')
  await card
    .locator('.scale label')
    .nth(nth - 1)
    .click()
  await card.getByRole('textbox').waitFor()
  await card.getByRole('button').first().click() // back: it comes first, in any language
  await card.locator('.scale :checked').waitFor()
}

test.describe('axe finds nothing', () => {
  test.describe.configure({ timeout: 240_000 }) // hundreds of pages, on machines that may have other things to do

  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
  test.beforeEach(({ page }) => page.addInitScript({ path: source }))

  async function look(page: Page, what: string, within = 'page', least = 10) {
    const { found, seen } = await page.evaluate(async within => {
      const isOurs = ({ target }: { target: unknown[] }) => Array.isArray(target[0]) // a path into a shadow root
      const { violations, passes } = await window.axe.run({ rules: { 'target-size': { enabled: true } } })
      const looked = (node: { target: unknown[] }) => within === 'page' || isOurs(node)
      return {
        found: violations.flatMap(({ id, nodes }) => nodes.filter(looked).map(({ html }) => `${id}: ${html}`)),
        seen: passes.flatMap(({ nodes }) => nodes).filter(isOurs).length,
      }
    }, within)
    expect(found, what).toEqual([])
    expect(seen, `${what}: what axe has looked at`).toBeGreaterThan(least)
  }
  async function lookAt(page: Page, gallery: Gallery, wishes: Wish[]) {
    for (const wish of wishes) {
      const what = Object.values(wish).join(' ')
      await test.step(what, async () => {
        await gallery.open(page, wish)
        await look(page, what)
        if (wish.state !== 'step' || !isOneTap(wish.kind)) return
        await pickAndReturn(page, 2)
        await look(page, `${what} picked`)
      })
    }
  }

  const states = (kind: string): Wish['state'][] => [
    'open',
    'step',
    ...(/^(nps|text|contact)$/.test(kind) ? (['thanks'] as const) : []), // it is the same for all
    ...(canBeWrong(kind) ? (['wrong'] as const) : []),
    ...(/choice|consent/.test(kind) ? (['picked'] as const) : []),
  ]
  for (const scheme of ['light', 'dark'] as const) {
    test(`in any kind, in any state, when it is ${scheme}`, async ({ page, gallery, browserName, hostErrors: _ }) => {
      const wishes = kinds.flatMap(kind => states(kind).map(state => ({ kind, state, scheme })))
      await lookAt(page, gallery, share(wishes, browserName))
    })
  }

  test('in any other look of a kind', async ({ page, gallery, browserName, hostErrors: _ }) => {
    const wishes = variants.flatMap(kind => states(kind).map(state => ({ kind, state })))
    await lookAt(page, gallery, share(wishes, browserName))
  })

  test('in any placement', async ({ page, gallery, browserName, hostErrors: _ }) => {
    const places = ['popover', 'sheet', 'modal', 'bar', 'inline', 'page', 'kiosk'] as const
    const asked = ['nps', 'choice', 'contact'] as const
    const wishes = places.flatMap(placement => asked.map(kind => ({ kind, placement })))
    await lookAt(page, gallery, share(wishes, browserName))
    for (const scheme of ['light', 'dark'] as const)
      await lookAt(page, gallery, [{ kind: 'nps', out: 'offered', scheme }])
    await lookAt(page, gallery, [{ kind: 'nps', placement: 'tab', state: 'step' }])
    for (const wish of [{}, { scheme: 'dark' }, { theme: 'warm' }, { locale: 'ar' }] as const) {
      await expect(await gallery.open(page, { kind: 'nps', placement: 'tab', ...wish })).toBeVisible()
      await look(page, 'a tab', 'page', 0)
    }
  })

  test('when an accent is too pale, and when it is not', async ({ page, gallery, browserName, hostErrors: _ }) => {
    for (const accent of ['#fde047', '#0f766e']) {
      const light = kinds.map(kind => ({ kind, accent, scheme: 'light', state: 'step' }) as const)
      const dark = (['stars', 'text', 'choice'] as const).map(
        kind => ({ kind, accent, scheme: 'dark', state: kind === 'choice' ? 'picked' : 'step' }) as const,
      )
      await lookAt(page, gallery, share([...light, ...dark], browserName))
    }
  })

  test('in any theme', async ({ page, gallery, browserName, hostErrors: _ }) => {
    for (const theme of ['sharp', 'warm', 'night'] as const) {
      const wishes = kinds.map(kind => ({ kind, theme, state: canBeWrong(kind) ? 'wrong' : 'step' }) as const)
      await lookAt(page, gallery, share(wishes, browserName))
      await expect(page.locator('output')).not.toContainText('warn')
    }
  })

  test('in any language', async ({ page, gallery, browserName, hostErrors: _ }) => {
    for (const locale of languages) {
      const dir = /^(ar|he)$/.test(locale) ? 'rtl' : 'ltr'
      const asked = /^(ar|ja)$/.test(locale) ? kinds : (['nps', 'ces', 'contact'] as const)
      const wishes = asked.map(kind => ({ kind, locale }))
      await lookAt(page, gallery, share(wishes, browserName))
      await expect(page.locator('.card')).toHaveAttribute('lang', locale)
      await expect(page.locator('.card')).toHaveAttribute('dir', dir)
    }
  })

  test('in forced colours', async ({ page, gallery, browserName, hostErrors: _ }) => {
    for (const [colorScheme, asked] of [
      ['light', kinds],
      ['dark', ['nps', 'stars', 'choice'] as const],
    ] as const) {
      await page.emulateMedia({ forcedColors: 'active', colorScheme })
      for (const kind of share(asked, browserName))
        await test.step(`${kind} ${colorScheme}`, async () => {
          await gallery.open(page, { kind, state: 'step' })
          if (isOneTap(kind)) await pickAndReturn(page, 2)
          await look(page, `${kind} ${colorScheme}`, 'survey') // the gallery's own colours are nobody's concern
        })
    }
  })

  test('on a phone, where everything fits too', async ({ page, gallery, browserName, hostErrors: _ }) => {
    for (const width of [390, 320])
      for (const kind of share(kinds, browserName))
        await test.step(`${kind} ${width}`, async () => {
          await page.setViewportSize({ width, height: 700 })
          await gallery.open(page, { kind, state: 'step' })
          if (browserName === 'chromium') await look(page, `${kind} ${width}`)
          expect(await misfits(page), `${kind} ${width}`).toEqual([])
        })
  })
})

test.describe('everything is in reach, and nothing scrolls sideways', () => {
  test('at a zoom of 200 % and of 400 %', async ({ page, gallery, browserName, hostErrors: _ }) => {
    // What is left of 1280 by 800, and of 1280 by 1024.
    const sizes = { '200 %': { width: 640, height: 400 }, '400 %': { width: 320, height: 256 } }
    for (const [zoom, size] of Object.entries(sizes))
      for (const kind of ['long', ...share(kinds, browserName)] as const)
        await test.step(`${kind} ${zoom}`, async () => {
          await page.setViewportSize(size)
          await gallery.open(page, { kind, state: kind === 'choice' ? 'picked' : 'step' })
          // A scrollbar does not grow with the zoom, but here it takes from the points.
          expect(await misfits(page, '.scale label'), `${kind} ${zoom}`).toEqual([])
        })
  })

  test('in any placement on a small screen', async ({ page, gallery, browserName, hostErrors: _ }) => {
    await page.setViewportSize({ width: 390, height: 700 })
    for (const placement of ['sheet', 'modal', 'bar', 'inline', 'page', 'kiosk'] as const)
      for (const kind of share([placement === 'kiosk' ? 'csat' : 'nps', 'emoji', 'contact'] as const, browserName))
        await test.step(`${kind} ${placement}`, async () => {
          await gallery.open(page, { kind, placement })
          expect(await misfits(page), `${kind} ${placement}`).toEqual([])
        })
  })

  test('on the screen of a kiosk, upright and across, where it is large', async ({ page, gallery, hostErrors: _ }) => {
    const placement = 'kiosk'
    for (const [width, height] of [
      [1080, 1920],
      [1280, 800],
      [640, 320],
    ] as const) {
      await page.setViewportSize({ width, height })
      const scale = await gallery.open(page, { kind: 'nps', placement })
      const tops = await scale
        .locator('.scale label')
        .evaluateAll(labels => labels.map(label => label.getBoundingClientRect().top))
      expect([tops.length, new Set(tops).size]).toEqual([11, 1])
      expect(await misfits(page)).toEqual([])
    }
    const card = await gallery.open(page, { kind: 'choice', placement })
    const box = (await card.getByRole('checkbox').first().boundingBox())!
    const words = await card
      .locator('.choice span')
      .first()
      .evaluate(({ firstChild }) => {
        const range = document.createRange()
        range.selectNode(firstChild!)
        return range.getBoundingClientRect().x
      })
    expect(words - box.x - box.width).toBeLessThan(24)
    for (const kind of ['choice', 'ranking', 'contact', 'consent'] as const) {
      const card = await gallery.open(page, { kind, placement, state: kind === 'contact' ? 'wrong' : 'open' })
      const small = await card
        .locator('.step :is(h2,p,label,li,span)')
        .evaluateAll(
          all => all.filter(one => one.textContent && Number.parseFloat(getComputedStyle(one).fontSize) < 18).length,
        )
      expect([kind, small]).toEqual([kind, 0])
    }
  })

  test('in German, whose words are long', async ({ page, gallery, browserName, hostErrors: _ }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    for (const kind of share(kinds, browserName))
      await test.step(kind, async () => {
        await gallery.open(page, { kind, state: 'step', locale: 'de' })
        expect(await misfits(page), kind).toEqual([])
      })
    await gallery.open(page, { kind: 'nps', out: 'offered', locale: 'de' })
    expect(await misfits(page)).toEqual([])
  })

  test('with a finger on glass', async ({ browser, browserName, gallery }) => {
    const touch = browserName === 'chromium' ? { hasTouch: true, isMobile: true } : { hasTouch: true }
    const context = await browser.newContext({
      ...touch,
      viewport: { width: 360, height: 700 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    for (const width of [360, 320])
      for (const kind of share(kinds, browserName))
        await test.step(`${kind} ${width}`, async () => {
          await page.setViewportSize({ width, height: 700 })
          await gallery.open(page, { kind, state: 'step' })
          expect(await misfits(page), `${kind} ${width}`).toEqual([])
        })
    await gallery.open(page, { kind: 'nps', out: 'offered' })
    expect(await misfits(page)).toEqual([])
    for (const [width, height] of [
      [390, 700],
      [412, 800],
      [700, 800],
      [1024, 768],
    ] as const)
      for (const placement of ['popover', 'modal', 'bar', 'inline', 'page', 'kiosk'] as const)
        await test.step(`nps ${placement} ${width}`, async () => {
          await page.setViewportSize({ width, height })
          await gallery.open(page, { kind: 'nps', placement })
          expect(await misfits(page), `nps ${placement} ${width}`).toEqual([])
        })
    await context.close()
  })
})

test.describe('with the keyboard alone', () => {
  /** From the last thing on the page into the survey, and then as told. */
  async function press(page: Page, keys: string[]) {
    for (const key of keys)
      if (key.startsWith('"')) await page.keyboard.type(key.slice(1, -1))
      else await page.keyboard.press(key)
  }
  const answers: Record<string, { keys: string[]; told: object[] }> = {
    nps: { keys: ['Tab', '7', 'Enter'], told: [{ value: 7, scale: [0, 10] }] },
    csat: { keys: ['Tab', 'End', 'ArrowLeft', 'Space'], told: [{ value: 4, scale: [1, 5] }] },
    ces: { keys: ['Tab', 'ArrowUp', 'Enter'], told: [{ value: 7, scale: [1, 7] }] },
    stars: { keys: ['Tab', 'ArrowDown', 'Space'], told: [{ value: 2, scale: [1, 5] }] },
    emoji: { keys: ['Tab', '5', 'Enter'], told: [{ value: 5, scale: [1, 5] }] },
    thumbs: { keys: ['Tab', 'ArrowRight', 'Space'], told: [{ value: 0, scale: [0, 1] }] },
    rating: { keys: ['Tab', '3', 'Home', 'ArrowRight', 'Enter'], told: [{ value: 2, metric: 'importance' }] },
    text: { keys: ['Tab', '"One"', 'Enter', '"two 3"', 'Control+Enter'], told: [{ value: 'One\ntwo 3' }] },
    choice: {
      keys: ['Tab', 'Tab', 'Space', 'Tab', 'Tab', 'Space', 'Tab', '"The shop window"', 'Enter'],
      told: [{ value: ['price', 'other'], other: 'The shop window' }],
    },
    ranking: {
      // What cannot go up stays; what goes down twice keeps the focus on its way.
      keys: ['Tab', 'Enter', 'Tab', 'Enter', 'Space', 'Tab', 'Tab', 'Tab', 'Enter'],
      told: [{ value: ['price', 'delivery', 'quality', 'help'] }],
    },
    contact: {
      keys: ['Tab', '"Ana"', 'Tab', '"ana@example.com"', 'Tab', 'Tab', 'Space', 'Tab', 'Enter'],
      told: [{ value: { name: 'Ana', email: 'ana@example.com', consent: true } }],
    },
    consent: { keys: ['Tab', 'Space', 'Tab', 'Enter'], told: [{ value: true }] },
    message: { keys: ['Tab', 'Enter'], told: [] },
    link: { keys: ['Tab', 'Enter', 'Tab', 'Enter'], told: [{ value: true }] },
  }
  test('every kind can be answered, and looking around tells nobody anything', async ({
    page,
    context,
    gallery,
    hostErrors: _,
  }) => {
    await context.route('https://example.com/**', route => route.fulfill({ body: 'Reviews' }))
    for (const kind of kinds)
      await test.step(kind, async () => {
        const { keys, told } = answers[kind]!
        const card = await gallery.open(page, { kind })
        const outside = page.getByRole('link', { name: 'All kinds' })
        await outside.focus()
        if (kind === 'link') {
          const [opened] = await Promise.all([page.waitForEvent('popup'), press(page, keys.slice(0, 2))])
          await expect(opened).toHaveURL('https://example.com/review')
          await opened.close()
          await press(page, keys.slice(2))
        } else await press(page, keys)
        await expect(card.getByRole('heading', { name: 'Thank you for your feedback!' })).toBeFocused()
        const [line, ...more] = (await page.locator('output').textContent())!.trim().split('\n')
        expect(more).toEqual([])
        const heard = JSON.parse(line!.replace(/^complete /, ''))
        expect(heard).toMatchObject(told)
        expect(heard.map((answer: { kind: string }) => answer.kind)).toEqual(told.map(() => kind))
        await page.keyboard.press('Escape')
        await expect(card).toHaveCount(0)
        await expect(outside).toBeFocused()
      })
  })

  test('arrows go the way that a language is read', async ({ page, gallery, hostErrors: _ }) => {
    const card = await gallery.open(page, { kind: 'nps', locale: 'ar' })
    await card.getByRole('radio').first().focus()
    await press(page, ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowDown'])
    await expect(card.getByRole('radio').nth(2)).toBeFocused()
    await expect(card.getByRole('radio', { checked: true })).toHaveCount(0)
  })

  test('one gets in and out of a scale with a single Tab', async ({ page, gallery, hostErrors: _ }) => {
    const card = await gallery.open(page, { kind: 'nps', state: 'optional' })
    const [outside, skip] = [page.getByRole('link', { name: 'All kinds' }), card.getByRole('button', { name: 'Skip' })]
    await outside.focus()
    for (const [key, place] of [
      ['Tab', card.getByRole('radio').first()],
      ['Tab', skip],
      ['Shift+Tab', card.getByRole('radio').first()],
      ['Shift+Tab', outside],
      ['Tab', card.getByRole('radio').first()],
      ['7', card.getByRole('radio', { name: '7' })],
      ['Tab', skip],
      ['Shift+Tab', card.getByRole('radio', { checked: false }).and(page.locator(':focus'))],
    ] as const) {
      await page.keyboard.press(key)
      await expect(place).toBeFocused()
    }
  })

  test('digits look around within a scale, and do nothing anywhere else', async ({ page, gallery, hostErrors: _ }) => {
    const card = await gallery.open(page, { kind: 'nps' })
    const places = [page.getByRole('link', { name: 'All kinds' }), card.getByRole('button', { name: 'Close' })]
    for (const place of places) {
      await place.focus()
      await page.keyboard.press('5')
      await expect(place).toBeFocused()
    }
    await card.getByRole('radio').first().focus()
    await page.keyboard.press('5')
    await expect(card.getByRole('radio', { name: '5' })).toBeFocused()
    await expect(card.getByRole('radio', { checked: true })).toHaveCount(0)
    await expect(page.locator('output')).toBeEmpty()
  })
})

test.describe('the focus', () => {
  const active = (page: Page) => page.evaluate(() => document.activeElement?.localName)

  test('is never taken by a survey that leaves the page usable', async ({
    page,
    gallery,
    browserName,
    hostErrors: _,
  }) => {
    for (const kind of share(kinds, browserName))
      await test.step(kind, async () => {
        await gallery.open(page, { kind })
        expect(await active(page)).toBe('body')
      })
    for (const placement of ['sheet', 'bar', 'inline'] as const)
      await test.step(placement, async () => {
        await gallery.open(page, { kind: 'text', placement })
        expect(await active(page)).toBe('body')
      })
  })

  test('stays where it is when the next question comes, unless it was in the one before', async ({
    page,
    gallery,
    hostErrors: _,
  }) => {
    let card = await gallery.open(page, { kind: 'long' })
    const outside = page.getByRole('combobox', { name: 'Placement' })
    await outside.focus()
    // As assistive technology and a script click: without the focus.
    await card.getByRole('radio', { name: '9' }).dispatchEvent('click')
    const next = 'What did you like most? (optional)'
    await expect(card.getByRole('heading', { name: next })).toBeVisible()
    await expect(outside).toBeFocused()
    await expect(card.getByRole('status')).toHaveText('What did you like most?')

    card = await gallery.open(page, { kind: 'long' })
    await card.getByRole('radio', { name: '9' }).focus()
    await page.keyboard.press('Space')
    await expect(card.getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await card.getByRole('button', { name: 'Skip' }).waitFor({ state: 'hidden' })
    await expect(card.getByRole('checkbox').first()).toBeFocused()
    await card.getByRole('button', { name: 'Back' }).focus()
    await page.keyboard.press('Enter')
    await expect(card.getByRole('textbox')).toBeFocused()
  })

  test('is in the survey when Escape closes one in a corner; elsewhere Escape is the page’s', async ({
    page,
    gallery,
    hostErrors: _,
  }) => {
    for (const placement of ['popover', 'sheet', 'bar'] as const)
      await test.step(placement, async () => {
        const card = await gallery.open(page, { kind: 'text', placement })
        const outside = page.getByRole('link', { name: 'All kinds' })
        await page.keyboard.press('Escape')
        await outside.focus()
        await page.keyboard.press('Escape')
        await expect(card).toBeVisible()
        await page.keyboard.press('Tab')
        await expect(card.getByRole('textbox')).toBeFocused()
        await page.keyboard.press('Escape')
        await expect(card).toHaveCount(0)
        await expect(page.locator('output')).toHaveText('close "close"')
        await expect(outside).toBeFocused()
      })
    await test.step('one that stands in the page stays', async () => {
      const card = await gallery.open(page, { kind: 'text', placement: 'inline' })
      await card.getByRole('textbox').focus()
      await page.keyboard.press('Escape')
      await expect(card).toBeVisible()
    })
  })

  test('may be anywhere when Escape closes a modal', async ({ page, gallery, hostErrors: _ }) => {
    for (const placement of ['modal', 'page'] as const)
      for (const where of ['heading', 'field', 'backdrop'] as const)
        await test.step(`${placement}: ${where}`, async () => {
          const card = await gallery.open(page, { kind: 'contact', placement })
          await expect(card.getByRole('heading')).toBeFocused()
          if (where === 'field') await card.getByRole('textbox', { name: 'E-mail' }).fill('half@')
          if (where === 'backdrop') await page.mouse.click(4, 4)
          await page.keyboard.press('Escape')
          await expect(card).toHaveCount(0)
          await expect(page.locator('output')).toHaveText('close "close"')
        })
  })

  test('goes through a modal, and back to where it was', async ({ page, site, hostErrors: _ }) => {
    const survey = { questions: [{ id: 'contact', kind: 'contact' }] }
    const touchpoints = ['modal', 'page'].map(kind => ({ id: kind, on: 'order.placed', placement: { kind }, survey }))
    const config = JSON.stringify({ endpoint: site.endpoint, touchpoints })
    await page.goto(site.page('/', tagged('', `<script type="application/json" data-pulso>${config}</script>`)))
    await page.waitForFunction(() => 'show' in (window.pulso ?? {}))
    const theirs = page.getByRole('button', { name: 'Theirs' })
    const dialog = page.getByRole('dialog', { name: 'Feedback survey' })
    for (const kind of ['modal', 'page'])
      for (const how of ['Escape', 'Close']) {
        await theirs.focus()
        await page.evaluate(kind => window.pulso.show(kind, { force: true }), kind)
        await expect(dialog.getByRole('heading')).toBeFocused()
        for (const stop of ['Name', 'E-mail', 'contact me', 'Submit', 'Close']) {
          await page.keyboard.press('Tab')
          await expect(dialog.getByLabel(stop).or(dialog.getByRole('button', { name: stop }))).toBeFocused()
        }
        if (how === 'Close') await dialog.getByRole('button', { name: 'Close' }).click()
        else await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
        await expect(theirs).toBeFocused()
      }
  })
})
