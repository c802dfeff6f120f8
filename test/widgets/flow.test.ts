import { describe, expect, it } from 'vitest'
import { matches } from '../../src/conditions'
import type { Answer, Survey } from '../../src/contracts'
import {
  answer,
  answersOf,
  current,
  draftOf,
  ending,
  type Flow,
  isLast,
  next,
  path,
  previous,
  start,
} from '../../widgets/flow'

const survey: Survey = {
  questions: [
    { id: 'nps', kind: 'nps' },
    { id: 'sorry', kind: 'text', if: { nps: { $lte: 6 } } },
    { id: 'more', kind: 'text', if: { sorry: { $exists: true } } },
    { id: 'praise', kind: 'text', if: { nps: { $gte: 9 } } },
  ],
  endings: [{ if: { nps: { $gte: 9 } }, title: 'You made our day' }, { title: 'Thanks' }],
}
const rules = { matches, fits: () => true }
const begin = (questions = survey.questions) => start({ ...survey, questions }, rules)

const say = (flow: Flow, value: unknown): Flow => {
  const { id, kind } = current(flow)!
  return answer(flow, { question: id, kind, value } as Answer, `draft ${value}`)
}
const ids = (flow: Flow) => answersOf(flow).map(one => one.question)

describe('flow', () => {
  it('begins at the first question that applies', () => {
    expect(current(begin())?.id).toBe('nps')
    expect(current(begin(survey.questions.slice(1)))).toBeUndefined()
  })

  it('passes over a question that cannot be asked, and counts no answer to it', () => {
    const flow = start(
      survey,
      { matches, fits: ({ id }) => id !== 'nps' },
      { answers: [{ question: 'nps' } as Answer] },
    )
    expect(current(flow)).toBeUndefined()
    expect(answersOf(flow)).toEqual([])
  })

  it('asks nothing by what is asked later, so that no answer is dropped for it', () => {
    const questions = [
      { id: 'first', kind: 'nps' },
      { id: 'early', kind: 'text', if: { late: 'yes' } },
      { id: 'late', kind: 'text' },
    ] as Survey['questions']
    const late = next(say(begin(questions), 9))
    expect(current(late)?.id).toBe('late')
    const answered = say(late, 'yes')
    expect(current(previous(answered)!)?.id).toBe('first')
    expect(path(answered).map(({ id }) => id)).toEqual(['first', 'late'])
    expect(ids(answered)).toEqual(['first', 'late'])
  })

  it('asks a detractor what went wrong, and a promoter what went well', () => {
    expect(current(next(say(begin(), 3)))?.id).toBe('sorry')
    expect(current(next(say(begin(), 10)))?.id).toBe('praise')
  })

  it('knows the last question by the answer that was just given', () => {
    expect(isLast(say(begin(), 8))).toBe(true)
    expect(isLast(say(begin(), 9))).toBe(false)
  })

  it('leaves out the answers on a branch that the visitor has left, and those that hung on them', () => {
    let flow = next(say(begin(), 3))
    flow = say(next(say(flow, 'late')), 'very')
    expect(ids(flow)).toEqual(['nps', 'sorry', 'more'])
    flow = say({ ...flow, at: 0 }, 9)
    expect(ids(flow)).toEqual(['nps'])
  })

  it('has them again when the visitor returns to that branch', () => {
    let flow = say(next(say(begin(), 3)), 'late')
    flow = say({ ...flow, at: 0 }, 9)
    flow = say({ ...flow, at: 0 }, 2)
    expect(ids(flow)).toEqual(['nps', 'sorry'])
    expect(flow.drafts.sorry).toBe('draft late')
  })

  it('keeps one answer to a question, the newest, in the order of the survey', () => {
    let flow = say(next(say(begin(), 9)), 'lovely')
    flow = say({ ...flow, at: 0 }, 10)
    expect(answersOf(flow).map(one => one.value)).toEqual([10, 'lovely'])
  })

  it('forgets the answer to a question that is skipped, and keeps what was entered', () => {
    const flow = answer(say(next(say(begin(), 9)), 'lovely'), undefined, 'love')
    expect(ids(flow)).toEqual(['nps'])
    expect(flow.drafts.praise).toBe('love')
  })

  it('goes back to the question before, past those that do not apply, and not past the first', () => {
    const flow = next(say(begin(), 9))
    expect(current(flow)?.id).toBe('praise')
    expect(current(previous(flow)!)?.id).toBe('nps')
    expect(previous(previous(flow)!)).toBeUndefined()
    expect(current(previous(next(say(flow, 'lovely')))!)?.id).toBe('praise')
  })

  it('counts the questions that apply as things stand', () => {
    expect(path(begin()).map(({ id }) => id)).toEqual(['nps'])
    expect(path(say(next(say(begin(), 3)), 'late')).map(({ id }) => id)).toEqual(['nps', 'sorry', 'more'])
  })

  it('ends with the first ending that holds', () => {
    expect(ending(say(begin(), 9))?.title).toBe('You made our day')
    expect(ending(say(begin(), 2))?.title).toBe('Thanks')
    expect(ending(start({ questions: survey.questions }, rules))).toBeUndefined()
  })

  it('goes on where it was left, and begins again where that question no longer applies', () => {
    const left = next(say(begin(), 3))
    expect(current(start(survey, rules, left))?.id).toBe('sorry')
    expect(current(start(survey, rules, { ...left, at: 3 }))?.id).toBe('nps')
    expect(current(start(survey, rules, { ...left, at: 99 }))?.id).toBe('nps')
    expect(ids(start(survey, rules, left))).toEqual(['nps'])
  })

  it('knows what was entered for a question, whatever it is called', () => {
    for (const id of ['constructor', '__proto__', 'toString']) {
      const flow = begin([{ id, kind: 'text' }])
      expect(draftOf(flow)).toBeUndefined()
      expect(draftOf(previous(next(say(flow, 'x')))!)).toBe('draft x')
    }
  })

  it('leaves the flow it was given as it was', () => {
    const flow = Object.freeze(begin())
    say(flow, 3)
    expect(flow).toMatchObject({ at: 0, answers: [] })
  })
})
