import type { StarsQuestion } from '../../src/schema'
import { numbers, Scale, score } from '../parts/scale'
import { star } from '../parts/star'
import type { Kind } from './kind'

const count = ({ points }: StarsQuestion) => Math.min(Math.max(points! | 0 || 5, 2), 10)

/** One to five stars, or to another number. */
export const stars: Kind<StarsQuestion> = {
  title: locale => locale.stars.title,
  oneTap: true,
  read: (draft: number, question, locale) => score(1, count(question))(draft, question, locale),
  View: props => (
    <Scale
      {...props}
      options={numbers(1, count(props.question)).map(({ value }) => ({ value, face: star }))}
      look="stars"
      words={props.locale.stars}
    />
  ),
}
