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
  /** Of so many destinations, more than have it. */
  let waiting = 0
  let look = () => {}
  const stops = [
    on('queued', ({ id, result }) => {
      if (id === key && result !== 'stored') waiting++
    }),
    on('delivered', ({ id }) => {
      if (id !== key) return
      waiting--
      look()
    }),
  ]
  await kept
  const sent = new Promise<void>(resolve => {
    look = () => {
      if (waiting > 0) return
      for (const stop of stops) stop()
      resolve()
    }
    look()
  })
  await Promise.race([sent, new Promise(done => setTimeout(done, SENT_MS))])
  return waiting > 0 ? { sent } : undefined
}
