import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Preset, Question } from '../src/schema'
import * as others from '../widgets/kinds'
import * as more from '../widgets/more'
import { presets } from '../widgets/presets'
import { nps } from '../widgets/questions/nps'

const words = Question.def.options.map(option => [...option.shape.kind.def.values][0]!)

describe('a kind of question', () => {
  it('is drawn when it is in the schema, and the other way round', () => {
    expect(Object.keys({ nps, ...more.kinds, ...others.kinds }).sort()).toEqual([...words].sort())
  })

  it.each(words)('is called %s in its file, its test, its page and the docs', word => {
    expect(existsSync(`widgets/questions/${word}.tsx`)).toBe(true)
    expect(readFileSync(`test/widgets/questions/${word}.test.tsx`, 'utf8')).toMatch(
      new RegExp(`^promisesOfAKind\\(\\{\\s+question: \\{[^}]*kind: '${word}'`, 'm'),
    )
    expect(readFileSync(`examples/kinds/${word}.html`, 'utf8')).toContain(`data-kind="${word}"`)
    expect(readFileSync('examples/kinds/examples.js', 'utf8')).toMatch(
      new RegExp(`^  ${word}: \\{ ?(\\n    )?kind: '${word}'`, 'm'),
    )
    expect(readFileSync('docs/surveys.md', 'utf8')).toContain(`| \`${word}\` |`)
  })
})

describe('a preset', () => {
  it('is a survey of the widgets, a word of the schema and one of the configuration', () => {
    expect(Object.keys(presets)).toEqual(Preset.options)
    const [, listed] = readFileSync('src/config.ts', 'utf8').match(/const presets = '(.*)'\.split/)!
    expect(listed!.split(' ')).toEqual(Preset.options)
  })
})
