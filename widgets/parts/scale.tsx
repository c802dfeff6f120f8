import type { ComponentChild, TargetedKeyboardEvent } from 'preact'
import type { Locale, Question, ScaleWords } from '../../src/contracts'
import type { NpsQuestion } from '../../src/schema'
import type { QuestionProps, Reading } from '../questions/kind'

/** Any question whose answer is one point of a scale. */
export type ScaleQuestion = Question & Pick<NpsQuestion, 'low' | 'high' | 'direction' | 'metric'>

/** One point: its number, what is drawn, and its name when that does not say it. */
export interface Point {
  value: number
  face: ComponentChild
  name?: string | undefined
}

interface ScaleProps extends QuestionProps<ScaleQuestion> {
  options: Point[]
  /** What stands at the ends when the question does not say it; nothing when every point has a name of its own. */
  words?: Pick<ScaleWords, 'low' | 'high'>
  /** How the points are drawn. */
  look?: string
}

/** The points from one number to another. Old libraries have an `Array.from` of their own, so it is not asked. */
export const numbers = (from: number, to: number): Point[] =>
  [...Array(to - from + 1)].map((_, index) => ({ value: from + index, face: from + index }))

/** Reads the point that was picked; the scale and the way it ran travel with it. */
export const score =
  (from: number, to: number) =>
  (value: number | undefined, { direction, metric }: ScaleQuestion, { dir }: Locale): Reading | undefined =>
    // A link or the page may have entered anything.
    Number.isInteger(value) && value! >= from && value! <= to
      ? { value: value!, scale: [from, to], direction: direction ?? dir, ...(metric && { metric }) }
      : undefined

/**
 * Points to pick one of: native radios, so that every assistive technology knows them. Arrows and digits look around
 * without picking, as a pick is an answer; Space, Enter and a click pick.
 */
export function Scale({
  options,
  words,
  look = '',
  question,
  locale,
  say,
  langOf,
  draft,
  describedBy,
  invalid,
  commit,
}: ScaleProps) {
  const { optional, direction = locale.dir } = question
  const last = options.length - 1
  const low = say(question.low ?? words?.low)
  const high = say(question.high ?? words?.high)
  /** A number is its own name; at the ends the words belong to it. */
  const name = ({ value, name, face }: Point, index: number) =>
    name ??
    ((index === 0 && low) || (index === last && high)
      ? `${value}, ${index ? high : low}`
      : face === value
        ? undefined
        : `${value}`)

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const radios = [...event.currentTarget.querySelectorAll('input')]
    const target = event.target as HTMLInputElement
    const at = radios.indexOf(target)
    const find = (number: string) => radios.findIndex(({ value }) => value === number)
    // A 0 after the 1 makes a 10.
    const digit = Math.max(find(radios[at]!.value + event.key), find(event.key))
    const to = digit < 0 ? goal(event.key, at, radios.length, direction === 'rtl') : digit
    if (to === undefined) return
    event.preventDefault()
    if (event.key === 'Enter') return radios[at]!.click()
    radios[to]!.focus()
  }

  return (
    <div dir={direction} lang={langOf(question.low)}>
      <div
        class={(last > 6 ? 'many scale ' : 'scale ') + look}
        role="radiogroup"
        aria-labelledby="title"
        aria-describedby={describedBy}
        aria-required={!optional}
        aria-invalid={invalid}
        onKeyDown={onKeyDown}
      >
        {options.map((point, index) => (
          <label key={point.value}>
            <input
              type="radio"
              name="scale"
              value={point.value}
              checked={draft === point.value}
              aria-label={name(point, index)}
              onClick={() => commit(point.value)}
            />
            <span part="option" class={point.value <= (draft as number) ? 'on' : ''}>
              {point.face}
            </span>
          </label>
        ))}
      </div>
      {/* The radios at the ends carry these words in their names. */}
      {(low || high) && (
        <div class="ends" aria-hidden="true">
          <span dir="auto">{low}</span>
          <span dir="auto">{high}</span>
        </div>
      )}
    </div>
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
