import type { Adapter, ConsentSource, Everything, Stop } from '../contracts'
import type { Config } from '../schema'
import { channels } from './link'

const consents = 'granted pending denied google tcf'.split(' ')

/** Listens to what the configuration names besides the plain data layer. What cannot be fetched is named in a warning. */
export function startSources({ settings, env, load, track, pulso, warn, fail }: Everything): Stop {
  const { consent, channel, sources } = settings.config
  const stops: Stop[] = []
  let stopped = false
  const begin = (kind: 'adapters' | 'consent', name: string, start: (source: never) => Stop) =>
    load
      .part(`${kind}/${fileOf(name)}` as 'adapters/')
      .then(
        file => {
          const [source] = Object.values(file)
          if (!stopped && source) stops.push(start(source as never))
        },
        () => warn('bad-source', `there is no "${name}", or it could not be fetched`),
      )
      .catch(cause => fail('internal', `${name}: ${cause}`, cause))

  if (channel && !channels.includes(channel)) warn('bad-channel', `"${channel}" is none of ${channels}`)
  for (const { source, global } of namesOf(sources)) {
    const teller = { track: (name: string, properties?: object) => track(name, properties, source) }
    begin('adapters', `${source}`, (adapter: Adapter) => adapter(teller, { global, window: env.window }))
  }
  if (consent === 'google' || consent === 'tcf')
    begin('consent', consent, (source: ConsentSource) => source(pulso, { window: env.window }))
  else if (consent && !consents.includes(consent)) warn('bad-consent', `"${consent}" is none of ${consents}`)
  return () => {
    stopped = true
    for (const stop of stops) stop()
  }
}

/** The sources besides the data layer by its own name, which boot listens to. */
function namesOf(sources: Config['sources']) {
  return (Array.isArray(sources) ? sources : [])
    .filter(source => source && source !== 'dataLayer')
    .map(source => (typeof source === 'string' ? { source, global: undefined } : source))
}

/** What the file of a source is called: `adobeDataLayer` lives in `adobe-data-layer`. */
export const fileOf = (source: string) => `${source}`.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
