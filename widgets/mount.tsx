import { render } from 'preact'
import type { Answer, Mount, Survey, SurveyInput } from '../src/contracts'
import { answer, current, type Flow, isLast, next, start } from './flow'
import { presets } from './presets'
import { kindOf } from './questions'
import { type Actions, type State, SurveyView, words } from './survey'
import { dress } from './theme/dress'

/** A picked answer stays in sight this long before the next step, so that the visitor sees what was picked. */
const BEAT_MS = 160
/** How long a thank-you stays with nobody near it. */
const THANKS_MS = 5000
/** A live region speaks what changes in it, so it is there, empty, before it says what opened. */
const ANNOUNCE_MS = 100

/**
 * Draws a survey in a shadow root under one host element, and holds what it knows. A floating survey never takes the
 * focus by itself, listens to no key outside of it, and lets none that is typed in it reach the page's own shortcuts.
 */
export const mount: Mount = (input, on) => {
  const { into, placement, locale } = input
  const document = into.ownerDocument
  const view = document.defaultView!
  const floats = placement.kind === 'popover'

  let state: State = { flow: start(usable(input.survey), input.matches) }
  if (!current(state.flow)) throw new Error('the survey has no question to ask')

  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const card = document.createElement('div')
  host.dataset.pulso = floats ? (placement.corner ?? 'bottom-end') : 'inline'
  host.dir = card.dir = locale.dir
  card.lang = locale.code
  card.className = 'card'
  // A landmark rather than a dialog: it is part of the page, takes no focus, and whoever ignores it misses nothing.
  card.setAttribute('role', 'region')
  card.setAttribute('aria-label', locale.survey)
  dress(root, view, input.nonce)
  root.append(card)

  let busy = false
  let gone = false
  let shownAt = 0
  /** Where the focus was before it came here. */
  let before: HTMLElement | null = null
  let near = false
  let held = false
  let timer = 0

  const focusFirst = () =>
    card.querySelector<HTMLElement>('input,textarea,[tabindex]')?.focus({ preventScroll: floats })

  function paint(change?: Partial<State>) {
    state = { ...state, ...change }
    render(<SurveyView {...actions} input={input} state={state} />, card)
  }

  function go(flow: Flow) {
    const focused = root.activeElement
    busy = false
    paint({ flow, draft: undefined, invalid: false, said: '' })
    shownAt = view.performance.now()
    if (focused) focusFirst()
    else paint({ said: words(state, input).title })
    // A tap leaves the focus behind without meaning to stay; a visitor on the keyboard is still here.
    held = !!card.querySelector(':focus-visible')
    leaveLater()
  }

  /** Nothing of the answer is lost by going on when it could not be kept: whoever keeps it says so and has it. */
  async function finish(flow: Flow, draft: unknown) {
    busy = true
    paint({ draft, invalid: false, said: '' })
    const pause = new Promise(resolve => view.setTimeout(resolve, BEAT_MS))
    try {
      await on[isLast(flow) ? 'complete' : 'answer'](flow.answers)
    } catch {}
    await pause
    if (!gone) go(next(flow))
  }

  const actions: Actions = {
    edit: draft => paint({ draft, invalid: false, said: '' }),
    commit(draft) {
      if (busy) return paint()
      const question = current(state.flow)!
      const kind = kindOf(question)!
      const value = kind.read(draft) as Answer['value'] | undefined
      if (value !== undefined) {
        const ms = Math.round(view.performance.now() - shownAt)
        const scale = kind.scale && { scale: kind.scale }
        finish(answer(state.flow, { question: question.id, kind: question.kind, value, ...scale, ms }), draft)
      } else if (question.optional) actions.skip()
      else {
        paint({ invalid: true, said: locale.required })
        focusFirst()
      }
    },
    skip() {
      if (busy) return
      const flow = answer(state.flow)
      if (isLast(flow)) finish(flow, undefined)
      else go(next(flow))
    },
    close: () => leave('close'),
  }

  function leave(by: 'close' | 'timeout') {
    if (!gone) on.close(by)
  }

  function leaveLater() {
    view.clearTimeout(timer)
    if (floats && !near && !held && !current(state.flow)) timer = view.setTimeout(leave, THANKS_MS, 'timeout')
  }

  function stay({ relatedTarget }: FocusEvent) {
    held = true
    leaveLater()
    before ??= relatedTarget as HTMLElement | null
  }

  function pass({ type, pointerType }: PointerEvent) {
    if (pointerType !== 'mouse') return
    near = type === 'pointerenter'
    leaveLater()
  }

  function listen(types: string, handler: (event: never) => void) {
    for (const type of types.split(' ')) card.addEventListener(type, handler as EventListener)
  }
  listen('focusin pointerdown', stay)
  listen('pointerenter pointerleave', pass)
  listen('keydown keyup keypress', (event: KeyboardEvent) => {
    event.stopPropagation()
    if (floats && event.type === 'keydown' && event.key === 'Escape' && !event.isComposing) actions.close()
  })

  into.append(host)
  if (floats) {
    host.setAttribute('popover', 'manual')
    // The top layer, over whatever the page stacks; without it, fixed and as high as an index goes.
    try {
      host.showPopover()
    } catch {}
  }
  paint()
  shownAt = view.performance.now()
  view.setTimeout(() => gone || state.said !== undefined || paint({ said: words(state, input).title }), ANNOUNCE_MS)

  return {
    unmount() {
      if (gone) return
      gone = true
      view.clearTimeout(timer)
      if (root.activeElement && before?.isConnected) before.focus({ preventScroll: true })
      host.remove()
    },
  }
}

/** The survey with the questions that this version knows. */
function usable(survey: SurveyInput['survey']): Survey {
  const found = typeof survey === 'string' ? presets[survey] : survey
  return { ...found, questions: (found?.questions ?? []).filter(kindOf) }
}
