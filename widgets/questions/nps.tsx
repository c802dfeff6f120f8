import type { NpsQuestion } from '../../src/schema'
import { Scale } from '../parts/scale'
import type { Kind } from './kind'

/** How likely to recommend, 0 to 10. */
export const nps: Kind<NpsQuestion> = {
  title: locale => locale.nps.title,
  scale: [0, 10],
  oneTap: true,
  read: draft => draft,
  View: ({ question, locale, say, ...rest }) => (
    <Scale
      {...rest}
      from={0}
      to={10}
      low={say(question.low ?? locale.nps.low)}
      high={say(question.high ?? locale.nps.high)}
      rtl={locale.dir === 'rtl'}
      required={!question.optional}
    />
  ),
}
