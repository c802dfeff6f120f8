import type { RatingQuestion } from '../../src/schema'
import { numbers, Scale, score } from '../parts/scale'
import type { Kind } from './kind'

/** The lowest and the highest point. */
function ends({ from, points }: RatingQuestion): [number, number] {
  const low = from === 0 ? 0 : 1
  return [low, low + Math.min(Math.max(points! | 0 || 5, 2), 11) - 1]
}

/** So many points, with whatever their ends mean. */
export const rating: Kind<RatingQuestion> = {
  title: locale => locale.stars.title,
  oneTap: true,
  read: (draft: number, question, locale) => score(...ends(question))(draft, question, locale),
  View: props => <Scale {...props} options={numbers(...ends(props.question))} words={props.locale.stars} />,
}
