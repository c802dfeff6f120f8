import type { CesQuestion } from '../../src/schema'
import { numbers, Scale, score } from '../parts/scale'
import type { Kind } from './kind'

/** How easy it was: agreement with one sentence, 1 to 7. */
export const ces: Kind<CesQuestion> = {
  title: locale => locale.ces.title,
  oneTap: true,
  read: score(1, 7),
  View: props => <Scale {...props} options={numbers(1, 7)} words={props.locale.ces} />,
}
