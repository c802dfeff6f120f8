import { when } from '../adapters/parts/when'
import { wrap } from '../adapters/parts/wrap'
import type { AdapterOptions, ConsentSource } from '../contracts'

/** What may be said of Google's Consent Mode. */
export interface GoogleOptions extends AdapterOptions {
  /**
   * The types that count: each that the page has set must be granted. Default: `functionality_storage`, for what is
   * remembered on the device, and `analytics_storage`, for what is sent.
   */
  types?: string[] | undefined
}

type Word = 'granted' | 'pending' | 'denied' | undefined
interface Ics {
  entries: Record<string, { update?: boolean } | undefined>
  getConsentState(type: string): number
  addListener(types: string[], heard: () => void): unknown
}

/**
 * Google Consent Mode: `gtag('consent', …)` in the data layer, and, for consent tools that are templates of the tag
 * manager and never touch the data layer, what Google's tags know. A default of `denied` is nobody's decision, so it is
 * pending; an update is one. A type that was never set is unknown, never granted.
 * https://developers.google.com/tag-platform/security/guides/consent
 */
export const google: ConsentSource<GoogleOptions> = (pulso, options = {}) => {
  const { global = 'dataLayer', types = ['functionality_storage', 'analytics_storage'] } = options
  const world = options.window ?? window
  const globals = world as never as Record<string, unknown>
  const defaults: Record<string, Word> = {}
  const updates: Record<string, Word> = {}
  let tags: Ics | undefined
  let verdict: Word
  let live = true

  const wordOn = (type: string): Word => {
    try {
      // Undocumented, so little of it is trusted: 1 is granted in every version, and an update of false is a refusal.
      const entry = tags?.entries[type]
      if (entry && tags!.getConsentState(type) === 1) return 'granted'
      if (entry?.update === false) return 'denied'
    } catch {}
    return updates[type] ?? defaults[type]
  }
  const judge = () => {
    if (!live) return
    const words = types.map(wordOn)
    const next = (['denied', 'pending', 'granted'] as const).find(word => words.includes(word))
    if (!next || next === verdict) return
    verdict = next
    pulso.setConsent(next)
  }
  const read = (entry: unknown) => {
    try {
      const [name, command, states] = entry as [unknown, unknown, Record<string, unknown>]
      if (!/Arguments/.test(Object.prototype.toString.call(entry)) || name !== 'consent') return
      for (const type of types) {
        const word = states[type]
        if (word !== 'granted' && word !== 'denied') continue
        if (command === 'update') updates[type] = word
        // Which region the visitor is in only Google knows: a refusal anywhere leaves it open, and a grant there says nothing.
        if (command === 'default' && (word === 'denied' || !states.region) && defaults[type] !== 'pending')
          defaults[type] = word === 'denied' ? 'pending' : word
      }
    } catch {} // not arguments, or with getters that throw
  }

  const stops = [global].flat().map(name =>
    when(
      world,
      () => Array.isArray(globals[name]) && (globals[name] as unknown[]),
      layer => {
        layer.forEach(read)
        judge()
        return wrap(world, layer, 'push', entries => {
          entries.forEach(read)
          judge()
        })
      },
    ),
  )
  stops.push(
    when(
      world,
      () => (globals.google_tag_data as { ics?: Ics } | undefined)?.ics,
      ics => {
        tags = ics
        ics.addListener(types, judge)
        judge()
        return undefined
      },
    ),
  )
  return () => {
    live = false
    for (const stop of stops) stop()
  }
}
