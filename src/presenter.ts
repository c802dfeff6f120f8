import { nanoid } from 'nanoid'
import { matches } from './conditions'
import type { Settings, TouchpointSettings, Warn } from './config'
import type { Asking, Env, ExposureEvents, ExposureHandle, Gate, Left, Load, Stop, User } from './contracts'
import type { Visitor } from './eligibility/visitor'
import { pickLanguage } from './language'
import { stringify } from './stringify'
import { version } from './version'

const leftKey = 'pulso:left'

/** What the presenter needs of the parts beside it. */
export interface PresenterParts extends Pick<ExposureEvents, 'save' | 'emit' | 'on'> {
  env: Env
  settings: Settings
  visitor: Visitor
  load: Pick<Load, 'languages' | 'widgets' | 'part'>
  decide(asking: Asking): Gate[]
  find(touchpointId: string): TouchpointSettings | undefined
  /** Who the page says the visitor is. */
  user(): User | undefined
  mayStore(): boolean
  warn: Warn
  fail(code: string, message: string, cause: unknown): void
}

export interface Presenter {
  /** Puts the survey before the visitor if nothing speaks against it; resolves with whether it did. */
  show(asking: Asking): Promise<boolean>
  /** Goes on with the surveys that the page before was left in the middle of. */
  resume(): void
  /** A survey floats on the page. */
  busy(): boolean
  /** Takes every survey off the page. */
  dismiss(): void
  stop: Stop
}

/** From a touchpoint whose moment has come to a survey on the page: one floating at a time, and none on a hidden page. */
export function createPresenter(parts: PresenterParts): Presenter {
  const { env, settings, visitor, load, decide, find, user, mayStore, save, emit, on, warn, fail } = parts
  const page = env.window.document
  const exposures = new Set<ExposureHandle>()
  /** Surveys that go on with the page after this one, if it stays away. */
  let departed: ExposureHandle[] = []
  let stopped = false
  /** What the page before was left in the middle of. */
  let lefts: Left[] = []

  /** Nothing overrides a refusal. */
  const allowed = (asking: Asking) =>
    !stopped && decide(asking).every(({ gate, pass }) => pass || ((asking.force || asking.left) && gate !== 'consent'))

  /** The element that an inline survey goes into; undefined for one that floats. */
  const place = ({ into, touchpoint: { placement } }: Asking) => {
    const where = into ?? (placement.kind === 'inline' ? (placement.selector ?? '') : undefined)
    const element = typeof where === 'string' ? page.querySelector(where) : where
    if (element === null) throw `no element matches "${where}"`
    return element
  }

  async function show(given: Asking): Promise<boolean> {
    const { touchpoint, event } = given
    const isLeft = ({ response }: Left) => response.touchpoint.id === touchpoint.id
    const asking = { ...given, into: place(given), left: lefts.find(isLeft) }
    if (!allowed(asking)) return false
    while (page.hidden) await new Promise(resolve => page.addEventListener('visibilitychange', resolve, { once: true }))
    const { ask, prepare, locale } = await load.widgets(pickLanguage(settings.locale, load.languages, env))
    await prepare(asking, settings, load.part, matches)
    // Whatever has changed while the widgets were on their way counts.
    if (!allowed(asking)) return false
    lefts = lefts.filter(left => left !== asking.left)
    const exposure = ask(
      {
        ...asking,
        event: asking.left?.event ?? event,
        settings,
        locale,
        matches,
        version,
        id: nanoid(),
        anonymousId: visitor.read().id,
        user: user(),
        load: load.part,
        now: env.now,
      },
      {
        save,
        emit,
        on,
        warn,
        note: what => visitor.note(what, touchpoint.id, event, !!asking.into || touchpoint.stands),
        closed: () => void exposures.delete(exposure!),
        again: change => void show({ ...given, ...change, force: true }).catch(report(touchpoint.id)),
      },
    )
    if (exposure) exposures.add(exposure)
    return !!exposure
  }
  const report = (id: string) => (cause: unknown) => {
    fail('not-shown', `${id}: ${cause}`, cause)
    return false
  }

  const dismiss = () => {
    for (const exposure of [...exposures]) exposure.close('close')
  }
  const leave = () => {
    const found = [...exposures].flatMap(exposure => {
      const left = exposure.leave()
      return left ? [{ exposure, left }] : []
    })
    const text = stringify(found.map(({ left }) => left))
    departed = found.length && mayStore() && env.session.set(leftKey, text) ? found.map(({ exposure }) => exposure) : []
  }
  const resume = () => {
    const text = env.session.get(leftKey)
    env.session.remove(leftKey)
    try {
      lefts = (JSON.parse(text!) ?? []).filter((left: Left | null) => left?.response?.touchpoint)
      for (const { floats, response } of lefts) {
        const touchpoint = floats && find(response.touchpoint.id)
        if (touchpoint) presenter.show({ touchpoint })
      }
    } catch {} // nothing of ours
  }
  const stops = [
    env.listen(env.window, 'pagehide', leave),
    // Back from the browser's cache: other pages may have gone on with what was left here, so it is taken up anew.
    env.listen(env.window, 'pageshow', event => {
      if (!(event as PageTransitionEvent).persisted) return
      for (const exposure of departed) exposure.drop()
      resume()
    }),
  ]

  const presenter: Presenter = {
    show: asking => show(asking).catch(report(asking.touchpoint.id)),
    resume,
    busy() {
      // A page that has thrown a survey out with everything around it has closed it.
      for (const exposure of [...exposures]) if (!exposure.isThere()) exposure.close('leave')
      return [...exposures].some(({ floats }) => floats)
    },
    dismiss,
    stop() {
      stopped = true
      for (const stop of stops) stop()
      dismiss()
    },
  }
  return presenter
}
