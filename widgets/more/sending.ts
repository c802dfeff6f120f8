import type { ExposureEvents, Unsent } from '../../src/contracts'

/** How long a thank-you waits for what memory alone could keep. */
const SENT_MS = 3000

/**
 * Waits until an answer is kept, and if memory alone could do so, until it is sent; a visitor who would have to wait
 * longer is to be asked to stay.
 */
export async function untilSent(
  kept: Promise<unknown>,
  key: string,
  on: ExposureEvents['on'],
): Promise<Unsent | undefined> {
  let unsafe = false
  const sent = new Promise<void>(resolve => {
    const stops = [
      on('delivered', ({ id }) => {
        if (id !== key) return
        for (const stop of stops) stop()
        resolve()
      }),
      ...(['memory', 'full'] as const).map(name =>
        on(name, ({ id }) => {
          unsafe ||= id === key
        }),
      ),
    ]
  })
  await kept
  if (unsafe) await Promise.race([sent.then(() => (unsafe = false)), new Promise(done => setTimeout(done, SENT_MS))])
  return unsafe ? { sent } : undefined
}
