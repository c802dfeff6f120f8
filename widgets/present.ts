import type { Ask, Asking, Prepare, Present } from '../src/contracts'

/** Fetches what the first step needs, draws it, looks once more whether it may be asked, and puts it on the page. */
export const createPresent =
  (ask: Ask, prepare: Prepare): Present =>
  async (parts, given, language) => {
    const { settings, load, matches, visitor, lefts, exposures, env } = parts
    const into = place(given)
    const asking = { ...given, into }
    const locale = { ...language } // the words of the site are put into it
    const { touchpoint, left } = asking
    await prepare(asking, settings, load.part, matches, locale)
    const exposed = {
      ...parts,
      ...asking,
      locale,
      event: left?.event ?? asking.event,
      load: load.part,
      now: env.now,
      id: parts.newId(),
      anonymousId: visitor.read().id,
      user: parts.user(),
      way: parts.way(),
    }
    // It is drawn in one task and put on the page in another, so that none is long.
    const task = () => new Promise<void>(resolve => env.after(0, resolve))
    await task()
    const appear = ask(exposed, {
      ...parts,
      note: what => visitor.note(what, touchpoint.id, asking.event, !!into || touchpoint.stands),
      closed() {
        exposures.delete(exposure!)
        parts.closed?.()
      },
      again: change => void parts.presenter.show({ ...asking, left: undefined, ...change, force: true }),
    })
    await task()
    // Whatever has changed since the widgets were sent for counts.
    if (!(await parts.allowed(asking))) return false
    // Of what floats there is one, whoever insists: the same stays, another makes room.
    const others = [...exposures].filter(({ floats }) => floats && asking.force && !into)
    if (others.some(({ asks }) => asks(touchpoint.id))) return false
    // Behind a tab it waits until somebody presses it.
    if (left && touchpoint.placement.kind !== 'tab') lefts.splice(lefts.indexOf(left), 1)
    const exposure = appear()
    if (exposure) {
      for (const other of others) other.close('leave')
      exposures.add(exposure)
      if (exposure.floats && !touchpoint.stands) parts.floats?.()
      parts.carry()
    }
    return !!exposure
  }

/** The element that an inline survey goes into; undefined for one that floats. */
function place({ into, touchpoint: { placement } }: Asking): Element | undefined {
  const where = into ?? (placement.kind === 'inline' ? (placement.selector ?? '') : undefined)
  const element = typeof where === 'string' ? document.querySelector(where) : where
  if (element === null) throw `no element matches "${where}"`
  return element
}
