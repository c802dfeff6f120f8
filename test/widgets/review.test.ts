// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Locale, Survey } from '../../src/contracts'
import { fits, kindOf } from '../../widgets/questions'
import { review } from '../../widgets/review'
import './stage'

const link = 'https://example.com/'
const incomplete = 'is not complete, asks for more than it allows, or has a link that is not http, https, mailto or tel'

/** What is said of a survey in English, for a site that asks for a language or none. */
const said = (survey: unknown, language?: string) =>
  review(survey as Survey, { language, locale: { code: 'en' } as Locale }, kindOf, fits)
const ofQuestion = (question: object) => said({ questions: [question] })

describe('review', () => {
  it('has nothing to say of a survey that works', () => {
    const questions = [
      { id: 'nps', kind: 'nps' },
      { id: 'why', kind: 'text', minLength: 3, maxLength: 3, title: [{ if: { nps: { $lte: 6 } }, text: 'Sorry' }] },
      { id: 'size', kind: 'choice', choices: ['S', 'M'], multiple: true, min: 3, other: true, if: { nps: 9 } },
    ]
    const endings = [{ if: { $or: [{ size: 'M' }, { $not: { why: 'x' } }] }, link: { text: 'On', href: link } }]
    expect(said({ questions, endings, review: { text: 'Review us', href: link } })).toEqual([])
    expect(said({ questions }, 'auto')).toEqual([])
    expect(said({ questions }, 'en-GB')).toEqual([])
  })

  it.each([
    [{ kind: 'nps' }, ['question 1 has no id']],
    [{ id: 'a', kind: 'npz' }, ['question "a" is of the unknown kind "npz"']],
    [{ id: 'a.b', kind: 'nps' }, ['question "a.b" has a dot in its id, so no condition and no text can name it']],
    [{ id: 'a', kind: 'nps', if: { b: 1 } }, ['question "a" has a condition on "b", which is no question before it']],
    [{ id: 'a', kind: 'nps', if: true }, ['question "a" has a condition on "true", which is no question before it']],
    [{ id: 'a', kind: 'nps', if: 'x' }, ['question "a" has a condition on ""x"", which is no question before it']],
    [{ id: 'a', kind: 'nps', if: ['a'] }, ['question "a" has a condition on "["a"]", which is no question before it']],
    [{ id: 'a', kind: 'nps', if: null }, []],
    [{ id: 'a', kind: 'text', maxLength: 0 }, [`question "a" ${incomplete}`]],
    [{ id: 'a', kind: 'text', maxLength: 0, minLength: 0 }, [`question "a" ${incomplete}`]],
    [{ id: 'a', kind: 'text', maxLength: 'long' }, [`question "a" ${incomplete}`]],
    [{ id: 'a', kind: 'text', maxLength: null, minLength: null }, []],
    [{ id: 'a', kind: 'choice', choices: [] }, [`question "a" ${incomplete}`]],
    [
      { id: 'a', kind: 'choice', choices: ['x', 'x', { id: 'y' }] },
      ['question "a" has a choice without a label, or without an id of its own'],
    ],
    [
      { id: 'a', kind: 'choice', choices: ['x', { id: 'other', label: 'y' }], other: true },
      ['question "a" has a choice without a label, or without an id of its own'],
    ],
    [{ id: 'a', kind: 'choice', choices: ['x'], multiple: true, min: 2 }, [`question "a" ${incomplete}`]],
    [{ id: 'a', kind: 'choice', choices: ['x', 'y'], multiple: true, min: 2, max: 1 }, [`question "a" ${incomplete}`]],
    [{ id: 'a', kind: 'text', minLength: 5, maxLength: 4 }, [`question "a" ${incomplete}`]],
    [{ id: 'a', kind: 'text', minLength: 2001 }, [`question "a" ${incomplete}`]],
    [{ id: 'a', kind: 'text', input: 'number', min: 2, max: 1 }, [`question "a" ${incomplete}`]],
    [{ id: 'a', kind: 'link', href: 'javascript:alert(1)' }, [`question "a" ${incomplete}`]],
  ])('names what of %j cannot be used', (question, problems) => {
    expect(ofQuestion(question)).toEqual(problems)
  })

  it('names the second of two questions of one id', () => {
    const questions = [1, 2].map(() => ({ id: 'a', kind: 'nps' }))
    expect(said({ questions })).toEqual(['question "a" has the id of another'])
  })

  it('names what of the endings and of the review cannot be used', () => {
    const questions = [{ id: 'nps', kind: 'nps' }]
    const endings = [{ if: { csat: 1 } }, { link: { href: 'javascript:alert(1)' } }, null]
    const text = [{ if: { ces: 1 }, text: 'Review us' }]
    expect(said({ questions, endings, review: { text, href: 'javascript:alert(1)' } })).toEqual([
      'ending 1 has a condition on "csat", which is no question',
      'ending 2 has a link that is not http, https, mailto or tel',
      'ending 3 is no object, so nothing of it is shown',
      'the review has a condition on "ces", which is no question',
      'the review has a link that is not http, https, mailto or tel',
    ])
    expect(said({ questions, endings: { title: 'Wonderful' } })).toEqual(['the endings are no list'])
  })

  it('names a language that is not there', () => {
    expect(said({ questions: [{ id: 'nps', kind: 'nps' }] }, 'tlh')).toEqual(['the language "tlh" is not there'])
  })
})
