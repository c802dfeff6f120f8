import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/inspector/nearest'
import { readProperties } from '../../src/inspector/simulate'

describe('readProperties', () => {
  it('reads an object, and nothing as an empty one', () => {
    expect(readProperties('a', '{ "value": 50 }')).toEqual({ value: 50 })
    expect(readProperties('a', ' \n')).toEqual({})
  })

  it('says what is wrong in a sentence', () => {
    expect(readProperties('', '{}')).toMatch(/^Give the event a name/)
    expect(readProperties('a', '[1]')).toBe('Properties are an object: { "name": "value" }.')
    expect(readProperties('a', '{ a: 1')).toMatch(/^This is no JSON: /)
  })
})

describe('nearest', () => {
  const known = ['frequency', 'delay', 'survey', 'touchpoints']

  it('sees through slips of the finger, swapped letters and other ways of joining words', () => {
    expect(nearest('frequncy', known)).toBe('frequency')
    expect(nearest('dealy', known)).toBe('delay')
    expect(nearest('touch_Points', known)).toBe('touchpoints')
  })

  it('does not guess where nothing is near', () => {
    expect(nearest('colour', known)).toBeUndefined()
    expect(nearest('x', [])).toBeUndefined()
  })
})
