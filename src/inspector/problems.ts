import type * as z from 'zod/mini'
import { Config } from '../schema/config'
import { Preset } from '../schema/survey'
import { Condition, Duration } from '../schema/words'
import { nearest } from './nearest'

/** Something in the configuration that is not as it should be: where, and what to write in its place. */
export interface Problem {
  /** `touchpoints › post-purchase › delay` */
  path: string
  /** `use a whole number and s, m, h or d.` */
  text: string
}

type Schema = z.ZodMiniType
type Path = (string | number)[]
type Issue = z.core.$ZodIssue

interface Found {
  path: Path
  text: string
  /** What kind of fault, for the choice among the forms that a value may have. */
  fault: 'type' | 'missing' | 'unknown' | 'value'
  /** What the unknown key was probably meant to be. */
  meant?: string | undefined
}

/** What the schema says of itself, as far as it is used here. */
interface Definition {
  type: string
  format?: string
  shape: Record<string, Schema>
  element: Schema
  innerType: Schema
  valueType: Schema
  items: Schema[]
  options: Schema[]
  discriminator?: string
  entries: Record<string, string>
  values: unknown[]
}

/** Everything that is wrong with a configuration, in its own order: what the schema finds, and names that lead nowhere. */
export function problemsOf(config: unknown): Problem[] {
  const plain = withoutCode(config)
  const found = [...look(Config as never, plain, []), ...strayReferences(plain), ...noEndpoint(plain)]
  const problems = inOrder(found, plain).map(({ path, text }) => ({
    path: inWords(path, plain),
    text: /[.?]$/.test(text) ? text : `${text}.`,
  }))
  return [...new Map(problems.map(problem => [sentenceOf(problem), problem])).values()]
}

/** As they stand in the document, one thing's faults together; what is missing from it comes first. */
function inOrder(found: Found[], plain: unknown): Found[] {
  const places = ({ path }: Found): number[] => {
    let at = plain
    return path.map(key => {
      const place = isObject(at) ? Object.keys(at).indexOf(`${key}`) : Number(key)
      at = (at as Record<string, unknown> | undefined)?.[key]
      return place
    })
  }
  const compare = (one: number[], other: number[]): number => {
    const at = one.findIndex((place, index) => place !== other[index])
    return at < 0 ? one.length - other.length : one[at]! - (other[at] ?? -1)
  }
  return found
    .map(one => ({ one, at: places(one) }))
    .sort((a, b) => compare(a.at, b.at))
    .map(({ one }) => one)
}

/** A problem in one sentence. */
export const sentenceOf = ({ path, text }: Problem) => `${path}: ${text}`

/** Code may stand in some places of a destination, and the schema is of the document alone. */
function withoutCode(config: unknown): unknown {
  if (!isObject(config)) return config
  const plain = (destination: unknown) =>
    isObject(destination)
      ? Object.fromEntries(
          Object.entries(destination).filter(
            ([key, value]) => typeof value !== 'function' || !/^(format|headers|ack|beforeSend)$/.test(key),
          ),
        )
      : destination
  const { destination } = config
  if (destination === undefined) return config
  return { ...config, destination: Array.isArray(destination) ? destination.map(plain) : plain(destination) }
}

function look(schema: Schema, value: unknown, path: Path): Found[] {
  const def = definitionOf(schema)
  if (def.type === 'optional') return value === undefined ? [] : look(def.innerType, value, path)
  if (value === undefined && def.type !== 'unknown')
    return [{ path, text: `it is missing: use ${wanted(schema)}`, fault: 'missing' }]
  const amiss = (): Found[] => [{ path, text: `use ${wanted(schema)}${given(value)}`, fault: 'type' }]
  switch (def.type) {
    case 'object':
      return isObject(value) ? lookInto(def.shape, value, path) : amiss()
    case 'record':
      if (!isObject(value)) return amiss()
      if (schema === (Condition as never))
        return strayWords(value, path, path[path.length - 1] === 'audience' ? facts : undefined)
      return Object.entries(value).flatMap(([key, one]) => look(def.valueType, one, [...path, key]))
    case 'array':
      if (!Array.isArray(value)) return amiss()
      return [...own(schema, value, path), ...value.flatMap((one, index) => look(def.element, one, [...path, index]))]
    case 'tuple':
      if (!Array.isArray(value) || value.length !== def.items.length) return amiss()
      return def.items.flatMap((item, index) => look(item, value[index], [...path, index]))
    case 'union':
      return def.discriminator ? lookByWord(def, def.discriminator, value, path) : lookByForm(schema, def, value, path)
    default:
      return own(schema, value, path)
  }
}

/** What the schema has to say of the value itself, leaving what is in it to others. */
const own = (schema: Schema, value: unknown, path: Path): Found[] =>
  (schema.safeParse(value).error?.issues ?? [])
    .filter(issue => issue.path.length === 0)
    .map(issue => ({
      path,
      text: adviceOf(issue, schema, value),
      fault: isOfType(issue, value) ? 'value' : 'type',
    }))

/** It is at least the kind of thing that is wanted. */
const isOfType = (issue: Issue, value: unknown) =>
  issue.code === 'invalid_value' ? issue.values.some(one => typeof one === typeof value) : issue.code !== 'invalid_type'

function lookInto(shape: Record<string, Schema>, value: Record<string, unknown>, path: Path): Found[] {
  const known = Object.keys(shape)
  const free = known.filter(key => !Object.hasOwn(value, key))
  const strangers = Object.keys(value)
    .filter(key => !known.includes(key))
    .map(key => unknown([...path, key], nearest(key, free) ?? nearest(key, known), known))
  const found = known.flatMap(key => look(shape[key]!, value[key], [...path, key]))
  // One mistake is told of once: the name that is missing is the one that was misspelt.
  const isMisspelt = ({ fault, path: at }: Found) =>
    fault === 'missing' && strangers.some(({ meant }) => meant === at[path.length])
  return [...found.filter(one => !isMisspelt(one)), ...strangers]
}

function unknown(path: Path, meant: string | undefined, known: string[]): Found {
  const hint = meant ? `did you mean "${meant}"?` : `here are known: ${list(known)}`
  return { path, text: `this name is not known; ${hint}`, fault: 'unknown', meant }
}

/** A union whose forms are told apart by a word, such as `kind`. */
function lookByWord(def: Definition, word: string, value: unknown, path: Path): Found[] {
  if (!isObject(value)) return [{ path, text: `use an object with "${word}"${given(value)}`, fault: 'type' }]
  const words = def.options.map(option => definitionOf(definitionOf(option).shape[word]!).values[0] as string)
  const at = words.indexOf(value[word] as string)
  if (at >= 0) return look(def.options[at]!, value, path)
  const isMissing = value[word] === undefined
  const text = isMissing ? `it is missing: use ${list(words, 'or')}` : choice(words, value[word])
  return [{ path: [...path, word], text, fault: isMissing ? 'missing' : 'value' }]
}

/** A union whose forms are told apart by what they are made of: the one that the value comes closest to speaks. */
function lookByForm(schema: Schema, def: Definition, value: unknown, path: Path): Found[] {
  const tries = formsOf(def).map(option => {
    const found = look(option, value, path)
    return { option, found, cost: found.reduce((sum, one) => sum + costOf(one, path), 0) }
  })
  const least = Math.min(...tries.map(({ cost }) => cost))
  const best = tries.filter(({ cost }) => cost === least)
  const words = best.flatMap(({ option }) => wordsOf(option))
  if (least < 10 && best.length > 1 && words.length) return [{ path, text: choice(words, value), fault: 'value' }]
  if (least < 10 || (best.length === 1 && least < 1000)) return best[0]!.found
  const keys = best.flatMap(({ option }) => requiredOf(option))
  const text =
    keys.length && isObject(value) ? `name ${list(keys, 'or')} in it` : `use ${wanted(schema)}${given(value)}`
  return [{ path, text, fault: 'type' }]
}

/** The forms of a union, those of the unions in it among them. */
const formsOf = (def: Definition): Schema[] =>
  def.options.flatMap(option => {
    const inner = definitionOf(option)
    return inner.type === 'union' && !inner.discriminator ? formsOf(inner) : [option]
  })

/** The words that a form consists in, if it does. */
function wordsOf(form: Schema): string[] {
  const { type, entries, values } = definitionOf(form)
  return type === 'enum' ? Object.values(entries) : type === 'literal' ? values.map(String) : []
}

/** How far a value is from a form: another type altogether, a part missing, a part that is not right. */
function costOf({ fault, path: at, meant }: Found, path: Path): number {
  if (fault === 'type' && at.length === path.length) return 1000
  if (fault === 'missing') return 10
  return fault === 'unknown' ? (meant ? 0.5 : 2) : 1
}

const requiredOf = (option: Schema) =>
  Object.entries(definitionOf(option).shape ?? {})
    .filter(([, type]) => definitionOf(type).type !== 'optional')
    .map(([key]) => key)

/** What to write, where the schema says what is wrong. */
function adviceOf(issue: Issue, schema: Schema, value: unknown): string {
  const there = given(value)
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'array') return `list at least ${issue.minimum}`
      if (issue.origin !== 'string') return `use ${issue.minimum} or more${there}`
      return issue.minimum === 1 ? 'it is empty: write something' : `use at least ${issue.minimum} characters${there}`
    case 'too_big':
      if (issue.origin === 'array') return `list at most ${issue.maximum}`
      return `use ${issue.origin === 'string' ? `at most ${issue.maximum} characters` : `${issue.maximum} or less`}${there}`
    case 'invalid_value':
      return choice(issue.values.map(String), value)
    case 'invalid_format':
      if (issue.format === 'date') return `write it as "2026-01-31"${there}`
      if (issue.format === 'datetime') return `write it as "2026-01-31T09:00:00Z"${there}`
      return `${issue.message}${there}`
    case 'invalid_type':
      return `use ${wanted(schema)}${there}`
    default:
      return issue.message
  }
}

/** What a schema takes, in words. */
function wanted(schema: Schema): string {
  const def = definitionOf(schema)
  switch (def.type) {
    case 'optional':
      return wanted(def.innerType)
    case 'string':
      if (schema === (Duration as never)) return 'a text such as "3s", "30m", "2h" or "30d"'
      return /date/.test(def.format ?? '') ? 'a date such as "2026-01-31"' : 'a text'
    case 'number':
      return def.format === 'safeint' ? 'a whole number' : 'a number'
    case 'boolean':
      return 'true or false'
    case 'array':
      return 'a list, [ … ]'
    case 'tuple':
      return `a list of ${def.items.length}`
    case 'enum':
      return list(Object.values(def.entries), 'or')
    case 'literal':
      return list(
        def.values.map(value => JSON.stringify(value)),
        'or',
      )
    case 'union':
      return [...new Set(def.options.map(wanted))].join(' or ')
    default:
      return 'an object, { … }'
  }
}

/** An answer needs somewhere to go. */
const noEndpoint = (config: unknown): Found[] =>
  isObject(config) && config.endpoint === undefined && config.destination === undefined
    ? [{ path: ['endpoint'], text: 'it is missing: use the URL that answers are sent to', fault: 'missing' }]
    : []

const operators = '$eq $ne $gt $gte $lt $lte $in $nin $exists $contains $and $or $not'.split(' ')
const facts = 'user device locale language page referrer campaign visits journey channel event'.split(' ')

/** Operators that there are not, and where names are given, others than those: with them a condition never holds. */
const strayWords = (condition: unknown, path: Path, names?: string[]): Found[] =>
  Object.entries(isObject(condition) || Array.isArray(condition) ? condition : {}).flatMap(([key, value]) => {
    if (Array.isArray(condition)) return strayWords(value, [...path, Number(key)], names)
    const isOperator = key[0] === '$'
    const known = isOperator ? operators : names
    const [word] = key.split('.') as [string]
    const at = [...path, key]
    const found = strayWords(value, at, isOperator ? names : undefined)
    return !known || known.includes(word) ? found : [unknown(at, nearest(word, known), known), ...found]
  })

/** Surveys that are named and not there, and touchpoints of one name. */
function strayReferences(config: unknown): Found[] {
  if (!isObject(config) || !Array.isArray(config.touchpoints)) return []
  const known = [
    ...Object.keys(isObject(config.surveys) ? config.surveys : {}),
    ...Object.values(definitionOf(Preset as never).entries),
  ]
  const ids = config.touchpoints.map(touchpoint => isObject(touchpoint) && touchpoint.id)
  return config.touchpoints.flatMap((touchpoint, index): Found[] => {
    if (!isObject(touchpoint)) return []
    const { id, survey } = touchpoint
    const path = ['touchpoints', index]
    const found: Found[] = []
    if (typeof survey === 'string' && !known.includes(survey)) {
      const meant = nearest(survey, known)
      const all = `there is ${list(known)}`
      const text = `no survey is called "${survey}"; ${meant ? `did you mean "${meant}"?` : all}`
      found.push({ path: [...path, 'survey'], text, fault: 'value' })
    }
    if (typeof id === 'string' && ids.indexOf(id) < index)
      found.push({ path: [...path, 'id'], text: 'another touchpoint has this id; give each its own', fault: 'value' })
    return found
  })
}

/** Things with an id go by it, others by their number. */
function inWords(path: Path, value: unknown): string {
  if (!path.length) return 'The configuration'
  const words: string[] = []
  let at = value
  for (const key of path) {
    at = (at as Record<string, unknown> | undefined)?.[key]
    const id = isObject(at) && typeof at.id === 'string' && at.id
    words.push(typeof key === 'string' ? key : id || `no. ${key + 1}`)
  }
  return words.join(' › ')
}

/** What to take, what stands there, and what was probably meant. */
function choice(words: string[], value: unknown): string {
  const meant = typeof value === 'string' && nearest(value, words)
  return `use ${list(words, 'or')}${given(value)}${meant ? `; did you mean "${meant}"?` : ''}`
}

const list = (words: string[], and = 'and') =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${and} ${words[words.length - 1]}`

/** What stands there now, as far as it helps. */
function given(value: unknown): string {
  if (typeof value === 'string') return ` (it is "${value.slice(0, 60)}")`
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return ` (it is ${value})`
  if (Array.isArray(value)) return ' (it is a list)'
  return ` (it is ${typeof value === 'object' ? 'an object' : `a ${typeof value}`})`
}

const definitionOf = (schema: Schema) => schema._zod.def as unknown as Definition
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
