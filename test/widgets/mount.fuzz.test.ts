// @vitest-environment happy-dom
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { matches } from '../../src/conditions'
import type { Answer, Question, Survey } from '../../src/contracts'
import { valuesOf } from '../../widgets/flow'
import { stage } from './stage'

const kinds = 'nps csat ces stars emoji thumbs rating text choice ranking contact consent message link'.split(' ')
const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '\uD800 alone',
    'x'.repeat(10_000),
    '{{answers.a}} {{x',
    '{brand}',
    '',
  ),
)
const wording = fc.oneof(
  text,
  fc.dictionary(fc.constantFrom('en', 'es', 'ar'), text),
  fc.constant([{ if: { a: 1 }, text: 'v' }]),
)
const id = fc.constantFrom('a', 'b', 'c', 'd', '__proto__', 'constructor', '')
const condition = fc.oneof(
  fc.record({ a: fc.record({ $gte: fc.integer({ min: 0, max: 10 }) }) }),
  fc.constant({ $or: [{ b: { $exists: true } }, { a: { $ne: 3 } }] }),
  fc.constant({ nowhere: 1 }),
)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const question = fc.record({
  id,
  kind: fc.constantFrom(...kinds, 'hologram', 'toString'),
  title: optional(wording),
  description: optional(wording),
  optional: optional(fc.boolean()),
  if: optional(condition),
  choices: optional(
    fc.array(fc.oneof(text, fc.record({ id: text, label: wording }), fc.constant(null)), { maxLength: 4 }),
  ),
  multiple: optional(fc.boolean()),
  other: optional(fc.boolean()),
  shuffle: optional(fc.boolean()),
  points: optional(fc.integer({ min: -5, max: 20 })),
  href: optional(fc.constantFrom('https://example.com', 'javascript:alert(1)', 'x')),
  input: optional(fc.constantFrom('short', 'email', 'number', 'url')),
  label: optional(wording),
  low: optional(wording),
})
/** A question as it is written, or with one thing of it of any other type. */
const broken = fc.oneof(
  { weight: 4, arbitrary: question as fc.Arbitrary<unknown> },
  {
    weight: 1,
    arbitrary: fc
      .tuple(question, fc.constantFrom('id', 'title', 'choices', 'if', 'points', 'low'), fc.anything())
      .map(([question, key, value]) => ({ ...question, [key]: value })),
  },
  { weight: 1, arbitrary: fc.constantFrom(null, undefined, 7, 'nps', []) },
)
const survey = fc.record({
  questions: fc.array(broken, { maxLength: 5 }),
  endings: optional(fc.array(fc.record({ if: optional(condition), title: optional(wording) }), { maxLength: 2 })),
})

const thrown: unknown[] = []
const note = (event: unknown) =>
  thrown.push((event as ErrorEvent).error ?? (event as PromiseRejectionEvent).reason ?? event)

beforeEach(() => {
  vi.useFakeTimers()
  thrown.length = 0
  window.addEventListener('error', note)
  process.on('unhandledRejection', note)
})
afterEach(() => {
  vi.useRealTimers()
  window.removeEventListener('error', note)
  process.off('unhandledRejection', note)
  document.body.replaceChildren()
})

it('whatever is configured and whatever a visitor does, nothing throws, and every answer that counts is handed over', async () => {
  let answered = 0
  await fc.assert(
    fc.asyncProperty(survey, fc.infiniteStream(fc.nat()), async (given, random) => {
      document.body.replaceChildren()
      let on: ReturnType<typeof stage>
      try {
        on = stage(given as Survey)
      } catch (error) {
        expect(`${error}`).toBe('Error: there is no question to ask: see the id, kind and if of each')
        return
      }
      for (let step = 0; step < 12 && !on.find('.thanks'); step++) {
        const things = on.all<HTMLElement>('.step input,.step textarea,.step button')
        const thing = things[random.next().value % things.length]
        if (!thing) break
        if (thing.matches('.field')) {
          const field = thing as HTMLInputElement
          field.value = ['x', 'a@example.com', '12,5', 'https://example.com'][random.next().value % 4]!
          field.dispatchEvent(new Event('input', { bubbles: true }))
        } else thing.click()
        await on.wait()
      }
      // The newest word has every answer that has been given to a question that still counts, and no other.
      const told = on.said.filter(([event]) => event === 'answer' || event === 'complete')
      const last = (told.at(-1)?.[1] ?? []) as Answer[]
      if (last.length) answered++
      const { at, answers } = on.handle.place()
      const ids = given.questions.map(one => (one as Question | null)?.id)
      expect(last.every(({ question }) => answers.some(one => one.question === question))).toBe(true)
      for (const one of answers)
        if (!last.some(({ question }) => question === one.question)) {
          const at = ids.indexOf(one.question)
          const about = given.questions[at] as Question
          const before = valuesOf(last.filter(({ question }) => ids.indexOf(question) < at))
          expect(
            about.if && !matches(about.if, before),
            `${one.question} was given, counts, and is not in the response`,
          ).toBe(true)
        }
      expect(at).toBeGreaterThanOrEqual(0)
      expect(JSON.parse(JSON.stringify(last))).toEqual(last.map(one => ({ ...one })))
      on.handle.unmount()
      expect(thrown).toEqual([])
    }),
    { numRuns: 150 },
  )
  expect(answered).toBeGreaterThan(30) // or it would have tried nothing
}, 120_000)
