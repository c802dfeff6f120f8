import type { TouchpointSettings } from './config'
import type { Asking, Everything, ExposureHandle, Left, Stop } from './contracts'
import { pickLanguage } from './language'

const leftKey = 'pulso:left'

export interface Presenter {
  /**
   * Puts the survey before the visitor if nothing speaks against it; resolves with whether it did, and with undefined
   * where it could not.
   */
  show(asking: Asking): Promise<boolean | undefined>
  /** A survey floats on the page, or a touchpoint's own stands in it already. */
  busy(touchpoint?: TouchpointSettings): boolean
  /** Takes every survey off the page. */
  dismiss(): void
  stop: Stop
}

/** From a touchpoint whose moment has come to a survey on the page: one floating at a time, and none on a hidden page. */
export function createPresenter(parts: Everything): Presenter {
  const { load, env, fail, settings } = parts
  const exposures = new Set<ExposureHandle>()
  let stopped = false
  /** What the page before was left in the middle of. */
  const lefts: Left[] = []
  let carried: Promise<unknown> | undefined
  let stopCarrying: Stop | undefined
  /** Surveys are carried on from the page before, and over to the next. */
  const carry = () =>
    (carried ??= load.part('carry').then(
      ({ startCarrying }) => {
        if (!stopped) stopCarrying = startCarrying({ ...parts, leftKey, exposures, lefts })
      },
      () => (carried = undefined),
    ))

  /** Decided in a task of its own, when the page is looked at. Nothing overrides a refusal. */
  async function allowed(asking: Asking) {
    await new Promise<void>(resolve => env.visible(0, resolve))
    return (
      !stopped &&
      asking.still?.() !== false &&
      parts
        .verdict(asking)
        .every(({ gate, pass }) => pass || ((asking.force || asking.left) && !/^consent|^optOut/.test(gate)))
    )
  }

  async function show(given: Asking): Promise<boolean> {
    await parts.ready()
    await carried
    const asking = { ...given, left: lefts.find(one => one.response.touchpoint.id === given.touchpoint.id) }
    if (!(await allowed(asking))) return false
    const { present, locale } = await load.widgets(pickLanguage(settings.locale, load.languages, env))
    return present({ ...parts, exposures, lefts, allowed, carry }, asking, locale)
  }
  const dismiss = () => {
    for (const exposure of exposures) exposure.close('close')
  }
  let turn = Promise.resolve() as Promise<unknown> as Promise<boolean | undefined>
  const presenter: Presenter = {
    stop() {
      stopped = true
      stopCarrying?.()
      for (const exposure of exposures) exposure.drop() // nobody has closed it
    },
    dismiss,
    // What floats waits for its turn, so that of several that could be asked the first is, and the others see it.
    show(asking) {
      const present = () =>
        show(asking).catch(cause => void fail('not-shown', `${asking.touchpoint.id}: ${cause}`, cause))
      if (asking.into || asking.touchpoint.stands) return present()
      turn = turn.then(present)
      return turn
    },
    busy(touchpoint) {
      // A page that has thrown a survey out with everything around it has closed it.
      for (const exposure of exposures) if (!exposure.isThere()) exposure.close('leave')
      return [...exposures].some(one => (touchpoint?.stands ? one.asks(touchpoint.id) : one.floats))
    },
  }
  if (env.session.get(leftKey)) carry()
  return presenter
}
