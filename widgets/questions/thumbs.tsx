import type { ThumbsQuestion } from '../../src/schema'
import { Scale, score } from '../parts/scale'
import type { Kind } from './kind'

const thumb = (transform?: string) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path
      d="M7 11v9H4v-9zl4-8c1.5 0 2.5 1 2.5 2.5V9h5c1.2 0 2 1 1.8 2.2l-1.2 7c-.2 1-1 1.8-2 1.8H7"
      transform={transform}
    />
  </svg>
)
const up = thumb()
const down = thumb('rotate(180 12 12)')

/** Was it helpful: yes, 1, or no, 0. */
export const thumbs: Kind<ThumbsQuestion> = {
  title: locale => locale.thumbs.title,
  oneTap: true,
  read: score(0, 1),
  View(props) {
    const { locale, say, question } = props
    const option = (value: number, icon: typeof up, name: string) => ({
      value,
      name,
      face: (
        <>
          {icon} {name}
        </>
      ),
    })
    // The words of the ends stand on the thumbs themselves.
    const options = [
      option(1, up, say(question.high) || locale.thumbs.up),
      option(0, down, say(question.low) || locale.thumbs.down),
    ]
    return <Scale {...props} question={{ ...question, low: '', high: '' }} options={options} look="thumbs" />
  },
}
