import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExposureEvents } from '../../src/contracts'
import { untilSent } from '../../widgets/more/sending'

describe('untilSent', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function setUp() {
    const handlers: [string, (detail: { id: string }) => unknown][] = []
    const on = ((name: string, handler: (detail: { id: string }) => unknown) => {
      const one = [name, handler] as (typeof handlers)[number]
      handlers.push(one)
      return () => void handlers.splice(handlers.indexOf(one), 1)
    }) as ExposureEvents['on']
    const tell = (name: string, detail: object = {}) => {
      for (const [of, handler] of [...handlers]) if (of === name) handler({ id: 'r.2', ...detail })
    }
    return { handlers, tell, waiting: untilSent(Promise.resolve(), 'r.2', on) }
  }

  it('asks to stay while what delivers has not come, until that has kept it', async () => {
    const { handlers, tell, waiting } = setUp()
    tell('memory', { reason: 'no-delivery' })
    await vi.advanceTimersByTimeAsync(3000)
    const unsent = await waiting
    expect(unsent).toBeDefined()
    tell('queued', { result: 'stored' })
    await unsent!.sent
    expect(handlers).toEqual([])
  })

  it('asks to stay until what memory alone could keep is delivered', async () => {
    const { tell, waiting } = setUp()
    tell('queued', { result: 'memory' })
    tell('memory', { reason: 'slow' })
    await vi.advanceTimersByTimeAsync(3000)
    const unsent = await waiting
    tell('delivered')
    await unsent!.sent
  })

  it('asks to stay until the last of several destinations has it, though the disk keeps it for others', async () => {
    const { tell, waiting } = setUp()
    tell('queued', { result: 'stored' })
    tell('queued', { result: 'full' })
    tell('delivered')
    await vi.advanceTimersByTimeAsync(3000)
    const unsent = await waiting
    expect(unsent).toBeDefined()
    tell('delivered')
    await unsent!.sent
  })

  it('asks nobody to stay for what is stored, nor for what another survey waits for', async () => {
    const { tell, waiting } = setUp()
    tell('memory', { id: 's.2', reason: 'no-delivery' })
    tell('queued', { result: 'stored' })
    await vi.advanceTimersByTimeAsync(3000)
    expect(await waiting).toBeUndefined()
  })
})
