import type { Condition } from './schema'

/** Equal, or one of several: `{ "tags": "sale" }` holds for a list that has "sale". */
function equal(value: unknown, operand: unknown): boolean {
  return Array.isArray(value) ? value.some(one => equal(one, operand)) : alike(value, operand) === operand
}

type Operator = (value: unknown, operand: unknown) => boolean

const ordered =
  (holds: (left: number, right: number) => boolean): Operator =>
  (value, operand) => {
    const left = alike(value, operand)
    return typeof left === typeof operand && holds(left as number, operand as number)
  }

const operators: Record<string, Operator> = {
  $eq: equal,
  $ne: (value, operand) => !equal(value, operand),
  $gt: ordered((left, right) => left > right),
  $gte: ordered((left, right) => left >= right),
  $lte: ordered((left, right) => left <= right),
  $lt: ordered((left, right) => left < right),
  $in: (value, operand) => list(operand).some(one => equal(value, one)),
  $nin: (value, operand) => !operators.$in!(value, operand),
  $exists: (value, operand) => (value != null) === operand,
  $contains: (value, operand) =>
    typeof value === 'string'
      ? typeof operand !== 'object' && value.includes(`${operand}`)
      : equal(list(value), operand),
  $and: (value, operand) => list(operand).every(one => matches(one, value)),
  $or: (value, operand) => list(operand).some(one => matches(one, value)),
  $not: (value, operand) => !matches(operand, value),
}

/**
 * Whether a condition holds over a value. The language is MongoDB's: `$eq $ne $gt $gte $lt $lte $in $nin $exists
 * $contains`, joined by `$and $or $not`; other keys are dotted paths to own properties. A number in the condition also
 * compares with a numeric string, because data layers carry both. An unknown operator never holds.
 */
export function matches(condition: Condition | unknown, value: unknown): boolean {
  if (!isObject(condition)) return equal(value, condition)
  return Object.entries(condition).every(([key, operand]) =>
    key[0] === '$' ? !!operators[key]?.(value, operand) : matches(operand, valueAt(value, key)),
  )
}

const alike = (value: unknown, operand: unknown) =>
  typeof operand === 'number' && typeof value === 'string' && value.trim() ? +value : value

const valueAt = (value: unknown, path: string) =>
  path.split('.').reduce((at, key) => (isObject(at) && Object.keys(at).includes(key) ? at[key] : undefined), value)

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const isObject = (value: unknown): value is Record<string, unknown> => (typeof value === 'object' && value) as never
