import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Engine } from 'php-parser'
import { answersStrangers, readTable } from './own'
import { keepsItsPromises } from './promises'
import { type Recipe, readRecipe } from './recipe'
import { expect, type Servers, test } from './servers'

/** A PHP that has what the recipe asks for: PULSO_PHP, or the one that is installed. */
function findPhp(): string | undefined {
  const php = process.env.PULSO_PHP ?? 'php'
  try {
    const able = "exit(PHP_VERSION_ID >= 80100 && extension_loaded('pdo_sqlite') ? 0 : 1);"
    execFileSync(php, ['-r', able], { stdio: 'ignore' })
    return php
  } catch {}
}

const php = findPhp()

async function start({ receiver }: Recipe, servers: Servers) {
  const folder = servers.write({ 'feedback.php': receiver.php! })
  mkdirSync(join(folder, 'public'))
  renameSync(join(folder, 'feedback.php'), join(folder, 'public/feedback.php'))
  const url = await servers.run(folder, php!, port => ['-S', `127.0.0.1:${port}`, '-t', 'public'])
  return {
    replacements: { '/feedback.php': `${url}/feedback.php` },
    mistaken: { '/feedback.php': `${url}/missing.php` },
    kept: () => readTable(join(folder, 'responses.db')),
    url: `${url}/feedback.php`,
  }
}

if (php) {
  keepsItsPromises('php', { start })
  answersStrangers('php', servers => start(readRecipe('php'), servers))
}

test(`php: the page is PHP 8.1 that answers in JSON, with CORS (${php ? 'and runs above' : 'read alone: no PHP 8.1 with pdo_sqlite is installed here'})`, () => {
  const source = readRecipe('php').receiver.php!
  const { errors } = new Engine({ parser: { version: '8.1' } }).parseCode(source, 'feedback.php')
  expect(errors).toEqual([])
  const headers = [...source.matchAll(/^header\('([^:]+): ([^']+)'\);/gm)].map(([, name, value]) => [name, value])
  expect(Object.fromEntries(headers)).toMatchObject({
    'Content-Type': 'application/json',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': 'content-type',
  })
})
