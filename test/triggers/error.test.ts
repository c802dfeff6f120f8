import { describe, expect, it } from 'vitest'
import { error } from '../../src/triggers/error'
import { fakePage } from '../fakes/page'

describe('error', () => {
  const begin = () => {
    const page = fakePage('<img />')
    error({ error: true }, page.fire, page.world)
    return page
  }

  it.each([
    ['error', { error: new TypeError('x is undefined') }, 'error'],
    ['error', { error: 'thrown as text' }, 'error'],
    ['unhandledrejection', { reason: new Error('no') }, 'rejection'],
  ])('fires once for %s, however many follow', (type, init, name) => {
    const { send, window, fire } = begin()
    for (let times = 0; times < 3; times++) send(window, type, init)
    expect(fire.mock.calls).toEqual([[{ kind: 'error', name, properties: {} }]])
  })

  it.each([
    ['a notice of the browser', 'error', { message: 'ResizeObserver loop completed with undelivered notifications.' }],
    ['a script of another origin', 'error', { message: 'Script error.', error: null }],
    ['a request that was given up', 'unhandledrejection', { reason: new DOMException('', 'AbortError') }],
  ])('minds no %s', (_, type, init) => {
    const { send, window, fire } = begin()
    send(window, type, init)
    expect(fire).not.toHaveBeenCalled()
  })

  it('minds no picture that did not load', () => {
    const { window, find, fire } = begin()
    find('img').dispatchEvent(Object.assign(new window.Event('error'), { error: true }))
    expect(fire).not.toHaveBeenCalled()
  })

  it('survives an error that throws when it is looked at', () => {
    const { send, window, fire, errors } = begin()
    const reason = {
      get name() {
        throw new Error('hostile')
      },
    }
    send(window, 'unhandledrejection', { reason })
    expect(errors).toHaveLength(1) // where the environment keeps it from the page
    expect(fire).not.toHaveBeenCalled()
  })
})
