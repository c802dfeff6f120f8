/**
 * The script tag: reads its own attributes and the page's inline JSON, starts one client, and takes over what was
 * pushed to `window.pulso` before it came.
 * @module
 */
import { createClient, type Pulso } from './client'
import type { Load } from './contracts'
import type { Config } from './schema'
import { version } from './version'

type Command = [keyof Pulso, ...unknown[]]
type PulsoGlobal = Pulso & { push(...commands: Command[]): void }

const script = document.currentScript as HTMLScriptElement
const page = window as unknown as { pulso?: Command[] | PulsoGlobal }

const load: Load = {
  async widgets(language) {
    const [{ ask }, { default: locale }] = await Promise.all([fetchChunk('widgets'), fetchChunk(`locales/${language}`)])
    return { ask, locale }
  },
  delivery: () => fetchChunk('delivery'),
}

let failures = 0

/** A file that lies beside this script, of the same version. The browser remembers a failed URL for good, so the next try has another. */
const fetchChunk = (path: string) =>
  import(new URL(`${path}.js?v=${version}${failures ? `&try=${failures}` : ''}`, script.src).href).catch(cause => {
    failures++
    throw cause
  })

/** The page's inline JSON, or what `data-config` points to. */
async function readDocument(url: string | undefined): Promise<Config> {
  const inline = document.querySelector('script[type="application/json"][data-pulso]')
  if (inline) return JSON.parse(inline.textContent!)
  return url ? (await fetch(url)).json() : {}
}

async function start() {
  // Every other attribute is a text of the configuration as it stands: endpoint, locale, brand, nonce …
  const { config: url, on, survey, ...texts } = { ...script.dataset }
  const config = await readDocument(url).catch(cause => {
    console.warn('[pulso] bad-config: it must be reachable JSON', cause)
    return {}
  })
  const touchpoints = survey && { touchpoints: [{ id: on ?? survey, survey, ...(on && { on }) }] }
  const pulso = createClient({ ...config, ...texts, ...touchpoints }, load) as PulsoGlobal
  const waiting = page.pulso as Command[] | undefined
  pulso.push = (...commands) => {
    for (const [name, ...rest] of commands) {
      if (pulso[name]) (pulso[name] as (...rest: unknown[]) => unknown)(...rest)
      else console.warn(`[pulso] unknown-command: ${name}`)
    }
  }
  page.pulso = pulso
  if (Array.isArray(waiting)) pulso.push(...waiting)
}

// A second copy of the tag adds nothing.
if (!page.pulso || Array.isArray(page.pulso)) start()
