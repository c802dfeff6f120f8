/**
 * The sentences of `pulso.explain`, which nobody needs but who asks: an integrator, or the inspector.
 * @module
 */
import type { Explain, Gate, Mistake } from './contracts'
import { recordKey, stranger } from './eligibility/visitor'
import { inWords } from './eligibility/words'
import { heardOf } from './heard'
import type { Placement } from './schema'
import { stringify } from './stringify'

export { inWords }

/** Every gate's word on a touchpoint, and before them what cannot be used of it, not be kept and not be heard. */
export const explain: Explain = async (parts, id, mistakes) => {
  const { env, settings, verdict, load } = parts
  const touchpoint = settings.touchpoints.find(touchpoint => touchpoint.id === id)
  if (!touchpoint) return [{ gate: 'touchpoint', pass: false, reason: `There is no usable touchpoint "${id}".` }]
  const { hasDialog } = await load.part('modal')
  const amiss: Omit<Mistake, 'of'>[] = mistakes.filter(({ of }) => !of || of === id)
  const { kind, selector } = touchpoint.placement as Extract<Placement, { kind: 'inline' }>
  const looks = verdict({ touchpoint })
  let pass = touchpoint.stands || !hasDialog(env.window.document, true)
  looks.push({ gate: 'dialog', pass, facts: [] })
  if (kind === 'inline' && selector !== undefined) {
    pass = false
    try {
      pass = !!env.window.document.querySelector(selector)
    } catch {
      amiss.push({ code: 'bad-selector', fix: `"${selector}" is no CSS selector` })
    }
    looks.push({ gate: 'place', pass, facts: [selector] })
  }
  return [
    ...amiss.map(({ code, fix }) => remark(code, `${fix[0]!.toUpperCase()}${fix.slice(1)}.`)),
    ...(isKept(parts) ? [] : [remark('storage', unkept)]),
    ...heardOf(parts, touchpoint).map(([what, sentence]) => remark(what, sentence)),
    ...looks.map(look => inWords(look, env.now())),
  ]
}

/** What keeps nobody from being asked, so that `show` and the gates agree. */
const remark = (gate: string, reason: string): Gate => ({ gate, pass: true, reason })

const unkept = 'What is known of the visitor goes with this page: storage is full or blocked.'

/** The record is on the device as it is known, if it should be. */
function isKept({ env, mayStore, visitor }: Parameters<Explain>[0]): boolean {
  if (!mayStore() || env.storageFree) return true
  const record = visitor.read()
  return stringify(record) === (env.local.get(recordKey) ?? stringify(stranger(record.id)))
}
