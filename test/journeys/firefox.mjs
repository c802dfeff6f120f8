import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The oldest that Playwright is known to drive here. */
const oldest = 153

/** An installed Firefox. */
export const anyFirefox = [process.env.PULSO_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  path => path && existsSync(path),
)
const version =
  anyFirefox && Number(/ (\d+)\./.exec(execFileSync(anyFirefox, ['--version'], { encoding: 'utf8' }))?.[1])

/** One that Playwright can drive, for all journeys; an older one takes part in those of firefox.test.ts. */
export const firefox = version >= oldest ? anyFirefox : undefined
export const aboutFirefox = anyFirefox ? `Firefox ${version}, ${anyFirefox}` : 'no Firefox, none is installed'
