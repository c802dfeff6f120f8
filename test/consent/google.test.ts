import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { google } from '../../src/consent/google'
import { createWorld, hostile, loaded, settled, type World } from '../contracts/adapter'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Google's snippet: its arguments are what is pushed. */
function gtag(window: World): (...command: unknown[]) => void {
  window.dataLayer ??= []
  return function () {
    // biome-ignore lint/complexity/noArguments: it is what gtag pushes
    window.dataLayer.push(arguments)
  }
}
const both = (word: string) => ({ analytics_storage: word, functionality_storage: word })

function open(options = {}, window = createWorld()) {
  const setConsent = vi.fn()
  const say = gtag(window)
  const start = () => google({ setConsent }, { window, ...options })
  return { window, say, start, words: () => setConsent.mock.calls.map(([word]) => word) }
}

describe('google', () => {
  it('is pending while the default is denied, and granted by an update', async () => {
    const { say, start, words } = open()
    start()
    say('consent', 'default', both('denied'))
    await settled()
    expect(words()).toEqual(['pending'])
    say('consent', 'update', both('granted'))
    await settled()
    expect(words()).toEqual(['pending', 'granted'])
  })

  it('reads what was said before it came, and tells the outcome alone', () => {
    const { say, start, words } = open()
    say('consent', 'default', both('denied'))
    say('consent', 'update', both('granted'))
    start()
    expect(words()).toEqual(['granted'])
  })

  it('takes only an update for a refusal', async () => {
    const { say, start, words } = open()
    start()
    say('consent', 'default', both('denied'))
    await settled()
    expect(words()).not.toContain('denied')
    say('consent', 'update', both('denied'))
    await settled()
    expect(words().at(-1)).toBe('denied')
  })

  it('tells a verdict once, and each change of it', async () => {
    const { say, start, words } = open()
    start()
    for (const word of ['granted', 'granted', 'denied', 'granted']) {
      say('consent', 'update', both(word))
      await settled()
    }
    expect(words()).toEqual(['granted', 'denied', 'granted'])
  })

  it('says nothing while nothing is known', async () => {
    const { say, start, words } = open()
    start()
    say('js', new Date())
    say('consent', 'update', { ad_storage: 'granted' })
    await settled()
    expect(words()).toEqual([])
  })

  it('needs each type that the page has set', async () => {
    const { say, start, words } = open()
    start()
    say('consent', 'default', both('denied'))
    say('consent', 'update', { analytics_storage: 'granted' })
    await settled()
    expect(words()).toEqual(['pending'])
    say('consent', 'update', { functionality_storage: 'granted' })
    await settled()
    expect(words()).toEqual(['pending', 'granted'])
  })

  it('is content with the one type that is set, or that it is told to mind', async () => {
    for (const options of [{}, { types: ['analytics_storage'] }]) {
      const { say, start, words } = open(options)
      start()
      say('consent', 'update', { analytics_storage: 'granted', ad_storage: 'denied' })
      await settled()
      expect(words()).toEqual(['granted'])
    }
  })

  it('does not guess the visitor’s region', () => {
    const { say, start, words } = open()
    say('consent', 'default', { ...both('granted') })
    say('consent', 'default', { ...both('denied'), region: ['ES'] })
    say('consent', 'default', { ...both('granted'), region: ['US'] })
    start()
    expect(words()).toEqual(['pending'])
  })

  it('believes a default that is granted everywhere', () => {
    const { say, start, words } = open()
    say('consent', 'default', both('granted'))
    start()
    expect(words()).toEqual(['granted'])
  })

  it('does not take arrays and objects for commands', async () => {
    const { window, start, words } = open()
    start()
    window.dataLayer.push(['consent', 'update', both('granted')], { 0: 'consent', 1: 'update', 2: both('granted') })
    await settled()
    expect(words()).toEqual([])
  })

  /** What Google's tags keep: https://github.com/microsoft/clarity reads it like this. */
  function tags(window: World, denied = 2) {
    let heard = () => {}
    const entries: Record<string, { default?: boolean; update?: boolean }> = {}
    const ics = {
      entries,
      getConsentState(type: string) {
        const { update, default: standard } = entries[type] ?? { default: true } // as Google does: never set is granted
        return (update ?? standard) ? 1 : denied
      },
      addListener(_: string[], listener: () => void) {
        heard = listener
      },
    }
    window.google_tag_data = { ics }
    return {
      set(change: typeof entries) {
        Object.assign(entries, change)
        heard()
      },
    }
  }

  it.each([2, 0])('hears of consent tools that never touch the data layer, %i being what they call denied', denied => {
    const { window, start, words } = open()
    const { set } = tags(window, denied)
    start()
    expect(words()).toEqual([])
    set({ analytics_storage: { default: false, update: true } })
    set({ analytics_storage: { default: false, update: false } })
    expect(words()).toEqual(['granted', 'denied'])
  })

  it('takes a type that was never set for unknown, though Google’s tags call it granted', () => {
    const { window, start, words } = open()
    const { set } = tags(window)
    start()
    set({ ad_storage: { update: true } })
    expect(words()).toEqual([])
  })

  it('finds what comes after it', async () => {
    const page = createWorld()
    const { start, words } = open({}, page)
    Reflect.deleteProperty(page, 'dataLayer')
    start()
    gtag(page)('consent', 'update', both('granted'))
    loaded(page)
    expect(words()).toEqual(['granted'])
  })

  it('survives nonsense, and leaves the page’s push its result', async () => {
    const { window, start, words, say } = open()
    start()
    for (const nonsense of hostile()) {
      say('consent', 'update', nonsense)
      expect(window.dataLayer.push(nonsense)).toBe(window.dataLayer.length)
      window.google_tag_data = nonsense
      loaded(window)
      await settled()
    }
    expect(words()).toEqual([])
  })

  it('is deaf once stopped', async () => {
    const { window, say, start, words } = open()
    const { set } = tags(window)
    start()()
    say('consent', 'update', both('granted'))
    set({ analytics_storage: { update: true } })
    await settled()
    expect(words()).toEqual([])
  })
})
