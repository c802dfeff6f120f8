import { nanoid } from 'nanoid'
import { matches } from './conditions'
import type { Settings, TouchpointSettings, Warn } from './config'
import type { Asking, Env, ExposureEvents, ExposureHandle, Left, Load, Stop, User, Verdict, Way } from './contracts'
import type { Visitor } from './eligibility/visitor'
import { pickLanguage } from './language'
import { version } from './version'

const leftKey = 'pulso:left'

/** What the presenter needs of the parts beside it. */
export interface PresenterParts extends Pick<ExposureEvents, 'save' | 'emit' | 'on'> {
  env: Env
  settings: Settings
  visitor: Visitor
  load: Pick<Load, 'languages' | 'widgets' | 'part' | 'carry'>
  /** Settles once everything is there that decides. */
  ready(): unknown
  decide(asking: Asking): Verdict
  find(touchpointId: string): TouchpointSettings | undefined
  /** Who the page says the visitor is. */
  user(): User | undefined
  way(): Partial<Way> | undefined
  mayStore(): boolean
  warn: Warn
  fail(code: string, message: string, cause: unknown): void
}

export interface Presenter {
  /** Puts the survey before the visitor if nothing speaks against it; resolves with whether it did. */
  show(asking: Asking): Promise<boolean>
  /** A survey floats on the page. */
  busy(): boolean
  /** Takes every survey off the page. */
  dismiss(): void
  stop: Stop
}

/** From a touchpoint whose moment has come to a survey on the page: one floating at a time, and none on a hidden page. */
export function createPresenter(parts: PresenterParts): Presenter {
  const { env, settings, visitor, load, ready, decide, find, user, way, mayStore, save, emit, on, warn, fail } = parts
  const page = env.window.document
  const exposures = new Set<ExposureHandle>()
  let stopped = false
  /** What the page before was left in the middle of. */
  const lefts: Left[] = []
  let carried: Promise<unknown> | undefined
  let stopCarrying: Stop | undefined
  /** Surveys are carried on from the page before, and over to the next. */
  const carry = () =>
    (carried ??= load.carry().then(
      ({ startCarrying }) => {
        stopCarrying ??= startCarrying({ env, leftKey, exposures, lefts, mayStore, find, show: presenter.show })
      },
      () => (carried = undefined),
    ))

  /** Nothing overrides a refusal. */
  const allowed = (asking: Asking) =>
    !stopped &&
    decide(asking).every(({ gate, pass }) => pass || ((asking.force || asking.left) && !/consent|optOut/.test(gate)))

  /** The element that an inline survey goes into; undefined for one that floats. */
  const place = ({ into, touchpoint: { placement } }: Asking) => {
    const where = into ?? (placement.kind === 'inline' ? (placement.selector ?? '') : undefined)
    const element = typeof where === 'string' ? page.querySelector(where) : where
    if (element === null) throw `no element matches "${where}"`
    return element
  }

  async function show(given: Asking): Promise<boolean> {
    await ready()
    await carried
    const { touchpoint, event } = given
    const isLeft = ({ response }: Left) => response.touchpoint.id === touchpoint.id
    const asking = { ...given, into: place(given), left: lefts.find(isLeft) }
    if (!allowed(asking)) return false
    while (page.hidden) await new Promise(resolve => page.addEventListener('visibilitychange', resolve, { once: true }))
    const { ask, prepare, locale } = await load.widgets(pickLanguage(settings.locale, load.languages, env))
    await prepare(asking, settings, load.part, matches, locale)
    // Whatever has changed while the widgets were on their way counts.
    if (!allowed(asking)) return false
    if (asking.left) lefts.splice(lefts.indexOf(asking.left), 1)
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
        way: way(),
        load: load.part,
        now: env.now,
      },
      {
        save,
        emit,
        on,
        warn,
        note: what => visitor.note(what, touchpoint.id, event, !!asking.into || touchpoint.stands),
        optOut: () => visitor.change(record => (record.optedOut = env.now())),
        closed: () => void exposures.delete(exposure!),
        again: change => void show({ ...given, ...change, force: true }).catch(report(touchpoint.id)),
      },
    )
    if (!exposure) return false
    exposures.add(exposure)
    carry()
    return true
  }
  const report = (id: string) => (cause: unknown) => {
    fail('not-shown', `${id}: ${cause}`, cause)
    return false
  }

  const dismiss = () => {
    for (const exposure of [...exposures]) exposure.close('close')
  }
  let turn: Promise<unknown> = Promise.resolve()
  const presenter: Presenter = {
    // What floats waits for its turn, so that of several that could be asked the first is, and the others see it.
    show(asking) {
      const present = () => show(asking).catch(report(asking.touchpoint.id))
      if (asking.force || asking.into || asking.touchpoint.stands) return present()
      const shown = turn.then(present)
      turn = shown
      return shown
    },
    busy() {
      // A page that has thrown a survey out with everything around it has closed it.
      for (const exposure of [...exposures]) if (!exposure.isThere()) exposure.close('leave')
      return [...exposures].some(({ floats }) => floats)
    },
    dismiss,
    stop() {
      stopped = true
      stopCarrying?.()
      dismiss()
    },
  }
  if (env.session.get(leftKey)) carry()
  return presenter
}
