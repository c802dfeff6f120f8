// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Locale } from '../../src/contracts'
import { languages } from '../../src/language'
import { presets } from '../../widgets/presets'
import { stage } from './stage'

describe.each(Object.keys(presets))('the preset %s', preset => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    document.body.replaceChildren()
  })

  it.each(languages)('is a whole survey in %s, from the first word to the thanks', async language => {
    const { default: locale } = (await import(`../../widgets/locales/${language}.ts`)) as { default: Locale }
    const on = stage(preset, { locale })
    const asked: string[] = []
    while (!on.find('.thanks')) {
      asked.push(on.title()!)
      if (on.find('.scale')) on.all('.scale input').at(-1)!.click()
      else {
        on.type('Fine')
        on.find('.go').click()
      }
      await on.wait()
    }
    const { title } = { title: locale.feedback, ...(locale[preset as 'nps'] as object) }
    const why = `${locale.why} (${locale.optional})`
    expect(asked).toEqual([title.replace('{brand}', 'Acme'), ...(preset === 'feedback' ? [] : [why])])
    expect(on.title()).toBe(locale.thanks)
    expect(on.said.map(([event]) => event)).toEqual([...asked.slice(1).map(() => 'answer'), 'complete'])
  })
})
