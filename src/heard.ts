import { ga4 } from './adapters/parts/ga4'
import type { TouchpointSettings } from './config'
import type { Condition, Everything, JourneyEvent } from './contracts'
import type { EventTrigger } from './schema'
import { copyOf, stringify } from './stringify'

type Heard = Pick<JourneyEvent, 'name' | 'properties'>
type Remark = [what: string, sentence: string]

/** So many characters of a value are shown. */
const LONGEST = 100

/** What is amiss with what this page has told: a data layer that is not heard or not read, events that a `where` keeps out. */
export function heardOf(
  { env, settings, past, matches }: Everything,
  { on }: Pick<TouchpointSettings, 'on'>,
): Remark[] {
  const remarks: Remark[] = []
  const heard = [...past]
  const { dataLayer, Array: list } = env.window as typeof env.window & { dataLayer?: unknown }
  if (settings.sources.includes('dataLayer') && Array.isArray(dataLayer)) {
    const [told, unread] = read(dataLayer)
    heard.unshift(...told)
    if (dataLayer.push === list.prototype.push) remarks.push(['dataLayer', deaf])
    if (unread)
      remarks.push(['dataLayer', `Reading ${unread} of the data layer's entries fails, so nothing is known of them.`])
  }
  for (const { event, where = {} } of on as Partial<EventTrigger>[]) {
    const named = heard.filter(({ name }) => [event].flat().includes(name))
    const last = named[named.length - 1]
    if (last && !named.some(({ properties }) => matches(where, properties)))
      remarks.push([
        'where',
        `No "${last.name}" of this page fits "where": of the last, ${amissOf(where, last, matches).join(', ')}.`,
      ])
  }
  return remarks
}

const deaf = 'What is pushed to the data layer is not heard: it came after the last script, or is frozen.'

/** What of a condition does not hold, and what stands in its place. */
const amissOf = (where: Condition, { properties }: Heard, matches: Everything['matches']) =>
  Object.entries(where)
    .filter(([path, wanted]) => !matches!({ [path]: wanted }, properties))
    .map(([path]) => {
      const value = path
        .split('.')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], properties)
      return path[0] === '$' ? `"${path}" does not hold` : `"${path}" is ${shown(value)}`
    })

const shown = (value: unknown) => (value === undefined ? 'missing' : stringify(value).slice(0, LONGEST))

/** The events of a data layer, as they are now, and how many of its entries cannot be read. */
function read(layer: unknown[]): [events: Heard[], unread: number] {
  const events: Heard[] = []
  let unread = 0
  for (const entry of layer)
    try {
      if (Object(entry) === entry)
        ga4(entry as object, (name, properties) => events.push({ name, properties: copyOf(properties) }))
    } catch {
      unread++
    }
  return [events, unread]
}
