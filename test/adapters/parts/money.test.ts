import { describe, expect, it } from 'vitest'
import { amount } from '../../../src/adapters/parts/money'

describe('amount', () => {
  it.each<[unknown, number | undefined]>([
    [129.9, 129.9],
    ['129.90', 129.9],
    ['129,90 €', 129.9],
    ['1.299,00', 1299],
    ['$1,299.50', 1299.5],
    ['1.299', 1299],
    ['1.299.000', 1299000],
    ['1,299.500', 1299.5],
    ['-5,00', -5],
    ['0', 0],
    ['free', undefined],
    ['', undefined],
    [NaN, undefined],
    [{}, undefined],
    [undefined, undefined],
    ['.'.repeat(1e6), undefined],
  ])('reads %j as %j', (written, number) => {
    expect(amount(written)).toBe(number)
  })
})
