// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { createEnv } from '../src/env'

describe('createEnv', () => {
  it('lets no timer or listener of ours throw into the page', async () => {
    const onError = vi.fn()
    const env = createEnv(window as never, onError)
    const boom = () => {
      throw new Error('ours')
    }
    env.after(0, boom)
    env.listen(document, 'click', boom)
    document.dispatchEvent(new Event('click'))
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(onError).toHaveBeenCalledTimes(2)
  })

  it('stops what it started', async () => {
    const env = createEnv(window as never, () => {})
    const task = vi.fn()
    env.after(0, task)()
    env.listen(document, 'click', task)()
    document.dispatchEvent(new Event('click'))
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(task).not.toHaveBeenCalled()
  })

  it('runs nothing while the tab is hidden, and begins anew once it is looked at', () => {
    vi.useFakeTimers()
    const page = Object.assign(new EventTarget(), { hidden: false })
    const look = (hidden: boolean) => {
      page.hidden = hidden
      page.dispatchEvent(new Event('visibilitychange'))
    }
    const { setTimeout, clearTimeout } = globalThis
    const env = createEnv({ document: page, setTimeout, clearTimeout } as never, () => {})
    const [task, stopped] = [vi.fn(), vi.fn()]
    env.visible(1000, task)
    const stop = env.visible(1000, stopped)
    vi.advanceTimersByTime(999)
    look(true)
    expect(vi.getTimerCount()).toBe(0)
    vi.advanceTimersByTime(1e6)
    look(false)
    vi.advanceTimersByTime(999)
    expect(task).not.toHaveBeenCalled()
    stop()
    vi.advanceTimersByTime(1)
    expect(task).toHaveBeenCalledOnce()
    look(true)
    look(false)
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
    expect(task).toHaveBeenCalledOnce()
    expect(stopped).not.toHaveBeenCalled()
  })

  it('remembers nothing, and says so, where storage is refused', () => {
    const refused = {
      get localStorage(): Storage {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    }
    const { local } = createEnv(refused as never, () => {})
    expect(local.set('a', '1')).toBe(false)
    expect(local.get('a')).toBeNull()
    expect(local.keys()).toEqual([])
    local.remove('a')
  })

  it('remembers nothing where nothing may be on the device', () => {
    const { local, session, storageFree } = createEnv(window as never, () => {}, true)
    for (const storage of [local, session]) {
      expect(storage.set('a', '1')).toBe(false)
      expect(storage.get('a')).toBeNull()
      expect(storage.keys()).toEqual([])
    }
    expect([...Object.keys(localStorage), ...Object.keys(sessionStorage)]).toEqual([])
    expect(storageFree).toBe(true)
  })

  it('writes JSON of what is no text, and nothing where a script of the page has broken that', () => {
    const { local } = createEnv(window as never, () => {})
    expect(local.set('a', { b: [1] })).toBe(true)
    expect(local.get('a')).toBe('{"b":[1]}')
    const stringify = vi.spyOn(JSON, 'stringify').mockImplementation(() => {
      throw new Error('theirs')
    })
    expect(local.set('a', {})).toBe(false)
    expect(local.set('b', 'text')).toBe(true)
    stringify.mockRestore()
    expect(local.get('a')).toBe('{"b":[1]}')
    local.remove('a')
    local.remove('b')
  })

  it('knows the time where a script of the page has replaced Date.now by one that does not', () => {
    const { now } = createEnv(window as never, () => {})
    const replaced = vi.spyOn(Date, 'now')
    for (const given of [Number.NaN, 'noon', undefined, null, {}, 5]) {
      replaced.mockReturnValue(given as never)
      expect(Math.abs(now() - Date.parse(`${new Date()}`))).toBeLessThan(60_000)
    }
    replaced.mockImplementation(() => {
      throw new Error('theirs')
    })
    expect(Math.abs(now() - Date.parse(`${new Date()}`))).toBeLessThan(60_000)
    replaced.mockRestore()
  })

  it('keeps what it is given', () => {
    const { session } = createEnv(window as never, () => {})
    expect(session.set('a', '1')).toBe(true)
    expect(session.get('a')).toBe('1')
    expect(session.keys()).toContain('a')
    session.remove('a')
    expect(session.get('a')).toBeNull()
  })
})
