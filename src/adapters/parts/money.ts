/**
 * The number in an amount as shops write it: `129.9`, `"129.90"`, `"129,90 €"`, `"1.299,00"`, `"$1,299.50"`. The last
 * separator is the decimal one, unless exactly three digits follow it and it stands alone or repeats; undefined when
 * there is no number.
 */
export function amount(value: unknown): number | undefined {
  if (typeof value === 'string') {
    const digits = value.replace(/[^\d.,-]/g, '').slice(0, 30)
    const grouping = /^-?\d*([.,])(\d*\1)*\d{3}$/.test(digits) ? /[.,]/g : /[.,](?=.*[.,])/g
    value = Number(digits.replace(grouping, '').replace(',', '.') || NaN)
  }
  return Number.isFinite(value) ? (value as number) : undefined
}
