/**
 * The number in an amount as shops write it: `129.9`, `"129.90"`, `"129,90 €"`, `"1.299,00"`, `"$1,299.50"`. The last
 * separator is the decimal one, unless exactly three digits follow it and it stands alone or repeats; undefined when
 * there is no number.
 */
export function amount(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  const digits = typeof value === 'string' ? value.replace(/[^\d.,-]/g, '') : ''
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  const mark = digits[last]
  const isGrouping = last >= 0 && digits.length - last === 4 && !/[.,]/.test(digits.replaceAll(mark!, ''))
  const number = Number(
    isGrouping || last < 0
      ? digits.replace(/[.,]/g, '') || NaN
      : `${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`,
  )
  return Number.isFinite(number) ? number : undefined
}
