/**
 * What goes on, for whoever opens the page with `?pulso=debug`: touchpoints with their gates, events, the queue and the
 * configuration's faults. It looks on by the same means as the parts themselves, and changes nothing until a button is
 * pressed, but that to ask for the queue makes an empty one.
 * @module
 */
import { h, render } from 'preact'
import type { Settings } from './config'
import type { Asked, DeliveryDetails, Inspect, JourneyEvent, Stop } from './contracts'
import { cameOf, withCame } from './inspector/came'
import { css } from './inspector/css'
import { onChange } from './inspector/on-change'
import { nextEnd } from './inspector/rest'
import { namesOf, toOwnRow, toRow, whenOf } from './inspector/rows'
import { readProperties } from './inspector/simulate'
import type { Actions, State } from './inspector/state'
import { allProblems } from './inspector/tag'
import { Inspector } from './inspector/view'
import { type Attempt, whyNot } from './inspector/why-not'

/** So many events and words of delivery are kept. */
const MOST = 200
/** What comes close together is looked at once. */
const SOON_MS = 50
/** More than a browser's timer can count would be now; it is looked at again then. */
const MOST_MS = 2e9
const NARROW = '(max-width:479.98px)'
const exposed = ['shown', 'answered', 'completed', 'dismissed'] as const
/** The errors that are delivery's. */
const deliverys = /^(not-delivered|not-kept|no-delivery|before-send|format)$/
const ofDelivery = ['queued', 'delivered', 'refused', 'memory', 'full', 'error'] as const

/** Draws the inspector; returns the way to take it off the page. */
export const inspect: Inspect = (parts, { errors, onAsked, onNavigate }) => {
  const { env, settings, visitor, pulso } = parts
  const { window } = env
  const { document } = window
  const { touchpoints } = settings
  const host = document.createElement('div')
  host.dataset.pulsoInspector = ''
  const card = document.createElement('div')
  card.className = 'card'
  card.setAttribute('role', 'region')
  card.setAttribute('aria-label', 'Pulso inspector')
  card.lang = 'en'
  host.dir = 'ltr'
  const root = host.attachShadow({ mode: 'open' })
  dress(root)
  root.append(card)

  let stopped = false
  let number = 0
  let restore: Stop | undefined
  /** What has come of the last that was to be shown. */
  let attempt: Attempt = { failure: '', isOffered: false }
  /** Which row an event is. */
  const rows = new WeakMap<JourneyEvent, number>()
  const listed = (event: JourneyEvent, at?: number) => {
    rows.set(event, ++number)
    return toRow(event, number, at, touchpoints, parts.matches)
  }
  let state: State = {
    version: parts.version,
    open: true,
    side: 'start',
    tab: 'touchpoints',
    touchpoints: [
      ...touchpoints.map(touchpoint => ({
        id: touchpoint.id,
        when: whenOf(touchpoint),
        placement: touchpoint.placement.kind,
        gates: [],
        isUsable: true,
      })),
      ...unusable(settings),
    ],
    events: parts.past
      .slice(-MOST)
      .map(event => listed(event))
      .reverse(),
    names: namesOf(touchpoints),
    queue: { pending: 0, refused: [], told: [] },
    problems: [],
    warnings: [],
    visitor: { id: '', visits: undefined, optedOut: false },
    canUndo: false,
    said: '',
    wrong: '',
  }

  /** A failure of ours is an error event, and the page goes on. */
  const calmly =
    <Args extends unknown[]>(task: (...args: Args) => unknown) =>
    (...args: Args): void => {
      const failed = (cause: unknown) => parts.fail('internal', `inspector: ${cause}`, cause)
      try {
        Promise.resolve(task(...args)).catch(failed)
      } catch (cause) {
        failed(cause)
      }
    }
  const paint = (change: Partial<State> = {}) => {
    state = { ...state, ...change }
    if (stopped) return
    host.toggleAttribute('data-closed', !state.open)
    host.dataset.side = state.side
    render(h(Inspector, { state, actions }), card)
  }

  const look = async () => {
    const [pending, refused] = await Promise.all([pulso.pending(), pulso.refused()])
    const gates = await Promise.all(touchpoints.map(({ id }) => pulso.explain(id)))
    if (stopped) return
    const { id, visits } = visitor.read()
    const now = env.now()
    const verdicts = touchpoints.map(touchpoint => parts.verdict({ touchpoint }))
    restEnds?.()
    restEnds = env.visible(Math.min(nextEnd(verdicts, now) - now, MOST_MS), lookSoon)
    paint({
      touchpoints: state.touchpoints.map((one, index) => ({ ...one, gates: gates[index] ?? one.gates })),
      queue: { ...state.queue, pending, refused },
      visitor: { id, visits, optedOut: visitor.state().optedOut },
    })
  }
  const check = async () => paint({ problems: await allProblems(parts) })
  let restEnds: Stop | undefined
  let soon: Stop | undefined
  /** Looks again, unless nobody can see it: then it does so once somebody can. */
  const lookSoon = () => {
    if (stopped || soon || document.hidden) return
    soon = env.after(SOON_MS, () => {
      soon = undefined
      calmly(look)()
    })
  }

  /** Moves the focus along with the button that was pressed, if it was there. */
  const keepFocus = (change: () => void) => {
    const had = root.activeElement
    change()
    if (had && !had.isConnected) card.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }
  /** The top layer, above tabs at the side. What floats later stands above it; a modal dialog makes it wait. */
  const raise = () => {
    host.popover = 'manual'
    host.hidePopover?.()
    host.showPopover?.()
  }
  const fold = (open: boolean) => keepFocus(() => paint({ open }))
  const actions: Actions = {
    toggle: calmly(() => {
      fold(!state.open)
      if (state.open) raise()
    }),
    move: calmly(() => paint({ side: state.side === 'start' ? 'end' : 'start' })),
    close: calmly(() => stop()),
    pick: calmly(tab => paint({ tab, said: '', wrong: '' })),
    show: calmly(async id => {
      paint({ said: '' })
      attempt = { failure: '', isOffered: false }
      const shown = await pulso.show(id, { force: true })
      const why = () => pulso.explain(id).then(gates => whyNot(gates, attempt))
      paint({ said: shown ? `${id} is on the page.` : `${id} was not shown. ${await why()}` })
    }),
    forget: calmly(() => {
      const record = structuredClone(visitor.read())
      const user = parts.user()
      const { inSession } = visitor.state()
      pulso.reset()
      restore = () => {
        // What was shown in this session counts again, for `perSession`.
        if (parts.mayStore()) env.session.set('pulso:session', inSession)
        visitor.change(now => Object.assign(now, record))
        if (user) pulso.identify(user.id, user.traits)
      }
      paint({ canUndo: true, said: 'The visitor is a stranger from now on.' })
      lookSoon()
    }),
    undo: calmly(() => {
      restore?.()
      restore = undefined
      keepFocus(() => paint({ canUndo: false, said: 'The visitor is known again.' }))
      lookSoon()
    }),
    simulate: calmly((name, text) => {
      const read = readProperties(name.trim(), text)
      if (typeof read === 'string') return paint({ wrong: read })
      paint({ wrong: '', said: `${name.trim()} was tracked.` })
      parts.track(name.trim(), read, 'inspector')
    }),
    retry: calmly(async id => {
      const was = await pulso.retry(id)
      paint({ said: was ? `${id} is tried again.` : `${id} is no longer among the refused.` })
      lookSoon()
    }),
    flush: calmly(async () => {
      await pulso.flush()
      paint({ said: 'All that could be tried was tried.' })
      lookSoon()
    }),
  }

  const warned = (code: string, message: string) => {
    const { warnings } = state
    if (!warnings.some(one => one.code === code && one.message === message))
      paint({ warnings: [...warnings, { code, message }] })
  }
  const told = (name: string, detail: string) => {
    const entry = { number: ++number, at: env.now(), name, detail }
    paint({ queue: { ...state.queue, told: [entry, ...state.queue.told].slice(0, MOST) } })
    lookSoon()
  }
  const cameOut = async (asked: Asked) => {
    const { touchpoint, event } = asked
    if (stopped) return
    if (touchpoint.placement.kind === 'tab') raise()
    if (!event) return
    const { id } = touchpoint
    const now = env.now()
    const { inWords } = await parts.load.part('explain')
    const came = cameOf(asked, inWords, now)
    // What is no event of this page has a row of its own.
    if (!rows.has(event)) {
      rows.set(event, ++number)
      paint({ events: [toOwnRow(event, number, now), ...state.events].slice(0, MOST) })
    }
    paint({
      events: withCame(state.events, rows.get(event), id, came),
      touchpoints: state.touchpoints.map(one => (one.id === id ? { ...one, last: came } : one)),
    })
  }
  const stops = [
    onChange(parts, lookSoon),
    onNavigate(lookSoon),
    parts.on(
      'track',
      calmly(event => {
        paint({ events: [listed(event, env.now()), ...state.events].slice(0, MOST) })
        lookSoon()
      }),
    ),
    ...ofDelivery.map(name =>
      parts.on(
        name,
        calmly((detail: DeliveryDetails[typeof name]) => {
          if ('code' in detail) {
            warned(detail.code, detail.message)
            if (detail.code === 'not-shown') attempt.failure = detail.message
          }
          const what = 'code' in detail ? detail.code : name
          if (what === name || deliverys.test(what)) told(what, wordsOf(detail))
        }),
      ),
    ),
    parts.on('before-show', () => {
      attempt.isOffered = true
    }),
    ...exposed.map(name =>
      parts.on(
        name,
        calmly(({ touchpoint: { id } }) => {
          const stands = touchpoints.find(touchpoint => touchpoint.id === id)?.stands
          // A survey is a sheet there, where the inspector is.
          if (name === 'shown' && !stands && state.open && window.matchMedia(NARROW).matches) fold(false)
          lookSoon()
        }),
      ),
    ),
    // Nothing that is typed here is a shortcut of the page's.
    ...['keydown', 'keyup', 'keypress'].map(type => env.listen(host, type, event => event.stopPropagation())),
  ]
  const stop = () => {
    if (stopped) return
    stopped = true
    soon?.()
    restEnds?.()
    for (const stop of stops) stop()
    render(null, card)
    host.remove()
  }

  calmly(() => {
    document.body.append(host)
    raise()
    for (const { code, message } of errors) warned(code, message)
    calmly(check)()
    onAsked(calmly(cameOut))
    lookSoon()
  })()
  return stop

  /** A constructed sheet needs no leave from the page's style policy. */
  function dress(root: ShadowRoot) {
    try {
      const sheet = new window.CSSStyleSheet()
      sheet.replaceSync(css)
      root.adoptedStyleSheets = [sheet]
    } catch {
      const style = document.createElement('style')
      if (settings.config.nonce) style.nonce = settings.config.nonce
      style.textContent = css
      root.append(style)
    }
  }
}

/** Touchpoints that are written and cannot be used. */
const unusable = ({ config, touchpoints }: Settings): State['touchpoints'] =>
  [config.touchpoints ?? []].flat().flatMap((written, index) => {
    if (touchpoints.some(({ raw }) => raw === written)) return []
    const gates = [
      { gate: 'configuration', pass: false, reason: 'It cannot be used as it is written. Config says why.' },
    ]
    return [{ id: `${written?.id ?? `no. ${index + 1}`}`, when: '', placement: '', gates, isUsable: false }]
  })

/** What delivery tells, in a few words. */
function wordsOf(detail: DeliveryDetails[keyof DeliveryDetails]): string {
  if ('message' in detail) return detail.message
  const { id, ...rest } = detail
  return [id, ...Object.entries(rest).map(([name, value]) => said[value as string] ?? `${name} ${value}`)].join(', ')
}
const said: Record<string, string> = { stored: 'on this device', memory: 'in memory alone', full: 'in memory alone' }
