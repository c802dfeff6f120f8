import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from './chromium.mjs'

/** A browser of its own process group and profile, so that it can be killed as a power cut would. */
export async function openBrowser(
  profile: string,
  ...switches: string[]
): Promise<{ page: Page; kill(): Promise<void>; suspend(): void; resume(): void }> {
  const { executablePath, env } = await findChromium()
  const port = await freePort()
  const child = spawn(
    executablePath,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...switches,
      `--user-data-dir=${profile}`,
      `--remote-debugging-port=${port}`,
      'about:blank',
    ],
    { env, detached: true, stdio: 'ignore' },
  )
  const browser = await connect(`http://127.0.0.1:${port}`, child)
  const page = await browser.contexts()[0]!.newPage()
  return {
    page,
    suspend: () => process.kill(-child.pid!, 'SIGSTOP'),
    resume: () => process.kill(-child.pid!, 'SIGCONT'),
    async kill() {
      const ended = new Promise(resolve => child.once('exit', resolve))
      process.kill(-child.pid!, 'SIGKILL')
      await ended
      await browser.close().catch(() => {})
    },
  }
}

async function connect(url: string, child: ChildProcess): Promise<Browser> {
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(`Chromium ended with ${child.exitCode}`)
    try {
      return await chromium.connectOverCDP(url)
    } catch {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
  throw new Error('Chromium did not start')
}

const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
