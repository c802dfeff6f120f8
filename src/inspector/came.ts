import type { Asked, Parts } from '../contracts'
import type { Match, Row } from './rows'

/** What came of asking a visitor. */
export interface Came {
  asked: boolean
  words: string
}

/** What came of an asking, in a sentence: of a refusal, that of the first gate that did not pass. */
export function cameOf({ shown, looks }: Asked, inWords: Parts['explain']['inWords'], now: number): Came {
  const no = looks.find(({ pass }) => !pass)
  if (shown) return { asked: true, words: 'Asked.' }
  if (shown === undefined) return { asked: false, words: 'It could not be shown: Config says why.' }
  const kept = 'The page has kept it off: a handler of "before-show" returned false, or it is so no more.'
  return { asked: false, words: no ? inWords(no, now).reason : kept }
}

/** The rows, one of which has led to an asking. */
export const withCame = (rows: Row[], number: number | undefined, touchpoint: string, came: Came): Row[] =>
  rows.map(row => {
    if (row.number !== number) return row
    const leads = (match: Match) => match.touchpoint === touchpoint && /starts|counts|step/.test(match.how)
    const match = row.matches.find(leads) ?? { touchpoint, how: 'starts' }
    return { ...row, matches: [...row.matches.filter(one => one !== match), { ...match, came }] }
  })
