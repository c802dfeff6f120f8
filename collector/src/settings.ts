/** How the command runs. */
export interface Settings {
  port: number
  host: string
  /** The SQLite file. */
  database: string
  token: string | undefined
  /** The folder with the SDK's script-tag files. */
  assets: string
}

/**
 * Reads the settings from environment variables: PORT (4601), HOST (127.0.0.1), PULSO_DB (./.data/pulso.db), PULSO_TOKEN
 * and PULSO_ASSETS (./dist/cdn). Returns a sentence when they cannot stand.
 */
export function readSettings(env: Record<string, string | undefined>): Settings | string {
  const settings: Settings = {
    port: Number(env.PORT || 4601),
    host: env.HOST || '127.0.0.1',
    database: env.PULSO_DB || './.data/pulso.db',
    token: env.PULSO_TOKEN || undefined,
    assets: env.PULSO_ASSETS || './dist/cdn',
  }
  if (!Number.isInteger(settings.port) || settings.port < 0 || settings.port > 65535) {
    return `PORT is "${env.PORT}", which is not a port number.`
  }
  if (settings.token === undefined && !isLoopback(settings.host)) {
    return `HOST is ${settings.host}, so others could read the report. Set PULSO_TOKEN to a long random word, or leave HOST at 127.0.0.1.`
  }
  return settings
}

function isLoopback(host: string) {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
