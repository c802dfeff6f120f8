import type { TargetedPointerEvent } from 'preact'
import type { RankingQuestion } from '../../src/schema'
import { type Option, optionsOf, shuffle } from '../parts/choices'
import type { Kind } from './kind'

/** The choices as the visitor has put them; those that are not among them yet follow. */
function ordered({ choices, shuffle: mixed }: RankingQuestion, draft: unknown, seed: number): Option[] {
  const options = optionsOf(choices)
  const given = mixed ? shuffle(options, seed) : options
  const order: string[] = Array.isArray(draft) ? draft : []
  const place = ({ id }: Option) => (order.includes(id) ? order.indexOf(id) : order.length)
  return [...given].sort((one, other) => place(one) - place(other))
}

const arrow = (path: string) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
)

/** The choices in order, the dearest first: moved with buttons, or dragged. */
export const ranking: Kind<RankingQuestion> = {
  title: locale => locale.stars.title,
  fits: ({ choices }) => optionsOf(choices).length > 1,
  // Where it may be left out, an order that nobody has touched is none.
  read: (draft, question, _, seed) =>
    draft || !question.optional ? { value: ordered(question, draft, seed).map(({ id }) => id) } : undefined,
  View({ question, locale, say, langOf, draft, describedBy, seed, edit }) {
    const options = ordered(question, draft, seed)
    const last = options.length - 1
    const name = ({ id, label }: Option) => say(label) || id

    const move = (from: number, to: number) => {
      if (to < 0 || to > last || from === to) return
      const order = options.map(({ id }) => id)
      const [id] = order.splice(from, 1)
      order.splice(to, 0, id!)
      edit(order, `${name(options[from]!)}: ${to + 1} / ${options.length}`)
    }
    /** Follows a finger or a mouse: the row goes where it is held. */
    const drag = (event: TargetedPointerEvent<HTMLElement>, from: number) => {
      const row = event.currentTarget
      if (event.type === 'pointerdown') {
        const grip = event.pointerType === 'mouse' || (event.target as Element).matches('b')
        return grip && row.setPointerCapture(event.pointerId)
      }
      if (!row.hasPointerCapture(event.pointerId)) return
      const { height } = row.getBoundingClientRect()
      const above = [...row.parentElement!.children].filter((one, index) => {
        const { top, bottom } = one.getBoundingClientRect()
        // It takes a place as soon as it would lie under the pointer there.
        const edge = index < from ? Math.min(bottom, top + height) : Math.max(top, bottom - height)
        return one !== row && event.clientY > edge
      })
      move(from, above.length)
      row.setPointerCapture(event.pointerId) // a row that is moved loses it
    }
    const button = (index: number, step: number, does: string, path: string) => (
      <button
        type="button"
        aria-label={`${does}: ${name(options[index]!)}`}
        aria-disabled={index + step < 0 || index + step > last}
        onPointerDown={event => event.stopPropagation()}
        onClick={event => {
          const { currentTarget } = event
          move(index, index + step)
          currentTarget.focus() // a row that is moved loses it
        }}
      >
        {arrow(path)}
      </button>
    )
    return (
      <ol class="ranking" aria-labelledby="title" aria-describedby={describedBy}>
        {options.map((option, index) => (
          <li
            key={option.id}
            part="option"
            onPointerDown={event => drag(event, index)}
            onPointerMove={event => drag(event, index)}
          >
            <b aria-hidden="true">{(index + 1).toLocaleString(locale.code)}</b>
            <span lang={langOf(option.label)}>{name(option)}</span>
            {button(index, -1, locale.up, 'm6 15 6-6 6 6')}
            {button(index, 1, locale.down, 'm6 9 6 6 6-6')}
          </li>
        ))}
      </ol>
    )
  },
}
