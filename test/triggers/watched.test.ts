import { describe, expect, it, vi } from 'vitest'
import type { Trigger } from '../../src/contracts'
import { watched, watches } from '../../src/watch'
import { fakePage } from '../fakes/page'

type Options = Parameters<typeof watched>[1] & Record<string, unknown>

function run(options: Options, { page = fakePage('', { url: 'https://shop.test/cart' }), key = 'exit1' } = {}) {
  const kind = Object.keys(watches).find(kind => kind in options)!
  const starts = vi.fn()
  const trigger: Trigger<never> = (...args) => {
    starts()
    return watches[kind]!(...args)
  }
  const stop = watched(trigger, options, page.fire, { ...page.world, key })
  const leave = () => page.send(page.document.documentElement, 'mouseleave', { clientY: -1 })
  const to = async (address: string) => {
    page.go(address)
    await page.env.advance(0)
  }
  return { ...page, page, stop, starts, leave, to }
}

describe('watched', () => {
  it('runs on the pages that are named and on no other', async () => {
    const { leave, to, fire, starts } = run({ exit: true, page: '/cart*', not: '/cart/done' })
    leave()
    expect(fire).toHaveBeenCalledTimes(1)
    for (const address of ['/', '/cart/done']) {
      await to(address)
      leave()
    }
    expect([fire.mock.calls.length, starts.mock.calls.length]).toEqual([1, 1])
    await to('/cart/2')
    leave()
    expect([fire.mock.calls.length, starts.mock.calls.length]).toEqual([2, 2])
  })

  it('is told, once a delay has passed, whether the page has been one of them all the while', async () => {
    const { leave, to, fire } = run({ exit: true, page: '/cart*' })
    leave()
    const still = fire.mock.calls[0]![1]!
    expect(still()).toBe(true)
    await to('/cart/1')
    expect(still()).toBe(true)
    await to('/help')
    expect(still()).toBe(false)
    await to('/cart/2')
    expect(still()).toBe(false)
  })

  it('begins anew on each page', async () => {
    const { to, env, fire } = run({ delay: '10s' })
    await env.advance(8e3)
    await to('/help')
    await env.advance(8e3)
    expect(fire).not.toHaveBeenCalled()
    await env.advance(2e3)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('does not take an anchor for another page, but what an application routes by', async () => {
    const { to, starts } = run({ delay: '10s' })
    await to('#reviews')
    expect(starts).toHaveBeenCalledTimes(1)
    await to('#/account')
    await to('#!/orders')
    await to('?sort=price')
    expect(starts).toHaveBeenCalledTimes(4)
  })

  it('goes on from page to page when its scope is the session', async () => {
    const { to, env, fire, starts } = run({ delay: '10s', scope: 'session' })
    await env.advance(8e3)
    await to('/help')
    await env.advance(2e3)
    expect([fire.mock.calls.length, starts.mock.calls.length]).toEqual([1, 1])
  })

  it('adds up the session over loads, on the pages that are named', async () => {
    const options = { delay: '10s', scope: 'session', page: '/cart*' } as const
    const first = run(options)
    await first.env.advance(4e3)
    await first.to('/help')
    await first.env.advance(6e4)
    first.stop()
    expect(first.env.session.get('pulso:time:exit1')).toBe('4000')
    first.page.go('/cart')
    const second = run(options, { page: first.page })
    await second.env.advance(5999)
    expect(second.fire).not.toHaveBeenCalled()
    await second.env.advance(1)
    expect(second.fire).toHaveBeenCalledOnce()
  })

  it('keeps no time of what is measured page by page', async () => {
    const { env, stop } = run({ idle: '10s' })
    await env.advance(4e3)
    stop()
    expect(env.session.keys()).toEqual([])
  })

  it.each([{ scroll: 50, in: ':not(' }, { click: '..buy' }, { visible: '..buy' }, { form: '' }])(
    'lets rest whose selector does not parse, and says so once: %j',
    async options => {
      const { world, document, send, to, running, errors } = run(options)
      send(document.body, 'click')
      await to('/help')
      const selector = JSON.stringify(Object.values(options).at(-1))
      expect(vi.mocked(world.warn!).mock.calls).toEqual([['bad-selector', expect.stringContaining(selector)]])
      expect(running()).toEqual([0, 0, 0])
      expect(errors).toEqual([])
    },
  )

  it('leaves nothing running when it is stopped between two pages', () => {
    const { page, stop, running } = run({ idle: '10s' })
    page.go('/help')
    stop()
    expect(running()).toEqual([0, 0, 0])
  })
})
