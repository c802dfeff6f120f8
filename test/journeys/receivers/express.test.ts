import { join } from 'node:path'
import { answersStrangers, readTable } from './own'
import { keepsItsPromises } from './promises'
import { type Recipe, readRecipe } from './recipe'
import type { Servers } from './servers'

async function start({ receiver }: Recipe, servers: Servers) {
  const folder = servers.write({ 'receiver.mjs': receiver.js! })
  const url = await servers.run(folder, process.execPath, () => ['receiver.mjs'])
  return {
    replacements: { 'https://shop.example': url },
    mistaken: { 'https://shop.example/feedback': `${url}/feedbck` },
    kept: () => readTable(join(folder, 'responses.db')),
    url: `${url}/feedback`,
  }
}

keepsItsPromises('express', { start })
answersStrangers('express', servers => start(readRecipe('express'), servers))
