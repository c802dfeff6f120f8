import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The oldest that Playwright is known to drive here. */
const oldest = 153

const path = [process.env.PULSO_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  path => path && existsSync(path),
)
const version = path && Number(/ (\d+)\./.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[1])

/** An installed Firefox, if it can be driven; and in words which it is. */
export const firefox = version >= oldest ? path : undefined
export const aboutFirefox = !path
  ? 'no Firefox, none is installed'
  : firefox
    ? `Firefox ${version}, ${path}`
    : `no Firefox, as ${path} is version ${version} and ${oldest} is the oldest that can be driven`
