import type { Trigger } from '../contracts'
import type { ErrorTrigger } from '../schema'
import { all } from './stops'
import { whileVisible } from './while-visible'

/**
 * Fires once, when a script of the page has failed: by an exception that nobody caught, or a rejection. Nothing of the
 * error travels. What comes without an error is none of the page's: a browser's own notices about ResizeObserver, and
 * scripts of other origins; nor is a request that was given up.
 */
export const error: Trigger<ErrorTrigger> = (_, fire, { env }) => {
  const failed = (name: string, cause: unknown) => {
    if (!cause || (cause as Error).name === 'AbortError') return
    stop()
    fire({ kind: 'error', name, properties: {} })
  }
  const stop = whileVisible(env, () => {
    return all([
      env.listen(env.window, 'error', event => failed('error', (event as ErrorEvent).error)),
      env.listen(env.window, 'unhandledrejection', event =>
        failed('rejection', (event as PromiseRejectionEvent).reason),
      ),
    ])
  })
  return stop
}
