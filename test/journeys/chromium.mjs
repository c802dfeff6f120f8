/**
 * Finds a Chromium to test with: the one that PULSO_CHROMIUM names, an installed one, else the one that an npm
 * package ships (Linux x64), which brings the libraries and fonts that a bare machine lacks.
 * @module
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const installed = [
  process.env.PULSO_CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser's path, the environment it needs, and where it came from in words. */
export async function findChromium() {
  const executablePath = installed.find(path => path && existsSync(path))
  if (executablePath) return { executablePath, env: { ...process.env }, from: executablePath }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chromium or Chrome was found, and the one that npm ships runs on Linux x64 alone. ' +
        'Install Chrome or Chromium, or set PULSO_CHROMIUM to its path.',
    )
  }
  return unpackShipped()
}

async function unpackShipped() {
  // The package unpacks to the temporary folder and reuses whatever lies there, so each version gets a folder of its own.
  const folder = fileURLToPath(new URL('../../node_modules/.cache/chromium-147', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env
  process.env.TMPDIR = folder
  if (!hasLibrary('libnss3.so')) process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x' // makes it unpack its libraries too
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const executablePath = await chromium.executablePath()
    const env = { ...process.env, TMPDIR: TMPDIR ?? '/tmp' }
    if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = `${folder}/fonts`
    return { executablePath, env, from: 'the Chromium that @sparticuz/chromium ships' }
  } finally {
    restore({ TMPDIR, AWS_EXECUTION_ENV })
  }
}

function restore(variables) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

function hasLibrary(name) {
  try {
    return execFileSync('ldconfig', ['-p'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${process.env.PATH}:/sbin` },
    }).includes(name)
  } catch {
    return false
  }
}
