import type { Adapter, AdapterOptions, Stop } from '../../contracts'

/** What may be said of any chat widget. */
export interface ChatOptions extends AdapterOptions {
  /**
   * For a widget that tells only when its panel closes: how many milliseconds it has to stay closed until a conversation
   * in which an agent has written counts as ended. Default: 20 000.
   */
  quietMs?: number | undefined
}

/**
 * What a widget says: a conversation `started`; an agent is `heard`; the panel is `open`, or was `closed`; the widget `asks`
 * for a rating, or was given one (`rated`); the conversation `ended`. Then the conversation's id, and the rating. What ends
 * in -ed is told.
 */
export type Said = [
  what: 'started' | 'heard' | 'open' | 'closed' | 'asks' | 'rated' | 'ended',
  id?: unknown,
  rating?: unknown,
]

/** What one of the widget's events says; or a function that reads it from what came with the event, if it says anything. */
export type Signal = Said | ((payload: never) => Said | undefined | false)

/** An agent was heard, its end was told, the widget has asked for a rating. */
const stages: Partial<Record<Said[0], number>> = { heard: 1, ended: 2, asks: 3, rated: 3 }

/**
 * The one conversation of a chat widget, told as `support.started`, `support.closed`, `support.rated` and
 * `support.ended`.
 *
 * It has ended when the widget says so. It has, too, once an agent was heard and the panel has stayed closed for a while:
 * when it is opened within that time, or the agent writes again, it goes on. The end is told once, until an agent is heard
 * again or another conversation begins; and never when the widget asks for a rating itself, so that nobody is asked twice.
 */
export function conversation(
  pulso: Parameters<Adapter>[0],
  world: Pick<Window, 'setTimeout' | 'clearTimeout'>,
  quietMs = 20_000,
): [hear: (signal: Signal, payload?: unknown) => void, stop: Stop] {
  let id: unknown
  let last: Said[0] | undefined
  let stage = 0 // as above
  let timer: number | undefined
  let live = true

  const hear = (signal: Signal, payload?: unknown) => {
    try {
      const [what, about, rating] = (live && (typeof signal === 'function' ? signal(payload as never) : signal)) as Said
      if (what === 'closed' && last === what) return // some widgets say it twice
      last = what
      world.clearTimeout(timer)

      const next = isPlain(about) ? about : what === 'started' || id
      if (what === 'started' || (id && next !== id)) stage = 0
      id = next
      if (stage > 1 && what === 'ended') return
      if (stage < 3) stage = stages[what] ?? stage
      if (what === 'closed' && stage === 1) timer = world.setTimeout(hear, quietMs, ['ended'])
      if (/ed$/.test(what))
        // biome-ignore lint/style/useTemplate: it is smaller
        pulso.track('support.' + what, {
          ...(isPlain(id) && { conversation_id: id }),
          ...(isPlain(rating) && { rating }),
        })
    } catch {} // it says nothing, is of another shape, or has getters that throw
  }
  return [
    hear,
    () => {
      live = false
      world.clearTimeout(timer)
    },
  ]
}

const isPlain = (value: unknown) => /str|num/.test(typeof value)
