import { nanoid } from 'nanoid'
import { matches } from './conditions'
import type { Settings } from './config'
import type { Asking, Env, ExposureEvents, ExposureHandle, Gate, Load, Stop } from './contracts'
import type { Visitor } from './eligibility/visitor'
import { pickLanguage } from './language'
import { version } from './version'

/** What the presenter needs of the parts beside it. */
export interface PresenterParts extends Pick<ExposureEvents, 'save' | 'emit'> {
  env: Env
  settings: Settings
  visitor: Visitor
  load: Load['widgets']
  decide(asking: Asking): Gate[]
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
export function createPresenter({ env, settings, visitor, load, decide, save, emit, fail }: PresenterParts): Presenter {
  const page = env.window.document
  const exposures = new Set<ExposureHandle>()
  let stopped = false
  const allowed = (asking: Asking) => !stopped && (asking.force || decide(asking).every(gate => gate.pass))

  async function show(asking: Asking): Promise<boolean> {
    if (!allowed(asking)) return false
    while (page.hidden) await new Promise(resolve => page.addEventListener('visibilitychange', resolve, { once: true }))
    const { ask, locale } = await load(pickLanguage(settings.locale, env))
    // Whatever has changed while the widgets were on their way counts.
    if (!allowed(asking)) return false
    const exposure = ask(
      { ...asking, settings, locale, matches, version, id: nanoid(), anonymousId: visitor.read().id, now: env.now },
      {
        save,
        emit,
        note: what => visitor.note(what, asking.touchpoint.id, asking.event),
        closed: () => void exposures.delete(exposure!),
      },
    )
    if (exposure) exposures.add(exposure)
    return !!exposure
  }

  const each = (action: (exposure: ExposureHandle) => void) => () => [...exposures].forEach(action)
  const dismiss = each(exposure => exposure.close('close'))
  const stopLeaving = env.listen(
    env.window,
    'pagehide',
    each(exposure => exposure.leave()),
  )
  return {
    show: asking =>
      show(asking).catch(cause => {
        fail('not-shown', `${asking.touchpoint.id}: ${cause}`, cause)
        return false
      }),
    busy: () => [...exposures].some(exposure => exposure.floats),
    dismiss,
    stop() {
      stopped = true
      stopLeaving()
      dismiss()
    },
  }
}
