import { describe, expect, it } from 'vitest'
import { matches } from '../../src/conditions'
import type { Answer, Survey } from '../../src/contracts'
import { answer, current, ending, type Flow, isLast, next, progress, start } from '../../widgets/flow'

const survey: Survey = {
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'sorry', kind: 'text', if: { nps: { $lte: 6 } } },
    { id: 'more', kind: 'text', if: { sorry: { $exists: true } } },
    { id: 'praise', kind: 'text', if: { nps: { $gte: 9 } } },
  ],
  endings: [{ if: { nps: { $gte: 9 } }, title: 'You made our day' }, { title: 'Thanks' }],
}

const say = (flow: Flow, value: unknown): Flow => {
  const { id, kind } = current(flow)!
  return answer(flow, { question: id, kind, value } as Answer)
}
const ids = (flow: Flow) => flow.answers.map(one => one.question)

describe('flow', () => {
  it('begins at the first question that applies', () => {
    expect(current(start(survey, matches))?.id).toBe('nps')
    const [, ...rest] = survey.questions
    expect(current(start({ questions: rest }, matches))).toBeUndefined()
  })

  it('asks a detractor what went wrong, and a promoter what went well', () => {
    expect(current(next(say(start(survey, matches), 3)))?.id).toBe('sorry')
    expect(current(next(say(start(survey, matches), 10)))?.id).toBe('praise')
  })

  it('knows the last question by the answer that was just given', () => {
    expect(isLast(say(start(survey, matches), 8))).toBe(true)
    expect(isLast(say(start(survey, matches), 9))).toBe(false)
  })

  it('drops the answers on a branch that the visitor has left, and those that hung on them', () => {
    let flow = next(say(start(survey, matches), 3))
    flow = say(next(say(flow, 'late')), 'very')
    expect(ids(flow)).toEqual(['nps', 'sorry', 'more'])
    flow = say({ ...flow, at: 0 }, 9)
    expect(ids(flow)).toEqual(['nps'])
  })

  it('keeps one answer to a question, the newest, in the order of the survey', () => {
    let flow = say(next(say(start(survey, matches), 9)), 'lovely')
    flow = say({ ...flow, at: 0 }, 10)
    expect(flow.answers.map(one => one.value)).toEqual([10, 'lovely'])
  })

  it('forgets the answer to a question that is skipped', () => {
    const flow = say(next(say(start(survey, matches), 9)), 'lovely')
    expect(ids(answer(flow))).toEqual(['nps'])
  })

  it('ends with the first ending that holds', () => {
    expect(ending(say(start(survey, matches), 9))?.title).toBe('You made our day')
    expect(ending(say(start(survey, matches), 2))?.title).toBe('Thanks')
    expect(ending(start({ questions: survey.questions }, matches))).toBeUndefined()
  })

  it('says how far along it is', () => {
    const flow = start(survey, matches)
    expect(progress(flow)).toBe(0)
    expect(progress(next(say(flow, 8)))).toBe(1)
  })

  it('leaves the flow it was given as it was', () => {
    const flow = Object.freeze(start(survey, matches))
    say(flow, 3)
    expect(flow).toMatchObject({ at: 0, answers: [] })
  })
})
