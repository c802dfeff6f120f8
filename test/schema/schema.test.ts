import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Config, Response, Survey, Trigger } from '../../src/schema'

const response = {
  id: 'V1StGXR8_Z5jdHi6B-myT',
  revision: 3,
  status: 'complete',
  touchpoint: { id: 'post-purchase', stage: 'purchase' },
  survey: { id: 'nps' },
  channel: 'web',
  locale: 'es',
  answers: [
    { question: 'nps', kind: 'nps', value: 9, scale: [0, 10], ms: 2140 },
    { question: 'why', kind: 'text', value: 'Rápido' },
  ],
  shownAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
}
const pathsOf = (change: object) =>
  Response.safeParse({ ...response, ...change }).error?.issues.map(issue => issue.path.join('.'))

describe('Response', () => {
  it('takes a response, and lets through what it does not know', () => {
    const later = {
      ...response,
      future: { deep: [1] },
      answers: [{ question: 'q', kind: 'matrix', value: { a: [1] }, extra: 1 }],
    }
    expect(Response.parse(later)).toEqual(later)
  })

  it('takes an answer whatever the site has named things', () => {
    const long = 'x'.repeat(300)
    const [answer] = response.answers
    const parsed = Response.parse({
      ...response,
      touchpoint: { id: long, stage: 3 },
      survey: { id: 7, version: 2 },
      device: { id: 12, type: null },
      respondent: { userId: 5, anonymousId: {} },
      trigger: { kind: 'event', name: long },
      answers: [{ ...answer, question: long, direction: 'sideways', metric: ['importance'] }],
    })
    expect(parsed).toMatchObject({
      touchpoint: { id: long.slice(0, 256), stage: '3' },
      survey: { id: '7', version: '2' },
      device: { id: '12', type: undefined },
      respondent: { userId: '5', anonymousId: undefined },
      trigger: { name: long.slice(0, 256) },
      answers: [{ question: long.slice(0, 256), direction: undefined, metric: undefined, value: 9 }],
    })
    expect(Response.parse(parsed)).toEqual(parsed)
    for (const id of [undefined, null, {}, true]) expect(pathsOf({ survey: { id } })).toEqual(['survey.id'])
  })

  it('names the field that is wrong', () => {
    const answer = response.answers[0]
    expect(pathsOf({ revision: 0 })).toEqual(['revision'])
    expect(pathsOf({ id: 'no spaces allowed' })).toEqual(['id'])
    expect(pathsOf({ status: 'done' })).toEqual(['status'])
    expect(pathsOf({ shownAt: 'yesterday' })).toEqual(['shownAt'])
    for (const value of [11, -1, 7.5, '9', null])
      expect(pathsOf({ answers: [{ ...answer, value }] })).toEqual(['answers.0.value'])
    expect(pathsOf({ answers: [{ question: 'why', kind: 'text', value: true }] })).toEqual(['answers.0.value'])
  })
})

describe('Config', () => {
  it('takes the examples of the README', () => {
    const readme = readFileSync('README.md', 'utf8')
    const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, code]) => JSON.parse(code!))
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) expect(Config.safeParse(example).error?.issues).toBeUndefined()
  })

  const pages = ['surveys', 'destinations', 'touchpoints', 'sources', 'shops', 'chats', 'privacy']
  it.each(pages)(
    'takes the examples of docs/%s.md, surveys and parts of a configuration, and knows every name',
    page => {
      const examples = [...readFileSync(`docs/${page}.md`, 'utf8').matchAll(/```json\n([\s\S]*?)```/g)]
      expect(examples.length).toBeGreaterThan(0)
      for (const [, code] of examples) {
        const example = JSON.parse(code!)
        expect((example.questions ? Survey : Config).parse(example)).toEqual(example)
      }
    },
  )

  it('takes every trigger of docs/touchpoints.md, where each has a line', () => {
    const page = readFileSync('docs/touchpoints.md', 'utf8')
    const table = page.slice(page.indexOf('## What starts it'), page.indexOf('## Waiting'))
    const triggers = [...table.matchAll(/^\| `([{"].*?)` \|/gm)].map(([, code]) => JSON.parse(code!))
    for (const trigger of triggers) expect(Trigger.parse(trigger)).toEqual(trigger)
    const words = Trigger.def.options.map(one => ('shape' in one ? Object.keys(one.shape) : []))
    const known = new Set(triggers.flatMap(trigger => Object.keys(Object(trigger))))
    for (const word of words.flat()) expect(known).toContain(word)
  })

  it('holds durations, samples and question kinds to their form', () => {
    const touchpoint = { id: 'a', survey: 'nps' }
    const wrong = (change: object) => !Config.safeParse({ touchpoints: [{ ...touchpoint, ...change }] }).success
    expect(wrong({})).toBe(false)
    expect(wrong({ delay: 'soon' })).toBe(true)
    expect(wrong({ sample: 2 })).toBe(true)
    expect(wrong({ survey: { questions: [] } })).toBe(true)
    expect(wrong({ survey: { questions: [{ id: 'q', kind: 'mood' }] } })).toBe(true)
  })
})
