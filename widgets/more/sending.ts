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
  /** The page alone has it, as what delivers has not come. */
  let held = 0
  let look = () => {}
  const stops = [
    on('memory', ({ id, reason }) => {
      if (id === key && reason === 'no-delivery') held = 1
    }),
    on('queued', ({ id, result }) => {
      if (id !== key) return
      held = 0
      if (result !== 'stored') waiting++
      look()
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
      if (waiting + held > 0) return
      for (const stop of stops) stop()
      resolve()
    }
    look()
  })
  await Promise.race([sent, new Promise(done => setTimeout(done, SENT_MS))])
  return waiting + held > 0 ? { sent } : undefined
}
