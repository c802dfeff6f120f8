import type { TargetedKeyboardEvent } from 'preact'
import type { QuestionProps } from '../questions/kind'

interface ScaleProps extends Pick<QuestionProps<never>, 'draft' | 'describedBy' | 'commit'> {
  from: number
  to: number
  /** What stands under the ends. */
  low: string
  high: string
  rtl: boolean
  required: boolean
}

/**
 * Numbers to pick one of: native radios, so that every assistive technology knows them. Arrows look around without
 * picking, as a pick is an answer; Space, Enter and a click pick.
 */
export function Scale({ from, to, low, high, rtl, required, draft, describedBy, commit }: ScaleProps) {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const name = (number: number) =>
    number === from ? `${number}, ${low}` : number === to ? `${number}, ${high}` : undefined

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const radios = [...event.currentTarget.querySelectorAll('input')]
    const at = radios.indexOf(event.target as HTMLInputElement)
    const to = goal(event.key, at, radios.length, rtl)
    if (to === undefined) return
    event.preventDefault()
    if (event.key === 'Enter') return radios[at]!.click()
    radios[at]!.tabIndex = -1
    radios[to]!.tabIndex = 0
    radios[to]!.focus()
  }

  return (
    <>
      <div
        class="scale"
        role="radiogroup"
        aria-labelledby="title"
        aria-describedby={describedBy}
        aria-required={required}
        onKeyDown={onKeyDown}
      >
        {numbers.map(number => (
          <label key={number}>
            <input
              type="radio"
              name="scale"
              value={number}
              checked={draft === number}
              tabIndex={number === (draft ?? from) ? 0 : -1}
              aria-label={name(number)}
              onClick={() => commit(number)}
            />
            <span>{number}</span>
          </label>
        ))}
      </div>
      {/* The radios at the ends carry these words in their names. */}
      <div class="ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </>
  )
}

/** Which radio a key leads to: round the ends, as in any radio group; Enter stays, which is picking. */
function goal(key: string, at: number, count: number, rtl: boolean): number | undefined {
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight'
  if (key === forward || key === 'ArrowDown') return (at + 1) % count
  if (/^Arrow/.test(key)) return (at + count - 1) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (key === 'Enter') return at
}
