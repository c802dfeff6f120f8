/**
 * The script tag: reads its own attributes and the page's inline JSON, starts one client, and takes over what was
 * pushed to `window.pulso` before it came.
 * @module
 */
import { createClient, type Pulso } from './client'
import type { Load } from './contracts'
import { languages } from './language'
import type { Config } from './schema'
import { version } from './version'

type Command = [keyof Pulso, ...unknown[]]
/** What waits for the script; a copy of it that has started already has left its mark. */
type Waiting = Command[] & { started?: boolean }
type PulsoGlobal = Pulso & { push(...commands: Command[]): void }

const script = document.currentScript as HTMLScriptElement
const page = window as unknown as { pulso?: Waiting | PulsoGlobal }

const load: Load = {
  languages,
  async widgets(language) {
    const [widgets, { default: locale }] = await Promise.all([fetchChunk('widgets'), fetchChunk(`locales/${language}`)])
    return { ...widgets, locale }
  },
  part: name => fetchChunk(name as string),
}

let failures = 0

/** A file that lies beside this script, of the same version. The browser remembers a failed URL for good, so the next try has another. */
const fetchChunk = (path: string) =>
  import(new URL(`${path}.js?v=${version}-${failures}`, script.src).href).catch(cause => {
    failures++
    throw cause
  })

async function start(waiting: Waiting) {
  // An async script may come before the body, and before the page's inline JSON.
  if (document.readyState === 'loading')
    await new Promise(resolve => document.addEventListener('DOMContentLoaded', resolve))
  // Every other attribute is a text of the configuration as it stands: endpoint, locale, brand, nonce …
  const { config: url, on, survey, ...texts } = script.dataset
  const config = await readDocument(url).catch(cause => {
    console.warn('[pulso] bad-config: it must be JSON', cause)
    return {}
  })
  const touchpoints = survey && { touchpoints: [{ id: on ?? survey, survey, ...(on && { on }) }] }
  const pulso = createClient({ ...config, ...texts, ...touchpoints }, load) as PulsoGlobal
  pulso.push = (...commands) => {
    for (const [name, ...rest] of commands) {
      if (pulso[name]) (pulso[name] as (...rest: unknown[]) => unknown)(...rest)
      else console.warn(`[pulso] unknown-command: ${name}`)
    }
  }
  page.pulso = pulso
  pulso.push(...waiting)
}

/** The page's inline JSON, or what `data-config` points to. */
async function readDocument(url: string | undefined): Promise<Config> {
  const inline = document.querySelector('script[type="application/json"][data-pulso]')
  if (inline) return JSON.parse(inline.textContent!)
  return url ? (await fetch(url)).json() : {}
}

// Whatever else is called pulso, an element with that id for one, gives way; a second copy of the tag adds nothing.
const present = page.pulso
const waiting: Waiting = Array.isArray(present) ? present : []
if (!waiting.started && !(present as PulsoGlobal | undefined)?.track) {
  waiting.started = true
  page.pulso = waiting
  start(waiting).catch(cause => console.warn('[pulso] internal', cause))
}
