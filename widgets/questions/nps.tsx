import type { NpsQuestion } from '../../src/schema'
import { numbers, Scale, score } from '../parts/scale'
import type { Kind } from './kind'

/** How likely to recommend, 0 to 10. */
export const nps: Kind<NpsQuestion> = {
  title: locale => locale.nps.title,
  View: props => <Scale {...props} options={numbers(0, 10)} words={props.locale.nps} />,
  oneTap: true,
  read: score(0, 10),
}
