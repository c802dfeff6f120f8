import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches } from '../src/conditions'

describe('matches', () => {
  it.each([
    [{}, {}, true],
    [{ plan: 'pro' }, { plan: 'pro' }, true],
    [{ plan: 'pro' }, { plan: 'free' }, false],
    [{ plan: { $eq: 'pro' } }, { plan: 'pro' }, true],
    [{ plan: { $ne: 'pro' } }, {}, true],
    [{ value: { $gte: 50 } }, { value: 50 }, true],
    [{ value: { $gt: 50 } }, { value: 50 }, false],
    [{ value: { $lt: 50, $gt: 10 } }, { value: 20 }, true],
    [{ value: { $lte: 50 } }, { value: 51 }, false],
    [{ value: { $gte: 50 } }, {}, false],
    [{ device: { $in: ['desktop', 'mobile'] } }, { device: 'mobile' }, true],
    [{ device: { $nin: ['desktop'] } }, { device: 'desktop' }, false],
    [{ email: { $exists: true } }, { email: 'x' }, true],
    [{ email: { $exists: false } }, { email: null }, true],
    [{ title: { $contains: 'sale' } }, { title: 'summer sale' }, true],
    [{ tags: { $contains: 'sale' } }, { tags: ['sale', 'new'] }, true],
    [{ tags: 'sale' }, { tags: ['sale', 'new'] }, true],
    [{ 'item.price': { $gt: 5 } }, { item: { price: 6 } }, true],
    [{ 'items.0.id': 'a' }, { items: [{ id: 'a' }] }, true],
    [{ $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }, true],
    [{ $or: [{ a: 1 }, { b: 2 }] }, { a: 0, b: 2 }, true],
    [{ $not: { a: 1 } }, { a: 1 }, false],
    [{ a: { $not: { $gt: 5 } } }, { a: 6 }, false],
  ])('%j over %j is %s', (condition, values, expected) => {
    expect(matches(condition, values)).toBe(expected)
  })

  it('compares a number with the numeric strings that data layers carry', () => {
    expect(matches({ value: { $gte: 50 } }, { value: '129.90' })).toBe(true)
    expect(matches({ value: 50 }, { value: ' 50 ' })).toBe(true)
    expect(matches({ value: { $gte: 0 } }, { value: '129,90 €' })).toBe(false)
    expect(matches({ value: { $gte: 0 } }, { value: '' })).toBe(false)
  })

  it('sees own properties only', () => {
    expect(matches({ constructor: { $exists: true } }, {})).toBe(false)
    expect(matches({ '__proto__.toString': { $exists: true } }, {})).toBe(false)
  })

  it('never holds for an operator it does not know', () => {
    expect(matches({ a: { $regex: '.*' } }, { a: 'x' })).toBe(false)
    expect(matches({ $where: 'true' }, {})).toBe(false)
    expect(matches({ $constructor: 1 }, {})).toBe(false)
  })

  it('says the opposite under $not, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (condition, values) => {
          expect(matches({ $not: condition }, values)).toBe(!matches(condition, values))
        },
      ),
    )
  })
})
