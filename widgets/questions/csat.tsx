import type { CsatQuestion } from '../../src/schema'
import { faces } from '../parts/face'
import { numbers, Scale, score } from '../parts/scale'
import { star } from '../parts/star'
import type { Kind } from './kind'

const count = ({ points }: CsatQuestion) => (points === 4 ? 4 : 5)

/** How satisfied, 1 to 5; with four faces there is no middle to hide in. */
export const csat: Kind<CsatQuestion> = {
  title: locale => locale.csat.title,
  oneTap: true,
  read: (draft: number, question, locale) => score(1, count(question))(draft, question, locale),
  View(props) {
    const { look = 'faces' } = props.question
    const points = count(props.question)
    const drawn = faces(points)
    const face = (number: number) => (look === 'faces' ? drawn[number - 1] : look === 'stars' ? star : number)
    const options = numbers(1, points).map(({ value }) => ({ value, face: face(value) }))
    return <Scale {...props} options={options} look={look} words={props.locale.csat} />
  },
}
