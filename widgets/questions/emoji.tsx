import type { EmojiQuestion } from '../../src/schema'
import { faces } from '../parts/face'
import { Scale, score } from '../parts/scale'
import type { Kind } from './kind'

/** Five feelings, each with its name. */
export const emoji: Kind<EmojiQuestion> = {
  title: locale => locale.csat.title,
  oneTap: true,
  read: score(1, 5),
  View(props) {
    const { feelings } = props.locale
    const options = faces(5).map((face, index) => ({
      value: index + 1,
      name: feelings[index],
      face: (
        <>
          {face}
          <small>{feelings[index]}</small>
        </>
      ),
    }))
    return <Scale {...props} options={options} look="faces named" />
  },
}
