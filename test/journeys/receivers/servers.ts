import { type ChildProcess, spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { test as base, expect } from '../site'

/** Answers a request as a service does. */
export type Answer = (request: Request) => Response | Promise<Response>

/** Starts receivers, and stops them when the test is over. */
export interface Servers {
  /** A service on a port of its own; resolves with its URL. */
  serve(answer: Answer): Promise<string>
  /** Writes files into a folder of the test's own. Node finds the project's packages from there. */
  write(files: Record<string, string>): string
  /** Runs a program in a folder, with a port for it to listen to in its arguments and in PORT; resolves with its URL. */
  run(folder: string, command: string, toArguments: (port: string) => string[]): Promise<string>
}

async function freePort(): Promise<string> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return `${port}`
}

export const test = base.extend<{ servers: Servers }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern
  servers: async ({}, use, info) => {
    const servers: Server[] = []
    const programs: ChildProcess[] = []
    await use({
      async serve(answer) {
        const server = createAdaptorServer({ fetch: answer }) as Server
        servers.push(server)
        await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
        return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      },
      write(files) {
        const folder = info.outputPath()
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
        return folder
      },
      async run(folder, command, toArguments) {
        const port = await freePort()
        const program = spawn(command, toArguments(port), { cwd: folder, env: { ...process.env, PORT: port } })
        programs.push(program)
        let said = ''
        for (const stream of [program.stdout, program.stderr]) stream.on('data', chunk => (said += chunk))
        const url = `http://127.0.0.1:${port}`
        await expect
          .poll(
            () =>
              program.exitCode === null
                ? fetch(url).then(
                    () => 'up',
                    () => 'not yet',
                  )
                : said,
            {
              message: `${command} listens`,
            },
          )
          .toBe('up')
        return url
      },
    })
    for (const program of programs) program.kill()
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
  },
})

export { expect }
