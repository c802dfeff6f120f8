#!/usr/bin/env node
/**
 * The command `pulso-collector`: a collector on this machine, set up by environment variables.
 * @module
 */
import { serve } from './serve'
import { readSettings, type Settings } from './settings'

const settings = readSettings(process.env)
if (typeof settings === 'string') fail(settings)
else await run(settings)

async function run(settings: Settings) {
  const running = await serve(settings).catch(error => fail(explain(error, settings)))
  if (!running) return
  const { url, servesAssets, stop } = running
  console.log(`Pulso collector
  responses  ${url}/v1/responses
  report     ${url}/report${settings.token === undefined ? '' : '?token=…'}
  SDK        ${servesAssets ? `${url}/pulso.js` : `not served: there is no folder ${settings.assets}`}
  database   ${settings.database}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await stop()
      process.exit(0)
    })
  }
}

function explain(error: NodeJS.ErrnoException, { port, host, database }: Settings) {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken. Stop what listens there, or set PORT to another one.`
  if (error.code === 'EACCES' && error.syscall === 'listen')
    return `Port ${port} needs more rights. Set PORT to one above 1023.`
  if (error.syscall === 'listen') return `Cannot listen on ${host}: ${error.message}.`
  return `Cannot open the database ${database}: ${error.message}.`
}

function fail(sentence: string): undefined {
  console.error(sentence)
  process.exitCode = 1
}
