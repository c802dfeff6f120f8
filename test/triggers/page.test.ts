import { describe, expect, it } from 'vitest'
import { page } from '../../src/triggers/page'
import { fakePage } from '../fakes/page'

/** A page whose browser tells of every entry of its history, as the Navigation API does: also where the address stays. */
function visit(options: Parameters<typeof page>[0], url = 'https://shop.test/') {
  const fake = fakePage('', { url })
  const handlers = new Set<() => unknown>()
  const onNavigate = (handler: () => unknown) => {
    handlers.add(handler)
    return () => void handlers.delete(handler)
  }
  const stop = page(options, fake.fire, { ...fake.world, onNavigate })
  const go = (address: string) => {
    fake.go(address)
    for (const handler of [...handlers]) handler()
  }
  return { ...fake, stop, go, names: () => fake.fire.mock.calls.map(([{ name }]) => name) }
}

describe('page', () => {
  it('fires on each page of those addresses, as it is loaded and as it is come to', async () => {
    const { env, go, names } = visit({ page: ['/cart*', '/orders/*'], not: '/cart/old' }, 'https://shop.test/cart')
    await env.advance(0)
    for (const address of ['/', '/orders/1', '/cart/old', '/orders/2', '/cart?step=1', '/cart?step=2', '/orders/1'])
      go(address)
    expect(names()).toEqual(['/cart', '/orders/1', '/orders/2', '/cart', '/cart', '/orders/1'])
  })

  it('does not come to a page again where a framework notes something in its history', async () => {
    const { env, go, names } = visit({ page: '/docs*' }, 'https://shop.test/docs')
    await env.advance(0)
    for (const address of ['/docs', '/docs', '/docs?page=2', '/docs?page=2']) go(address)
    expect(names()).toEqual(['/docs', '/docs'])
  })

  it('comes at once to the page that is there, before any event can be told', () => {
    expect(visit({ page: '/' }).names()).toEqual(['/'])
  })

  it('is told, once a delay has passed, whether the visitor has stayed', () => {
    const { go, fire } = visit({ page: '/a*' }, 'https://shop.test/a')
    const stays = () => fire.mock.calls.map(([, still]) => still!())
    expect(stays()).toEqual([true])
    go('/a?sort=price')
    expect(stays()).toEqual([true, true])
    go('/b')
    expect(stays()).toEqual([false, false])
    go('/a')
    expect(stays()).toEqual([false, false, true])
  })

  it('comes once to a page that the site leads on to at once', async () => {
    const { env, go, names } = visit({ page: '/home' })
    go('/home')
    await env.advance(0)
    expect(names()).toEqual(['/home'])
  })

  it('takes the fragment for another page where an application routes by it, or where the address asks for it', async () => {
    const routed = visit({ page: '*' })
    for (const address of ['/#/a', '/#/b', '/#/b']) routed.go(address)
    expect(routed.names()).toHaveLength(3)
    const anchored = visit({ page: '/docs#prices' }, 'https://shop.test/docs')
    await anchored.env.advance(0)
    for (const address of ['/docs#prices', '/docs#top', '/docs#prices']) anchored.go(address)
    expect(anchored.names()).toHaveLength(2)
    const read = visit({ page: '/docs' })
    for (const address of ['/docs', '/docs#', '/docs#prices', '/docs#top', '/docs']) read.go(address)
    expect(read.names()).toHaveLength(1)
  })

  it.each([
    [
      'https://shop.test/search?q=red#top',
      '/search',
      '/search?q=*',
      '/search?q=red#top',
      'https://shop.test/*',
      '*red*',
    ],
    ['https://shop.test/', '/', '*', 'https://*.test/', 'https://shop.test/'],
    ['https://shop.test/a.b/[c]?d[e]=(f|g)', '/a.b/[c]', '/*?d[e]=(f|g)'],
    ['https://shop.test/grüße/ab?stadt=Köln#größe', '/grüße/*', '/gr%C3%BC%C3%9Fe/*', '*/ab?stadt=Köln', '*#größe'],
    ['https://shop.test/😀/東京', '/😀/*', '*/東京'],
    ['https://shop.test/100%', '/100%'],
  ])(
    'holds %s against the path, with its query and fragment or without, or the whole address',
    async (url, ...globs) => {
      for (const page of globs) {
        const { env, fire } = visit({ page }, url)
        await env.advance(0)
        expect([page, fire.mock.calls.length]).toEqual([page, 1])
      }
    },
  )

  it.each([
    '/sear',
    'search',
    '/b',
    '/search?q=r',
    '/search#top',
    'shop.test/*',
    'https://shop.test',
    '/Search',
    '/s.arch',
  ])('does not take %s for /search?q=red#top', async page => {
    const { env, fire } = visit({ page }, 'https://shop.test/search?q=red#top')
    await env.advance(0)
    expect(fire).not.toHaveBeenCalled()
  })

  it('says whether it is still so', async () => {
    const { go, fire } = visit({ page: '/cart' })
    go('/cart')
    const still = fire.mock.calls[0]![1]!
    expect(still()).toBe(true)
    go('/')
    expect(still()).toBe(false)
  })

  it('is quiet once stopped', async () => {
    const { env, go, fire, stop } = visit({ page: '*' })
    fire.mockClear()
    stop()
    go('/cart')
    await env.advance(1e3)
    expect(fire).not.toHaveBeenCalled()
  })
})
