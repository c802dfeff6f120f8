import type { Mount, Placement, Stop, Survey, SurveyInput, Unsent } from '../src/contracts'
import { draw } from './draw'
import { answer, answersOf, current, draftOf, ending, type Flow, isFirst, isLast, next, start } from './flow'
import { fetchParts, late } from './late'
import { presets } from './presets'
import { fits, kindOf, partsOf } from './questions'
import { type Actions, type State, SurveyView, words } from './survey'
import { colour, dress } from './theme/dress'

/** A picked answer stays in sight this long before the next step, so that the visitor sees what was picked. */
const BEAT_MS = 160
/** How long a thank-you stays with nobody near it. */
const THANKS_MS = 5000
/** A live region speaks what changes in it, so it is there, empty, before it says what opened. */
const ANNOUNCE_MS = 100
/** Says how to mend a survey that asks nothing. */
const NONE = 'there is no question to ask: see the id, kind and if of each'
/** What a dialog of the page around an inline survey has to hear. */
const HOST_KEYS = /Tab|Escape/
/** Below this a popover is a sheet. */
const NARROW = '(max-width:479.98px)'

/**
 * Draws a survey in a shadow root under one host element, and holds what it knows. A floating survey never takes the
 * focus by itself, listens to no key outside of it, and lets none that is typed in it reach the page's own shortcuts.
 */
export const mount: Mount = (input, on) => {
  const { into, placement, locale, theme, place, matches, load } = input
  const document = into.ownerDocument
  const view = document.defaultView!
  const isDialog = /modal|page|kiosk/.test(placement.kind)
  const floats = placement.kind !== 'inline'
  const isKiosk = placement.kind === 'kiosk'
  const survey = surveyOf(input.survey)

  let state: State = { flow: start(survey, { matches, fits }, place) }
  if (!current(state.flow)) {
    on.warn('bad-survey', NONE)
    throw new Error(NONE)
  }
  state.draft = draftOf(state.flow)

  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const card = document.createElement(isDialog ? 'dialog' : 'div')
  host.dataset.pulso = where(placement)
  host.dir = card.dir = locale.dir
  host.style.cssText = `direction:${locale.dir}!important`
  card.className = 'card'
  card.setAttribute('part', 'card')
  card.lang = locale.code
  // A landmark rather than a dialog: it is part of the page, takes no focus, and whoever ignores it misses nothing.
  if (!isDialog) card.setAttribute('role', 'region')
  card.setAttribute('aria-label', locale.survey)
  colour(host, theme)
  const wear = dress(root, view, input.nonce)
  root.append(card)

  const seed = place?.seed ?? Math.random()
  let busy = false
  /** Where an answer leads that is being kept. */
  let ahead: Flow | undefined
  let gone = false
  let since = 0
  let spent = 0
  let hidden = true
  const narrow = view.matchMedia(NARROW)
  let near = false
  let held = false
  let timer = 0
  let release = () => {}
  let unplace: Stop | undefined

  const focusFirst = () => (late.more?.firstOf(card) ?? card.querySelector('h2')!).focus({ preventScroll: floats })

  /** Before Preact is here there is nothing to bring up to date but the step itself, and what is said. */
  function paint(change?: Partial<State>) {
    const { flow } = state
    state = { ...state, ...change }
    if (gone) return
    const tree = SurveyView({ ...actions, input, state, seed }) as never
    if (late.more) {
      release()
      late.more.render(tree, card)
    } else if (!card.firstChild || state.flow !== flow) {
      release()
      card.replaceChildren()
      release = draw(tree, card)
    } else card.querySelector('.said')!.textContent = state.said ?? ''
  }

  /** Adds the time since the last look to what the question has taken, unless the page was hidden meanwhile. */
  function lap() {
    const now = view.performance.now()
    if (!hidden) spent += now - since
    since = now
    hidden = document.hidden
  }

  /** Fetches what later steps and this screen need, once the first step is drawn. */
  const wanted = ['more' as const, ...survey.questions.flatMap(partsOf)]
  const isReady = () => !!locale.left && wanted.every(name => late[name])
  const arrive = () =>
    attempt(async () => {
      if (isReady()) return
      await fetchParts(wanted, load, locale)
      wear()
      paint()
    })
  /** Once every kind is here, what is wrong can be told from what was not known yet. */
  const check = () =>
    attempt(async () => {
      if (!isReady() || (typeof input.survey === 'string' && !input.language)) return
      await fetchParts(['review'], load, locale)
      late.review!.tell(written(input.survey), input, kindOf, fits, on.warn)
    })
  const attempt = (task: () => Promise<void>) => task().catch(cause => on.warn('not-loaded', `${cause}`))

  function go(flow: Flow, unsent?: Unsent) {
    const focused = root.activeElement
    busy = false
    ahead = undefined
    paint({ flow, draft: draftOf(flow), problem: '', said: '', unsent: !!unsent })
    lap()
    // Whoever comes back to a question goes on from what it has taken.
    spent = flow.answers.find(one => one.question === current(flow)?.id)?.ms ?? 0
    if (focused) focusFirst()
    paint({ said: [!focused && words(state, input).title, unsent && locale.unsent].filter(Boolean).join(' ') })
    unsent?.sent.then(() => {
      if (state.flow === flow) paint({ unsent: false, said: words({ flow }, input).title })
      leaveLater()
    })
    // A tap leaves the focus behind without meaning to stay; a visitor on the keyboard is still here.
    held = !!card.querySelector(':focus-visible')
    leaveLater()
  }

  /** Nothing of the answer is lost by going on when it could not be kept: whoever keeps it says so and has it. */
  const finish = (flow: Flow, draft: unknown, undo?: boolean) =>
    keep(flow, draft, undo).catch(cause => on.warn('internal', `${cause}`)) // and the page hears of nothing

  async function keep(flow: Flow, draft: unknown, undo?: boolean) {
    busy = true
    paint({ draft, problem: '', said: '', undo: !!undo })
    const beat = new Promise(resolve => view.setTimeout(resolve, BEAT_MS))
    const tell = (what: 'answer' | 'complete'): Promise<Unsent | undefined> =>
      on[what](answersOf(flow)).catch(() => undefined)
    // The answer comes first: what follows it may still be on its way.
    const ready = isReady()
    ahead = ready ? next(flow) : flow
    let kept = tell(ready && isLast(flow) ? 'complete' : 'answer')
    if (!ready) {
      await kept
      await arrive()
      if (isLast(flow)) kept = tell('complete')
    }
    const unsent = await kept
    await beat
    if (!gone) go(next(flow), unsent)
  }

  const actions: Actions = {
    edit: (draft, said = '') => paint({ draft, problem: '', said }),
    commit(draft) {
      if (busy) return paint()
      const question = current(state.flow)!
      const kind = kindOf(question)!
      const problem = kind.problem?.(draft as never, question, locale)
      const reading = problem ? undefined : kind.read(draft as never, question, locale, seed)
      if (reading) {
        lap()
        const given = { question: question.id, kind: question.kind, ...reading, ms: Math.round(spent) }
        finish(answer(state.flow, given, draft), draft, kind.oneTap)
      } else if (!problem && (question.optional || kind.silent)) actions.skip()
      else {
        paint({ draft, problem: problem || locale.required, said: problem || locale.required })
        focusFirst()
      }
    },
    skip() {
      if (busy) return
      const flow = answer(state.flow, undefined, state.draft)
      // What was answered before is taken back, and that is told, too.
      if (isLast(flow) || flow.answers.length < state.flow.answers.length) finish(flow, state.draft)
      else go(next(flow))
    },
    go: flow => busy || go(flow),
    close: () => leave('close'),
    optOut: on.optOut,
  }

  function leave(by: 'close' | 'timeout') {
    if (!gone) on.close(by)
  }

  function leaveLater() {
    view.clearTimeout(timer)
    const { autoClose } = ending(state.flow) ?? {}
    const stays = near || held || state.unsent || autoClose === false
    if (floats && !current(state.flow) && (isKiosk || !stays)) timer = view.setTimeout(leave, THANKS_MS, 'timeout')
  }

  function stay() {
    held = true
    leaveLater()
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
    if (floats || !HOST_KEYS.test(event.key)) event.stopPropagation()
    if (floats && !isDialog && event.type === 'keydown' && event.keyCode === 27) leave('close')
  })

  paint()
  const settle = () => {
    wear()
    unplace ??= late.places!.place({
      host,
      card,
      view,
      placement,
      leave,
      warn: on.warn,
      started: () => !isFirst(state.flow) || !!state.draft || !!state.problem,
    })
  }

  /** A small screen and the page's own colours ask for more than the first step has. */
  const bePlaced = () =>
    attempt(async () => {
      if (unplace || !(narrow.matches || themed(view.getComputedStyle(host)))) return
      await fetchParts(['places'], load, locale)
      if (!gone) settle()
    })

  return {
    appear() {
      document.addEventListener('visibilitychange', lap)
      into.append(host)
      wear()
      if (floats && !isDialog) {
        host.setAttribute('popover', 'manual')
        // The top layer, over whatever the page stacks; without it, fixed and as high as an index goes.
        try {
          host.showPopover()
        } catch {}
      }
      if (late.places) settle()
      lap()
      view.setTimeout(() => gone || state.said !== undefined || paint({ said: words(state, input).title }), ANNOUNCE_MS)
      // A task of its own, so that none is long.
      view.setTimeout(() => {
        if (gone) return
        arrive().then(check)
        bePlaced()
        narrow.onchange = bePlaced
      })
    },
    place: () => {
      const { at, answers, drafts } = ahead ?? state.flow
      const question = ahead ? undefined : current(state.flow)
      return { at, answers, seed, drafts: question ? { ...drafts, [question.id]: state.draft } : drafts }
    },
    isThere: () => host.isConnected,
    unmount() {
      if (gone) return
      gone = true
      narrow.onchange = null
      view.clearTimeout(timer)
      unplace?.()
      document.removeEventListener('visibilitychange', lap)
      late.more?.giveBack(card)
      host.remove()
    },
  }
}

/** A survey by its preset's word, or as it is written. */
const written = (survey: SurveyInput['survey']): Survey => (typeof survey === 'string' ? presets[survey]! : survey)

/** What the styles know a placement by: a corner, an edge, or its kind. */
function where(placement: Placement): string {
  if (placement.kind === 'popover') return placement.corner ?? 'bottom-end'
  return placement.kind === 'bar' ? `${placement.edge ?? 'bottom'}-bar` : placement.kind
}

/** A survey with the questions that have a name of their own. */
export function surveyOf(survey: SurveyInput['survey']): Survey {
  const { questions, ...rest } = written(survey)
  const named = questions.filter(
    (question, at) => typeof question?.id === 'string' && questions.findIndex(one => one?.id === question.id) === at,
  )
  return { ...rest, questions: named }
}

/** The page has set a colour of ours: whether it can be read has to be seen. */
const themed = (style: CSSStyleDeclaration) =>
  ['accent', 'paper', 'ink'].some(name => style.getPropertyValue(`--pulso-${name}`))
