import type { Warn } from '../src/config'
import type { Ask, Asking, ExposureHandle, Prepare, Present } from '../src/contracts'

/** Fetches what the first step needs, draws it, looks once more whether it may be asked, and puts it on the page. */
export const createPresent =
  (ask: Ask, prepare: Prepare): Present =>
  async (parts, given, language) => {
    const { settings, exposures, matches, visitor, lefts, load, env, warn } = parts
    const into = place(given, warn)
    const { touchpoint } = given
    // Of two places for one survey, the first goes on with what was begun.
    const [left] = lefts.splice(lefts.indexOf(given.left!) >>> 0, 1)
    const asking = { ...given, into, left }
    const locale = { ...language } // the words of the site are put into it
    let exposure: ExposureHandle | undefined
    try {
      await prepare(asking, settings, load.part, matches, locale)
      const exposed = {
        ...parts,
        ...asking,
        locale,
        event: left?.event ?? asking.event,
        load: load.part,
        id: parts.newId(),
        now: env.now,
        anonymousId: visitor.read().id,
        way: parts.way(),
        user: parts.user(),
      }
      // It is drawn in one task and put on the page in another, as asking once more is one, so that none is long.
      await new Promise<void>(resolve => parts.env.after(0, resolve))
      const appear = ask(exposed, {
        ...parts,
        note: what => visitor.note(what, touchpoint.id, asking.event, !!into || touchpoint.stands),
        closed() {
          exposures.delete(exposure!)
          parts.closed?.()
        },
        again: change =>
          void parts.presenter.show({ ...asking, left: undefined, still: undefined, ...change, force: true }),
      })
      // Whatever has changed since the widgets were sent for counts.
      if (!(await parts.allowed({ ...given, left }))) return false
      // Of what floats there is one. Whoever insists finds the same or makes another go; what was begun waits for its turn.
      const others = [...exposures].filter(one => !into && one.floats && (asking.force || left))
      if (others.some(one => !asking.force || one.asks(touchpoint.id, true))) return false
      exposure = appear()
      if (exposure) {
        for (const other of others) other.close('leave')
        exposures.add(exposure)
        if (exposure.floats && !touchpoint.stands) parts.floats?.()
        parts.carry()
      }
      return !!exposure
    } finally {
      // What nobody has gone on with waits on, behind a tab until somebody presses it.
      if (left && !(exposure && touchpoint.placement.kind !== 'tab')) lefts.push(left)
    }
  }

/** The element that an inline survey goes into; undefined for one that floats. */
function place({ into, touchpoint: { placement } }: Asking, warn: Warn): Element | undefined {
  const where = into ?? (placement.kind === 'inline' ? (placement.selector ?? 'none') : undefined)
  if (typeof where !== 'string') return where
  try {
    const element = document.querySelector(where)
    if (element) return element
  } catch (cause) {
    warn('bad-selector', `${cause}`)
  }
  throw `no element matches "${where}"`
}
