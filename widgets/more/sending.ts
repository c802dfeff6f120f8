import type { ExposureEvents, Unsent } from '../../src/contracts'

/** How long a thank-you waits for what memory alone could keep. */
const SENT_MS = 3000

/**
 * Waits until an answer is kept, and where memory alone could do so, until every destination has it; a visitor who would
 * have to wait longer is to be asked to stay.
 */
export async function untilSent(
  kept: Promise<unknown>,
  key: string,
  on: ExposureEvents['on'],
): Promise<Unsent | undefined> {
  /** So many destinations do not have it yet. */
  let waiting = 0
  /** For one of them at least, memory alone keeps it. */
  let unsafe = false
  /** The page alone has it, as what delivers has not come. */
  let held = false
  let look = () => {}
  const stops = [
    on('memory', ({ id, reason }) => {
      if (id === key && reason === 'no-delivery') held = true
    }),
    on('queued', ({ id, result }) => {
      if (id !== key) return
      held = false
      unsafe ||= result !== 'stored'
      waiting++
      look()
    }),
    on('delivered', ({ id }) => {
      if (id !== key) return
      waiting--
      look()
    }),
  ]
  const isSafe = () => !held && !(unsafe && waiting)
  await kept
  const sent = new Promise<void>(resolve => {
    look = () => {
      if (!isSafe()) return
      for (const stop of stops) stop()
      resolve()
    }
    look()
  })
  await Promise.race([sent, new Promise(done => setTimeout(done, SENT_MS))])
  return isSafe() ? undefined : { sent }
}
