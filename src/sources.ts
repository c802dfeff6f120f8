import type { Adapter } from './contracts'

/** By the name under `"sources"`, each its own chunk: a line here and a file in `adapters/` make a source. */
const adapters = {
  dataLayer: () => import('./adapters/data-layer').then(({ dataLayer }) => dataLayer),
  segment: () => import('./adapters/segment').then(({ segment }) => segment),
  rudderstack: () => import('./adapters/rudderstack').then(({ rudderstack }) => rudderstack),
  mparticle: () => import('./adapters/mparticle').then(({ mparticle }) => mparticle),
  snowplow: () => import('./adapters/snowplow').then(({ snowplow }) => snowplow),
  tealium: () => import('./adapters/tealium').then(({ tealium }) => tealium),
  adobeDataLayer: () => import('./adapters/adobe-data-layer').then(({ adobeDataLayer }) => adobeDataLayer),
  digitalData: () => import('./adapters/digital-data').then(({ digitalData }) => digitalData),
  // shops

  // chats
} satisfies Record<string, () => Promise<Adapter>>

/** Every name that may stand under `"sources"`. */
export const sources = Object.keys(adapters) as (keyof typeof adapters)[]

/** Fetches the adapter of a source, or says at once that there is none of that name. */
export const source = (name: string): Promise<Adapter> | undefined =>
  Object.hasOwn(adapters, name) ? adapters[name as keyof typeof adapters]() : undefined

/** What the file of a source is called: `adobeDataLayer` lives in `adobe-data-layer`. */
export const fileOf = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
