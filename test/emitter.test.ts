import { describe, expect, it, vi } from 'vitest'
import { createEmitter } from '../src/emitter'

describe('createEmitter', () => {
  it('calls every handler with the detail until it is stopped', () => {
    const { on, emit } = createEmitter<{ shown: number }>()
    const handler = vi.fn()
    const stop = on('shown', handler)
    emit('shown', 1)
    stop()
    emit('shown', 2)
    expect(handler.mock.calls).toEqual([[1]])
  })

  it('is refused when one handler returns false', () => {
    const { on, emit } = createEmitter<{ ask: string }>()
    on('ask', () => false)
    on('ask', () => true)
    expect(emit('ask', 'now')).toBe(false)
  })

  it('lets no handler harm another, and shows its author the error', () => {
    const { on, emit } = createEmitter<{ shown: string }>()
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const other = vi.fn()
    on('shown', () => {
      throw new Error('theirs')
    })
    on('shown', other)
    expect(emit('shown', 'x')).toBe(true)
    expect(other).toHaveBeenCalledOnce()
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })
})
