import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { getPHPLoaderModule } from '@php-wasm/node-8-3'
import { loadPHPRuntime, PHP, PHPRequestHandler } from '@php-wasm/universal'
import { answersStrangers, readTable } from './own'
import { keepsItsPromises } from './promises'
import { type Recipe, readRecipe } from './recipe'
import type { Answer, Servers } from './servers'

/** A web server with PHP 8.3, compiled to WebAssembly, over a folder of this machine. */
async function phpOver(root: string): Promise<Answer> {
  const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule()))
  php.mkdir('/site')
  await php.mount('/site', (_, files, path) => {
    files.mount(files.filesystems.NODEFS!, { root }, path)
    return () => files.unmount(path)
  })
  const server = new PHPRequestHandler({ php, documentRoot: '/site/public' })
  return async request => {
    const { httpStatusCode, headers, bytes } = await server.request({
      method: request.method as 'POST',
      url: new URL(request.url).pathname,
      headers: Object.fromEntries(request.headers),
      body: new Uint8Array(await request.arrayBuffer()),
    })
    const lines = Object.entries(headers).flatMap(([name, values]) => values.map(value => [name, value]))
    return new Response(httpStatusCode === 204 ? null : Buffer.from(bytes), {
      status: httpStatusCode,
      headers: lines as [string, string][],
    })
  }
}

async function start({ receiver }: Recipe, servers: Servers) {
  const folder = servers.write({ 'feedback.php': receiver.php! })
  mkdirSync(join(folder, 'public'))
  renameSync(join(folder, 'feedback.php'), join(folder, 'public/feedback.php'))
  const url = await servers.serve(await phpOver(folder))
  return {
    replacements: { '/feedback.php': `${url}/feedback.php` },
    mistaken: { '/feedback.php': `${url}/missing.php` },
    kept: () => readTable(join(folder, 'responses.db')),
    url: `${url}/feedback.php`,
  }
}

keepsItsPromises('php', { start })
answersStrangers('php', servers => start(readRecipe('php'), servers))
